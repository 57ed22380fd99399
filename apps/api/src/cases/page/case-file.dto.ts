import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath, OmitType } from '@nestjs/swagger';
import { type Band, BANDS, ENTRY_KINDS, type EntryKind, type Explanation } from '@repere/case-engine';
import {
  DEADLINE_ORIGINS,
  type DeadlineOrigin,
  type FactValue,
  FIELD_CLASSES,
  type FieldClass,
  type Role,
  ROLES,
  STEP_STATES,
  type StepState,
} from '@repere/protocol';
import type { Age, EntryWords, Shown } from '@repere/cases';
import { shown, shownAs, shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';
import { AGE, HasAge } from './age.dto';
import { AnswerWithNoteDto, FACT_VALUE } from '../../platform/answers/fact-value.dto';
import { ChildDto, SafeContactDto } from '../opening/child.dto';
import type { AnswerOfRole } from '../reading/answers-of-role';
import { CaseViewDto } from './case-view.dto';
import { ExplanationDto } from './explanation.dto';
import { LeadProposalDto } from '../lead/lead-proposals.dto';
import { ChargeDto } from '../charge/charge.dto';
import { AppointmentOutlineDto } from '../next-appointment/appointment-outline.dto';
import { PersonDto } from '../people/person.dto';
import { CHILD_VIEW } from '../steps/step-input.dto';

const MAP_OF_TEXTS = { type: 'object', additionalProperties: { type: 'string' } } as const;
const SHOWN_TEXT = shownText('The value');

export class NamedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
}

/** Somebody whom the next step says to call: of those of its kind, who answers now. */
export class NextCallDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: String, nullable: true, description: 'Null: the directory has nobody of this kind' })
  readonly name: string | null;
  @ApiProperty({ type: [String], description: 'The first is called first' })
  readonly phones: readonly string[];
  @ApiProperty() readonly isOpen: boolean;
}

export class NextStepDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: BANDS, description: 'Its band in the one order of all steps' })
  readonly band: Band;
  @ApiProperty({
    type: WordsDto,
    nullable: true,
    description: 'What presses, where the date does not say it',
  })
  readonly why: WordsDto | null;
  @ApiPropertyOptional({
    type: WordsDto,
    nullable: true,
    description: 'Why it is asked of this child, from what was recorded, redacted to what you may see',
  })
  readonly grounds?: WordsDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiPropertyOptional({ description: 'Due without delay; late from `lateFrom` on' })
  readonly atOnce?: boolean;
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  readonly lateFrom?: string | null;
  @ApiPropertyOptional({ enum: DEADLINE_ORIGINS, nullable: true })
  readonly origin?: DeadlineOrigin | null;
  @ApiPropertyOptional({
    type: [NextCallDto],
    description: 'On the page of a case: whom it says to call, in order',
  })
  readonly calls?: readonly NextCallDto[];
}

export class TerritoryDto {
  @ApiProperty({ example: '93', description: 'INSEE code' }) readonly code: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ example: 'Europe/Paris' }) readonly zone: string;
}

export class MayDto {
  @ApiProperty() readonly write: boolean;
  @ApiProperty() readonly approve: boolean;
  @ApiProperty() readonly assign: boolean;
}

/** The child as a reader may see them. */
@ApiExtraModels(SafeContactDto)
export class ShownChildDto extends OmitType(ChildDto, ['phones', 'safeContact']) {
  @ApiPropertyOptional(shown({ type: 'array', items: { type: 'string' } }, 'Numbers'))
  readonly phones?: Shown<readonly string[]>;
  @ApiPropertyOptional(shownAs(SafeContactDto, 'How they may safely be reached'))
  readonly safeContact?: Shown<SafeContactDto>;
}

export class ShownNameDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty(shownText('The name')) readonly name: Shown<string>;
}

