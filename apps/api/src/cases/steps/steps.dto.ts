import { PersonDto } from '../people/person.dto';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath, PickType } from '@nestjs/swagger';
import {
  FACT_TYPE_NAMES,
  FACT_TYPES,
  type FactTypeName,
  type FactValue,
  STEP_KINDS,
  STEP_STATES,
  type StepKind,
  type StepState,
} from '@repere/protocol';
import { IsBoolean, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import type { Shown, Words } from '@repere/cases';
import { PageOfCaseDto } from '../page/page-of-case';
import { ProblemReasonDto } from '../../platform/answers/openapi';
import { PlainText } from '../../platform/answers/plain-text';
import { shown, shownText } from '../../platform/answers/shown';
import { CitedSourceDto } from '../words/cited-source.dto';
import { WordsDto } from '../../platform/answers/words.dto';
import { TimelineEntryDto, SignsSeenDto } from '../page/case-file.dto';
import { DraftDto } from '../drafts/draft.dto';
import { OnCallPageDto } from '../on-call/on-call-page.dto';
import { AnswerWithNoteDto, FACT_VALUE } from '../../platform/answers/fact-value.dto';
import { RELEVANT_FIELDS } from '../facts/relevant-fields';
import { DeadlineViewDto } from '../page/case-view.dto';
import { ExplanationDto } from '../page/explanation.dto';
import { StepInputDto } from './step-input.dto';

export class ApproveDto {
  @ApiProperty({ format: 'uuid', description: 'Exactly this entry is approved' })
  @IsUUID()
  readonly entryId: string;
}

export class ReturnDto extends ApproveDto {
  @ApiProperty()
  @PlainText(2_000)
  readonly reason: string;
}

export class WaiveDto {
  @ApiProperty({ description: 'Code of the closed list' })
  @Matches(/^[a-z][a-z0-9_-]{0,63}$/)
  readonly reason: string;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(10_000)
  readonly note?: string;
}

const CORRECTED = ['values', 'row', 'closes', 'reasons', 'bestInterests', 'childView', 'evidence'] as const;

/** Only what was wrong; of checklists and evidence the pieces, all else whole in the place of what was said. */
export class AmendDto extends PickType(StepInputDto, CORRECTED) {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly entryId: string;

  @ApiProperty()
  @PlainText(2_000)
  readonly why: string;

  @ApiPropertyOptional({
    description:
      'The decision was entered in error, and `why` says what was true: it may protect less without new facts',
  })
  @IsOptional()
  @IsBoolean()
  readonly enteredInError?: boolean;

  @ApiPropertyOptional({ description: 'When it really happened, if that was wrong' })
  @IsOptional()
  @Matches(/^[\dTZ:+.~/-]{4,40}$/)
  readonly occurredInstead?: string;
}

export class StepCheckDto {
  @ApiProperty() readonly ok: boolean;
  @ApiProperty({ type: [ProblemReasonDto] }) readonly reasons: readonly ProblemReasonDto[];
  @ApiProperty({ type: [WordsDto] }) readonly effects: readonly WordsDto[];
  @ApiProperty({
    ...RELEVANT_FIELDS,
    description: 'By field: whether it matters; null: not decided yet, shown',
  })
  readonly relevant: Readonly<Record<string, boolean | null>>;
}

class CodedDto {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
}

class ItemDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly hint?: WordsDto;
}

class CurrentFromDto {
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty(shownText('Who')) readonly by: Shown<string>;
  @ApiPropertyOptional({ format: 'uuid' }) readonly entryId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) readonly runId?: string;
  @ApiPropertyOptional() readonly step?: string;
}

/** Kinds of answer that a form asks for; a choice of several codes has a widget of its own, a list is filled row by row. */
export type FieldType = (typeof FACT_TYPES)[FactTypeName]['askedAs'][number];
const FIELD_TYPES: readonly FieldType[] = FACT_TYPE_NAMES.flatMap(
  (name): readonly FieldType[] => FACT_TYPES[name].askedAs,
);

@ApiExtraModels(AnswerWithNoteDto)
export class FieldViewDto {
  @ApiProperty({ description: '`papers`, or `exams.result` for a row’s field' }) readonly id: string;
  @ApiProperty({ enum: FIELD_TYPES }) readonly type: FieldType;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly hint?: WordsDto;
  @ApiProperty() readonly required: boolean;
  @ApiPropertyOptional({ type: [CodedDto] }) readonly options?: readonly CodedDto[];
  @ApiPropertyOptional({ type: [ItemDto] }) readonly items?: readonly ItemDto[];
  @ApiPropertyOptional({ type: Boolean, description: 'A tick says that something was seen or said' })
  readonly isOfSigns?: true;
  @ApiPropertyOptional() readonly unit?: string;
  @ApiPropertyOptional() readonly min?: number;
  @ApiPropertyOptional() readonly max?: number;
  @ApiPropertyOptional() readonly maxLength?: number;
  @ApiProperty({ enum: ['never', 'over-time'] }) readonly changes: 'never' | 'over-time';
  @ApiPropertyOptional(shown(FACT_VALUE, 'A value as recorded'))
  readonly current?: Shown<FactValue>;
  @ApiPropertyOptional({
    type: Boolean,
    description: 'A note stands beside it, which the reader may not see',
  })
  readonly redactedNote?: true;
  @ApiPropertyOptional({ type: CurrentFromDto, description: 'The entry that told it' })
  readonly currentFrom?: CurrentFromDto;
  @ApiProperty({ type: Boolean, nullable: true }) readonly relevant: boolean | null;
  @ApiPropertyOptional({ type: [String], description: 'Fields of the form that decide whether it matters' })
  readonly decidedBy?: readonly string[];
  @ApiProperty() readonly ofCase: boolean;
}

class RowSummaryDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly summary: WordsDto;
}

@ApiExtraModels(CodedDto)
class AsksDto {
  @ApiProperty({ type: [String], description: 'Whose act it is' }) readonly participants: readonly string[];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(CodedDto) } },
    description: 'By decided value',
  })
  readonly reasons: Readonly<Record<string, readonly { readonly code: string; readonly label: Words }[]>>;
  @ApiProperty({ type: String, nullable: true }) readonly decides: string | null;
  @ApiProperty() readonly bestInterests: boolean;
  @ApiProperty() readonly childView: boolean;
  @ApiProperty({ type: [CodedDto] }) readonly evidence: readonly CodedDto[];
  @ApiPropertyOptional({ enum: ['rights-sheet'], description: 'What it hands to the child' })
  readonly hands?: 'rights-sheet';
  @ApiProperty() readonly closes: boolean;
  @ApiProperty({ type: [RowSummaryDto] }) readonly rows: readonly RowSummaryDto[];
  @ApiProperty() readonly about: boolean;
  @ApiProperty() readonly adds: boolean;
}

class StepMayDto {
  @ApiProperty() readonly complete: boolean;
  @ApiProperty() readonly approve: boolean;
  @ApiProperty() readonly amend: boolean;
  @ApiProperty() readonly waive: boolean;
}

class WaiverDto {
  @ApiProperty({ enum: ['with-approval', 'with-reason'] })
  readonly how: 'with-approval' | 'with-reason';
  @ApiProperty({ type: [CodedDto] }) readonly reasons: readonly CodedDto[];
}

class DoneElsewhereDto {
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly protocolTitle: WordsDto;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
}

class StepRequirementsDto {
  @ApiProperty({ enum: ['best-interests', 'child-view'], isArray: true })
  readonly words: readonly ('best-interests' | 'child-view')[];
  @ApiProperty({ type: [String], description: 'Kinds of evidence' }) readonly evidence: readonly string[];
}

/** A kind of letter that does the step. */
export class StepLetterDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ description: 'It is the paper of the step; otherwise it is written beside it' })
  readonly doesStep: boolean;
}

export class StepQueryDto {
  @ApiPropertyOptional({ enum: ['newest', 'all'], default: 'newest' })
  @IsOptional()
  @IsIn(['newest', 'all'])
  readonly entries?: 'newest' | 'all';
}

export class StepPageDto extends PageOfCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly protocolTitle: WordsDto;
  @ApiProperty() readonly version: string;
  @ApiProperty() readonly step: string;
  @ApiProperty() readonly code: string;
  @ApiProperty({ enum: STEP_KINDS }) readonly kind: StepKind;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly guidance: WordsDto | null;
  @ApiProperty({
    type: WordsDto,
    nullable: true,
    description:
      'On what ground the service of the case owes this report to the prosecutor; null where it reports nothing',
  })
  readonly duty: WordsDto | null;
  @ApiPropertyOptional({
    type: [SignsSeenDto],
    description: 'What was seen or said of this child, where something is decided on it',
  })
  readonly signs?: readonly SignsSeenDto[];
  @ApiPropertyOptional({
    type: [PersonDto],
    description: 'Where an approval depends on who is around the child',
  })
  readonly people?: readonly PersonDto[];
  @ApiPropertyOptional({ type: OnCallPageDto, description: 'Whom it says to call, where it says so' })
  readonly onCall?: OnCallPageDto;
  @ApiProperty({
    type: [StepLetterDto],
    description: 'Kinds of letters that do it, then those beside it, where the reader may write them',
  })
  readonly letters: readonly StepLetterDto[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a letter that does it left, as long as nobody has ended it since; null: none did',
  })
  readonly letterSentAt: string | null;
  @ApiProperty({ enum: STEP_STATES }) readonly state: StepState;
  @ApiProperty({ type: ExplanationDto }) readonly explanation: ExplanationDto;
  @ApiProperty({ type: [CitedSourceDto] }) readonly sources: readonly CitedSourceDto[];
  @ApiProperty({ type: [FieldViewDto] }) readonly fields: readonly FieldViewDto[];
  @ApiProperty({ type: AsksDto }) readonly asks: AsksDto;
  @ApiProperty() readonly repeatable: boolean;
  @ApiProperty({ type: WaiverDto, nullable: true }) readonly waiver: WaiverDto | null;
  @ApiProperty({ type: DeadlineViewDto, nullable: true }) readonly deadline: DeadlineViewDto | null;
  @ApiProperty({
    description: 'It needs the child, who is missing: nobody’s work until the return, and never late',
  })
  readonly isSuspended: boolean;
  @ApiProperty({
    type: DoneElsewhereDto,
    nullable: true,
    description: 'The same act, done a short while ago in another protocol',
  })
  readonly doneElsewhere: DoneElsewhereDto | null;
  @ApiProperty({ type: [TimelineEntryDto], description: 'The newest, unless all were asked for' })
  readonly entries: readonly TimelineEntryDto[];
  @ApiProperty({ type: 'integer', description: 'Older entries of the step that are not among them' })
  readonly olderEntries: number;
  @ApiPropertyOptional({ type: StepRequirementsDto, description: 'What was entered still lacks these' })
  readonly missingRequirements?: StepRequirementsDto;
  @ApiProperty({ type: DraftDto, nullable: true }) readonly draft: DraftDto | null;
  @ApiProperty({ type: 'integer' }) readonly seq: number;
  @ApiProperty({ type: StepMayDto }) readonly may: StepMayDto;
}
