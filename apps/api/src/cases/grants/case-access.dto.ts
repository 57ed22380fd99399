import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  CASE_ACTS,
  FIELD_CLASSES,
  RELATIONS,
  type Relation,
  type CaseAct,
  type FieldClass,
} from '@repere/access';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsIn, IsISO8601, IsUUID } from 'class-validator';
import {
  BREAK_GLASS_REASONS,
  BREAK_GLASS_VERDICTS,
  RESTRICTION_REASONS,
  type BreakGlassReason,
  type RestrictionReason,
  type Shown,
} from '@repere/cases';
import { PageOfCaseDto } from '../page/page-of-case';
import { PlainText } from '../../platform/answers/plain-text';
import { shownAs, shownListOf, shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';
import { NamedDto } from '../page/case-file.dto';

export class AskSecondOpinionDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly accountId: string;
  @ApiProperty({ format: 'date-time', description: 'Until when they see the case; 90 days at most' })
  @IsISO8601({ strict: true })
  readonly until: string;
  @ApiProperty() @PlainText(2_000) readonly question: string;
}

export class GiveOpinionDto {
  @ApiProperty() @PlainText(10_000) readonly opinion: string;
}

export class AskApproverDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly accountId: string;
  @ApiProperty({ format: 'uuid', description: 'The act to approve' }) @IsUUID() readonly entryId: string;
  @ApiProperty({ format: 'date-time' }) @IsISO8601({ strict: true }) readonly until: string;
}

export class RestrictCaseDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: 50 })
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  readonly circle: readonly string[];
  @ApiProperty({ enum: RESTRICTION_REASONS })
  @IsIn(RESTRICTION_REASONS)
  readonly reason: RestrictionReason;
  @ApiProperty() @PlainText(2_000) readonly words: string;
}

export class DeclareConflictDto {
  @ApiProperty({ description: 'What ties you to the child or their family' })
  @PlainText(2_000)
  readonly words: string;
}

const SHOWN_TEXT = shownText('The value');

class RelationDto {
  @ApiProperty({ enum: RELATIONS }) readonly relation: Relation;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

class ActVerdictDto {
  @ApiProperty({ enum: CASE_ACTS }) readonly act: CaseAct;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty() readonly yes: boolean;
  @ApiProperty({ type: WordsDto, description: 'The relation that gives it, or why not' })
  readonly why: WordsDto;
}

class FieldVerdictDto {
  @ApiProperty({ enum: FIELD_CLASSES })
  readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty() readonly yes: boolean;
  @ApiProperty({ type: WordsDto }) readonly why: WordsDto;
}

class ReaderDto {
  @ApiProperty({ type: [RelationDto] }) readonly relations: readonly RelationDto[];
  @ApiProperty({ type: [ActVerdictDto] }) readonly acts: readonly ActVerdictDto[];
  @ApiProperty({ type: [FieldVerdictDto] }) readonly fields: readonly FieldVerdictDto[];
}

export class CasePersonDto extends NamedDto {
  @ApiProperty({ enum: RELATIONS }) readonly relation: Relation;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: String, nullable: true }) readonly insteadOf: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly until: string | null;
  @ApiProperty({ type: [WordsDto], description: 'Of a partner: what the referral carries' })
  readonly carries: readonly WordsDto[];
  @ApiProperty({
    ...{ type: String, format: 'uuid', nullable: true },
    description: 'Of a partner: the referral, one of several perhaps; it is taken back by this',
  })
  readonly referralId: string | null;
  @ApiProperty({
    ...{ type: WordsDto, nullable: true },
    description: 'Of a partner: what is asked of them; null: in words alone, or not open to this reader',
  })
  readonly asks: WordsDto | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Of a partner: when they were asked',
  })
  readonly askedAt: string | null;
}

@ApiExtraModels(NamedDto)
class CaseRestrictionDto {
  @ApiProperty({ format: 'date-time' }) readonly since: string;
  @ApiProperty({ enum: RESTRICTION_REASONS }) readonly reason: RestrictionReason;
  @ApiProperty(SHOWN_TEXT) readonly words: Shown<string>;
  @ApiProperty(SHOWN_TEXT) readonly setBy: Shown<string>;
  @ApiProperty(shownListOf(NamedDto)) readonly circle: Shown<readonly NamedDto[]>;
}

class ConflictDto extends NamedDto {
  @ApiProperty({ format: 'date-time' }) readonly declaredAt: string;
}

class BreakGlassReviewDto {
  @ApiProperty({ enum: BREAK_GLASS_VERDICTS }) readonly verdict: 'justified' | 'not-justified';
  @ApiProperty() readonly by: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly words: string;
}

class EndedDto {
  @ApiProperty() readonly by: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
}

export class BreakGlassShownDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: NamedDto }) readonly by: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
  @ApiProperty({ description: 'Whether it opens the case now' }) readonly isOpen: boolean;
  @ApiProperty({
    type: EndedDto,
    nullable: true,
    description: 'By whom it was ended before its hour was over',
  })
  readonly ended: EndedDto | null;
  @ApiProperty({ enum: BREAK_GLASS_REASONS }) readonly reason: BreakGlassReason;
  @ApiProperty() readonly words: string;
  @ApiProperty({ format: 'date-time', description: 'TOOL: 72 hours' }) readonly reviewDueAt: string;
  @ApiProperty({ type: BreakGlassReviewDto, nullable: true })
  readonly review: BreakGlassReviewDto | null;
}

class MayOnAccessDto {
  @ApiProperty() readonly assign: boolean;
  @ApiProperty({ description: 'Open a part of the case to a partner' }) readonly refer: boolean;
  @ApiProperty() readonly restrict: boolean;
  @ApiProperty() readonly advise: boolean;
  @ApiProperty() readonly declareConflict: boolean;
  @ApiProperty({ description: 'End an emergency access that is open, but one’s own' })
  readonly endEmergency: boolean;
}

class CaseLeadDto extends NamedDto {
  @ApiProperty() readonly isAway: boolean;
}

@ApiExtraModels(ConflictDto, CasePersonDto, BreakGlassShownDto, CaseLeadDto)
export class CaseAccessDto extends PageOfCaseDto {
  @ApiProperty({ type: ReaderDto }) readonly reader: ReaderDto;
  @ApiProperty({ ...shownAs(CaseLeadDto, 'Who is in charge'), nullable: true })
  readonly lead: Shown<CaseLeadDto> | null;
  @ApiProperty({ type: NamedDto }) readonly team: NamedDto;
  @ApiProperty(shownListOf(CasePersonDto)) readonly people: Shown<readonly CasePersonDto[]>;
  @ApiProperty({ type: CaseRestrictionDto, nullable: true })
  readonly restriction: CaseRestrictionDto | null;
  @ApiProperty(shownListOf(ConflictDto)) readonly conflicts: Shown<
    readonly (NamedDto & { readonly declaredAt: string })[]
  >;
  @ApiProperty(shownListOf(BreakGlassShownDto)) readonly emergencies: Shown<readonly BreakGlassShownDto[]>;
  @ApiProperty({ type: MayOnAccessDto }) readonly may: MayOnAccessDto;
}