@ApiExtraModels(ShownChildDto, ExplanationDto)
/** Something that happens to a child and can be told in one press, as facts.yaml declares it. */
export class CaseEventDto {
  @ApiProperty({ description: 'The fact and the answer that telling it records' }) readonly id: string;
  @ApiProperty() readonly fact: string;
  @ApiProperty() readonly answer: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly hint?: WordsDto;
  @ApiProperty({ type: [String], description: 'Facts that are asked with it' })
  readonly asks: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'The protocol that answers it' })
  readonly protocol: string | null;
  @ApiProperty({ description: 'That protocol may be engaged again once it has ended' })
  readonly recurs: boolean;
  @ApiProperty({ type: [String], description: 'Whom to call before writing anything' })
  readonly numbers: readonly string[];
  @ApiProperty() readonly urgent: boolean;
  @ApiProperty({ enum: ['begins', 'ends'], nullable: true, description: 'What it says of an absence' })
  readonly absence: 'begins' | 'ends' | null;
}

/** An answer that lists and the head of a page show, in the words of the protocols. */
export class AnswerOfRoleDto implements AnswerOfRole {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
  @ApiProperty({ type: WordsDto, description: 'Behind the title of the fact' }) readonly sentence: WordsDto;
  @ApiProperty({ description: 'Marked wherever the child is named' }) readonly isMarked: boolean;
}

/** Somebody to call while the child is missing, as the protocol of absences declares it. */
export class CallDto {
  @ApiProperty({ type: WordsDto }) readonly who: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly why?: WordsDto;
  @ApiProperty({ type: [String], description: 'Where they are the same everywhere' })
  readonly numbers: readonly string[];
}

export class CaseFileDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      'Until when the reader’s emergency access lasts, where they have no other relation to the case',
  })
  readonly emergencyUntil?: string | null;
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'RP-7K4M-2QX' }) readonly reference: string;
  @ApiProperty(shownAs(ShownChildDto, 'The child'))
  readonly child: Shown<ShownChildDto>;
  @ApiProperty({ type: ShownNameDto, nullable: true }) readonly lead: ShownNameDto | null;
  @ApiProperty({
    type: ChargeDto,
    nullable: true,
    description: 'Which authority is competent, what is asked of whom; null: the protocols say nothing of it',
  })
  readonly charge: ChargeDto | null;
  @ApiProperty({ type: NamedDto }) readonly team: NamedDto;
  @ApiProperty({ type: TerritoryDto }) readonly territory: TerritoryDto;
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ type: [PersonDto] }) readonly people: readonly PersonDto[];
  @ApiProperty({ type: CaseViewDto }) readonly state: CaseViewDto;
  @ApiProperty({
    type: [String],
    description:
      'Facts that exist and that this reader may not see; a field of a list’s rows as `list.field`',
  })
  readonly redactedFacts: readonly string[];
  @ApiProperty({ type: [String], description: 'Facts whose note this reader may not see' })
  readonly redactedNotes: readonly string[];
  @ApiProperty({ type: NextStepDto, nullable: true }) readonly next: NextStepDto | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(ExplanationDto) },
    description: 'By `runId/step`',
  })
  readonly explanations: Readonly<Record<string, Explanation>>;
  @ApiProperty({ ...MAP_OF_TEXTS, description: 'When this reader saved a draft, by `runId/step`' })
  readonly drafts: Readonly<Record<string, string>>;
  @ApiProperty({
    ...MAP_OF_TEXTS,
    description:
      'When a letter that does it left, by `runId/step`, as long as nobody has ended that step since',
  })
  readonly letterSentAt: Readonly<Record<string, string>>;
  @ApiProperty({ ...MAP_OF_TEXTS, description: 'Names of accounts, by id' })
  readonly names: Readonly<Record<string, string>>;
  @ApiProperty({ type: [CaseEventDto], description: 'What can be told in one press, the most urgent first' })
  readonly events: readonly CaseEventDto[];
  @ApiProperty({ type: [CallDto], description: 'Whom to call while the child is missing, in order' })
  readonly calls: readonly CallDto[];
  @ApiProperty({ type: [AnswerOfRoleDto], description: 'What the danger may be, the gravest first' })
  readonly dangers: readonly AnswerOfRoleDto[];
  @ApiProperty({ ...MAP_OF_TEXTS, description: 'Ids of facts of the case, by what they are read as' })
  readonly factIds: Readonly<Record<string, string>>;
  @ApiProperty({
    ...MAP_OF_TEXTS,
    description: 'The version in force, by run that is at work by an older one of its protocol',
  })
  readonly newerVersions: Readonly<Record<string, string>>;
  @ApiProperty({ description: 'Whether a tie to another child is to be answered' })
  readonly isTieAsked: boolean;
  @ApiProperty({ description: 'Whether a service was ever asked to help this child' })
  readonly isServiceAsked: boolean;
  @ApiProperty({
    type: AppointmentOutlineDto,
    nullable: true,
    description:
      'The next appointment, or the one that is now; null: none is planned, or of a page as it was known then',
  })
  readonly nextAppointment: AppointmentOutlineDto | null;
  @ApiProperty({
    type: LeadProposalDto,
    nullable: true,
    description: 'That somebody is asked to lead it; null: nobody is, or of a page as it was known then',
  })
  readonly leadProposal: LeadProposalDto | null;
  @ApiProperty({ type: MayDto }) readonly may: MayDto;
}

