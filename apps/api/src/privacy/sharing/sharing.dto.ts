import { ApiExtraModels, ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import {
  type RecordSharing,
  SHARING_GROUNDS,
  type Sharing,
  type SharingBasis,
  type SharingContent,
  type ToldFirst,
} from '@repere/privacy';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { NamedDto } from '../../cases/page/case-file.dto';
import { shownAs } from '../../platform/shown';
import { IsDay } from '../is-day';
import { Part } from '../../platform/parts';
import { PlainText } from '../../platform/plain-text';
import { WordsDto } from '../../platform/words.dto';

const HOW = ['spoken', 'written', 'meeting', 'file'] as const;

class ToldFirstDto implements ToldFirst {
  @ApiProperty({ enum: ['yes', 'no'] })
  @IsIn(['yes', 'no'])
  readonly told: 'yes' | 'no';

  @ApiPropertyOptional({
    maxLength: 1_000,
    description: 'Why not: against the child’s interest, unreachable…',
  })
  @IsOptional()
  @PlainText(1_000)
  readonly why?: string;
}

export class SharingBasisDto implements SharingBasis {
  @ApiProperty({ description: 'Whether they are bound by secrecy' })
  @IsBoolean()
  readonly isBound: boolean;

  @ApiProperty({ maxLength: 2_000, description: 'Why strictly this is needed' })
  @PlainText(2_000)
  readonly why: string;

  @ApiProperty({ type: ToldFirstDto })
  @Part(() => ToldFirstDto)
  readonly child: ToldFirstDto;

  @ApiProperty({ type: ToldFirstDto })
  @Part(() => ToldFirstDto)
  readonly parents: ToldFirstDto;
}

export class SharingContentDto extends SharingBasisDto {
  @ApiProperty({ maxLength: 200 })
  @PlainText(200)
  readonly toWhom: string;

  @ApiPropertyOptional({ maxLength: 200 })
  @IsOptional()
  @PlainText(200)
  readonly service?: string;

  @ApiProperty({ maxLength: 4_000 })
  @PlainText(4_000)
  readonly what: string;

  @ApiProperty({ enum: HOW })
  @IsIn(HOW)
  readonly how: (typeof HOW)[number];

  @ApiPropertyOptional({ maxLength: 2_000 })
  @IsOptional()
  @PlainText(2_000)
  readonly answer?: string;
}

export class RecordSharingDto extends SharingContentDto implements RecordSharing {
  @ApiProperty({ format: 'date', description: 'Day on which it was told' })
  @IsDay()
  readonly on: string;

  @ApiProperty({ enum: SHARING_GROUNDS })
  @IsIn(SHARING_GROUNDS)
  readonly ground: RecordSharing['ground'];

  @ApiProperty({ enum: FIELD_CLASSES, isArray: true })
  @IsArray()
  @ArrayMaxSize(FIELD_CLASSES.length)
  @ArrayUnique()
  @IsIn(FIELD_CLASSES, { each: true })
  readonly classes: readonly FieldClass[];

  @ApiPropertyOptional({ format: 'uuid', description: 'The line that this one corrects' })
  @IsOptional()
  @IsUUID()
  readonly corrects?: string;
}

/** As it stands in the register: a referral is recorded as it is opened. */
class SharedDto extends OmitType(SharingContentDto, ['how']) implements SharingContent {
  @ApiProperty({ enum: [...HOW, 'referral'] }) readonly how: SharingContent['how'];
  @ApiPropertyOptional({ format: 'date-time', description: 'Of a referral: when it ends by itself' })
  readonly until?: string;
}

@ApiExtraModels(SharedDto, NamedDto)
export class SharingDto implements Sharing {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'date' }) readonly at: string;
  @ApiProperty(shownAs(NamedDto, 'The person'))
  readonly by: Sharing['by'];
  @ApiProperty({ format: 'date-time' }) readonly recordedAt: string;
  @ApiProperty({ enum: SHARING_GROUNDS }) readonly ground: Sharing['ground'];
  @ApiProperty({ type: WordsDto }) readonly groundWords: WordsDto;
  @ApiProperty({ enum: FIELD_CLASSES, isArray: true }) readonly classes: readonly FieldClass[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly corrects: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly correctedBy: string | null;
  @ApiProperty({
    ...shownAs(SharedDto, 'What was told'),
    nullable: true,
    description: 'What was told, or that it is withheld; `null`: gone with the case’s key',
  })
  readonly content: Sharing['content'];
}
