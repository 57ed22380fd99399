import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass, REFERABLE_CLASSES } from '@repere/access';
import {
  type OpenReferral,
  type ReceivedReferral,
  type ReceivedReferrals,
  type ReferableClass,
  type ReferralChoices,
  type ReferralPartner,
  type ReferredCase,
  type ReferredLine,
  type ReferredPart,
  SHARING_GROUNDS,
} from '@repere/privacy';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsISO8601, IsUUID } from 'class-validator';
import { NamedDto } from '../cases/page/case-file.dto';
import { PlainText } from '../platform/plain-text';
import { shownListOf, shownText } from '../platform/shown';
import { WordsDto } from '../platform/words.dto';
import { SharingBasisDto } from '../privacy/sharing/sharing.dto';

export class OpenReferralDto extends SharingBasisDto implements OpenReferral {
  @ApiProperty({ format: 'uuid', description: 'The account of a partner' })
  @IsUUID()
  readonly accountId: string;

  @ApiProperty({ enum: REFERABLE_CLASSES, isArray: true, minItems: 1 })
  @IsIn(REFERABLE_CLASSES, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(REFERABLE_CLASSES.length)
  @IsArray()
  readonly classes: readonly FieldClass[];

  @ApiProperty({ format: 'date-time', description: 'When it ends by itself; 90 days at most' })
  @IsISO8601({ strict: true })
  readonly until: string;

  @ApiProperty({ maxLength: 2_000, description: 'What the partner is asked for; they read it' })
  @PlainText(2_000)
  readonly request: string;

  @ApiProperty({ enum: SHARING_GROUNDS })
  @IsIn(SHARING_GROUNDS)
  readonly ground: OpenReferral['ground'];
}

class ReferralPartnerDto extends NamedDto implements ReferralPartner {
  @ApiProperty({ type: [String], description: 'Names of their teams: where they work' })
  readonly organisations: readonly string[];
}

class ReferableClassDto implements ReferableClass {
  @ApiProperty({ enum: REFERABLE_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [WordsDto], description: 'What is recorded of it now, by its titles' })
  readonly now: readonly WordsDto[];
}

export class ReferralChoicesDto implements ReferralChoices {
  @ApiProperty({ type: [ReferralPartnerDto] }) readonly partners: readonly ReferralPartnerDto[];
  @ApiProperty({ type: [ReferableClassDto] }) readonly classes: readonly ReferableClassDto[];
}

const NAME = shownText('The name');

class ReferralDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({ example: 'RP-7K4M-2QX' }) readonly reference: string;
  @ApiProperty(NAME) readonly calledName: ReceivedReferral['calledName'];
  @ApiProperty({ description: 'The team that referred the case: whom to ask' }) readonly team: string;
  @ApiProperty({ example: 'Europe/Paris' }) readonly zone: string;
  @ApiProperty({ format: 'date-time' }) readonly since: string;
  @ApiProperty({ format: 'date-time', description: 'When it ends by itself' }) readonly until: string;
}

class ReceivedReferralDto extends ReferralDto implements ReceivedReferral {
  @ApiProperty({ type: [WordsDto], description: 'Titles of the classes that it carries' })
  readonly carries: readonly WordsDto[];
}

export class ReceivedReferralsDto implements ReceivedReferrals {
  @ApiProperty({ type: [ReceivedReferralDto] }) readonly items: readonly ReceivedReferralDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

class ReferredLineDto implements ReferredLine {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly shown: WordsDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly at: string | null;
}

@ApiExtraModels(ReferredLineDto)
class ReferredPartDto implements ReferredPart {
  @ApiProperty({ enum: FIELD_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty(shownListOf(ReferredLineDto, 'The lines, none when nothing is recorded'))
  readonly lines: ReferredPart['lines'];
}

export class ReferredCaseDto extends ReferralDto implements ReferredCase {
  @ApiProperty({ description: 'What the partner is asked for' }) readonly request: string;
  @ApiProperty({ type: [ReferredPartDto], description: 'Each class of fields there is' })
  readonly parts: readonly ReferredPartDto[];
}