export class OpenedRunDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly protocol: string;
  @ApiPropertyOptional({ type: Boolean, enum: [true], description: 'The child is missing' })
  readonly isAbsence?: true;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class PossibleStepDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class OutcomeDoneDto {
  @ApiProperty({ type: WordsDto, description: 'Title of the protocol' }) readonly protocol: WordsDto;
  @ApiProperty({ type: WordsDto, description: 'Its outcome after the act' }) readonly title: WordsDto;
  @ApiProperty({ description: 'Whether the act changed it' }) readonly changed: boolean;
  @ApiProperty({ type: [WordsDto], description: 'What the act made new of why it stands so' })
  readonly why: readonly WordsDto[];
}

class MissingRequirementDto {
  @ApiProperty({ enum: ['best-interests', 'child-view'], isArray: true })
  readonly words: readonly ('best-interests' | 'child-view')[];
  @ApiProperty({ type: [String], description: 'Kinds of evidence' }) readonly evidence: readonly string[];
  @ApiProperty({ description: 'A second person’s' }) readonly approval: boolean;
}

export class ActDoneDto {
  @ApiProperty({ type: 'integer', description: 'For `If-Match` from now on' }) readonly seq: number;
  @ApiProperty({ type: [String], format: 'uuid' }) readonly entryIds: readonly string[];
  @ApiProperty({ type: [OpenedRunDto] }) readonly opened: readonly OpenedRunDto[];
  @ApiProperty({
    type: [PossibleStepDto],
    description: 'Steps of protocols that were open, which can be done since; a few',
  })
  readonly possible: readonly PossibleStepDto[];
  @ApiProperty({ enum: STEP_STATES }) readonly state: StepState;
  @ApiPropertyOptional({ type: OutcomeDoneDto }) readonly outcome?: OutcomeDoneDto;
  @ApiPropertyOptional({ type: MissingRequirementDto, description: 'What the step still lacks' })
  readonly missingRequirements?: MissingRequirementDto;
  @ApiProperty({ type: NextStepDto, nullable: true }) readonly next: NextStepDto | null;
}

@ApiExtraModels(AnswerWithNoteDto)
export class ShownValueDto {
  @ApiProperty() readonly fact: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly shown: WordsDto;
  @ApiPropertyOptional({ ...FACT_VALUE, description: 'As recorded' })
  readonly value?: FactValue;
  @ApiPropertyOptional({ enum: FIELD_CLASSES }) readonly fieldClass?: FieldClass;
  @ApiPropertyOptional() readonly redacted?: boolean;
}

class TookPartDto {
  @ApiProperty({ enum: ROLES }) readonly role: Role;
  @ApiPropertyOptional() readonly name?: string;
}

class PaperDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty() readonly reference: string;
  @ApiPropertyOptional({ description: 'Where it is kept' }) readonly place?: string;
}

/** What a line of the chronology is: an entry of the journal, or something that was asked, sent or answered beside it. */
export const TIMELINE_KINDS = [...ENTRY_KINDS, 'act-beside'] as const;
type TimelineKind = EntryKind | 'act-beside';

export class TimelineEntryDto {
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ type: 'integer' }) readonly seq: number;
  @ApiProperty({
    enum: TIMELINE_KINDS,
    description: 'Of the journal; or an act beside it, by its name alone',
  })
  readonly kind: TimelineKind;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: String, nullable: true }) readonly protocol: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly runId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly step: string | null;
  @ApiPropertyOptional({ description: 'The row that it added or was about' }) readonly rowId?: string;
  @ApiProperty({ format: 'date-time' }) readonly occurredAt: string;
  @ApiProperty({ enum: ['minute', 'day', 'month', 'year'] })
  readonly occurredPrecision: 'minute' | 'day' | 'month' | 'year';
  @ApiProperty({ format: 'date-time' }) readonly recordedAt: string;
  @ApiProperty() readonly by: string;
  @ApiProperty({ type: [TookPartDto] }) readonly participants: readonly TookPartDto[];
  @ApiProperty({ type: [ShownValueDto] }) readonly values: readonly ShownValueDto[];
  @ApiProperty({ type: [WordsDto] }) readonly reasons: readonly WordsDto[];
  @ApiPropertyOptional() readonly bestInterests?: string;
  @ApiPropertyOptional(CHILD_VIEW)
  readonly childView?: { readonly said: string } | { readonly whyNot: string };
  @ApiPropertyOptional({ type: [PaperDto] }) readonly evidence?: readonly PaperDto[];
  @ApiPropertyOptional() readonly note?: string;
  @ApiPropertyOptional({
    enum: ['reasons', 'bestInterests', 'childView', 'evidence', 'note', 'by', 'enteredBy'],
    isArray: true,
    description: 'Words that there are and that the reader may not see',
  })
  readonly redactedWords?: readonly EntryWords[];
  @ApiPropertyOptional({
    type: WordsDto,
    description: 'Of an act that was done in another run: that protocol',
  })
  readonly doneIn?: WordsDto;
  @ApiPropertyOptional() readonly approvedBy?: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly approvedAt?: string;
  @ApiPropertyOptional() readonly amendedBy?: string;
  @ApiProperty() readonly system: boolean;
}

export class TimelinePageDto {
  @ApiProperty({ type: [TimelineEntryDto] }) readonly items: readonly TimelineEntryDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

/** What the page of a case shows, from one state. */
export class CasePageDto {
  @ApiProperty({ type: CaseFileDto }) readonly caseFile: CaseFileDto;
  @ApiProperty({ type: TimelinePageDto, description: 'The newest of the chronology' })
  readonly journal: TimelinePageDto;
}

@ApiExtraModels(AnswerWithNoteDto)
/** Signs of one sheet that were seen or said. */
export class SignsSeenDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [WordsDto] }) readonly items: readonly WordsDto[];
}

@HasAge()
export class CaseFileSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(SHOWN_TEXT) readonly calledName: Shown<string>;
  @ApiProperty(AGE) readonly age: Shown<Age>;
  @ApiProperty({ type: AnswerOfRoleDto, nullable: true, description: '`null`: not known yet' })
  readonly danger: AnswerOfRoleDto | null;
  @ApiProperty({ description: 'A danger was seen that nobody has weighed since' })
  readonly isDangerSeen: boolean;
  @ApiProperty({ type: AnswerOfRoleDto, nullable: true, description: '`null`: not known yet' })
  readonly victimStatus: AnswerOfRoleDto | null;
  @ApiProperty({ type: NamedDto, nullable: true }) readonly lead: NamedDto | null;
  @ApiProperty({ type: NamedDto }) readonly team: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ type: 'integer', description: 'Acts of ours that are late' }) readonly lateCount: number;
  @ApiProperty({ type: 'integer', description: 'Acts that wait for a second person, late or not' })
  readonly approvalCount: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly nextDueAt: string | null;
}

export class CaseFilePageDto {
  @ApiProperty({ type: [CaseFileSummaryDto] }) readonly items: readonly CaseFileSummaryDto[];
  @ApiProperty({ type: [AnswerOfRoleDto], description: 'What the danger may be, the gravest first' })
  readonly dangers: readonly AnswerOfRoleDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
