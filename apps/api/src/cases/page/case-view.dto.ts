import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  AbsenceView,
  CaseView,
  DeadlineView,
  Deviation,
  FactView,
  OutcomeView,
  RowSaysView,
  RunView,
  SafeguardView,
  StepView,
} from '@repere/case-engine';
import {
  DEADLINE_ORIGINS,
  DEADLINE_OWNERS,
  ROLES,
  STEP_KINDS,
  STEP_STATES,
  type StepState,
} from '@repere/protocol';
import { WordsDto } from '../../platform/answers/words.dto';
import { RestDefinitionDto } from '../../protocols/document/protocol-document.dto';
import { AnswerWithNoteDto, FACT_VALUE, FACT_VALUES } from '../../platform/answers/fact-value.dto';

const MOMENT = { type: 'integer', description: 'Epoch milliseconds' } as const;
const NO_MOMENT = { ...MOMENT, nullable: true } as const;

class ReminderDto {
  @ApiProperty(MOMENT) readonly at: number;
  @ApiPropertyOptional({ enum: ['remind'] }) readonly do?: 'remind';
  @ApiPropertyOptional({ enum: ROLES }) readonly tell?: DeadlineView['reminders'][number]['tell'];
}

/** Times in epoch milliseconds. */
export class DeadlineViewDto implements DeadlineView {
  @ApiProperty() readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ enum: ['step', 'approval'] }) readonly of: DeadlineView['of'];
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: DeadlineView['origin'];
  @ApiProperty({ enum: DEADLINE_OWNERS }) readonly owner: DeadlineView['owner'];
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
  @ApiProperty({ ...NO_MOMENT, description: '`null`: the starting fact has no date yet' })
  readonly from: number | null;
  @ApiProperty(NO_MOMENT) readonly dueAt: number | null;
  @ApiProperty({ ...NO_MOMENT, description: 'Later than `dueAt` for "at once"' })
  readonly lateFrom: number | null;
  @ApiProperty({ description: 'Without delay' }) readonly atOnce: boolean;
  @ApiPropertyOptional({ ...MOMENT, description: 'It had passed before the case reached us' })
  readonly passedBefore?: number;
  @ApiPropertyOptional({ ...MOMENT, description: 'When a medical window closed' }) readonly closedAt?: number;
  @ApiPropertyOptional({ type: WordsDto, description: 'What remains to be done then' })
  readonly remains?: WordsDto;
  @ApiProperty({ ...NO_MOMENT, description: 'When what happened met it' }) readonly metAt: number | null;
  @ApiPropertyOptional({ ...MOMENT, description: 'Of a duty that comes again' }) readonly lastDoneAt?: number;
  @ApiProperty({ type: [ReminderDto] }) readonly reminders: readonly ReminderDto[];
}

class StepPlaceDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
}

class SameActDto extends StepPlaceDto {
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty(MOMENT) readonly at: number;
}

class StepViewDto implements StepView {
  @ApiProperty() readonly id: string;
  @ApiProperty() readonly code: string;
  @ApiPropertyOptional({ type: String, description: 'The same act in every protocol that asks it' })
  readonly part?: string;
  @ApiProperty({ enum: STEP_KINDS }) readonly kind: StepView['kind'];
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: STEP_STATES }) readonly state: StepState;
  @ApiProperty() readonly protective: boolean;
  @ApiProperty() readonly repeatable: boolean;
  @ApiProperty({ type: [String], description: 'Entries that stand, oldest first' })
  readonly entryIds: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: 'The entry that waits for a second person' })
  readonly toApprove: string | null;
  @ApiPropertyOptional({ enum: ['best-interests', 'child-view'], isArray: true })
  readonly missingWords?: StepView['missingWords'];
  @ApiPropertyOptional({ type: [String] }) readonly missingEvidence?: readonly string[];
  @ApiProperty(NO_MOMENT) readonly opensAt: number | null;
  @ApiPropertyOptional({ type: SameActDto }) readonly doneElsewhere?: SameActDto;
  @ApiPropertyOptional({ type: StepPlaceDto, description: 'It needs the child, who is not there' })
  readonly suspendedBy?: StepPlaceDto;
  @ApiPropertyOptional({ type: Boolean, enum: [true], description: 'What it was for holds no more' })
  readonly isOver?: true;
  @ApiPropertyOptional({ type: Boolean, enum: [true], description: 'It says that somebody was called' })
  readonly saysCalled?: true;
  @ApiProperty({ type: DeadlineViewDto, nullable: true }) readonly deadline: DeadlineViewDto | null;
  @ApiProperty({ type: DeadlineViewDto, nullable: true }) readonly approvalDeadline: DeadlineViewDto | null;
}

class OutcomeViewDto implements OutcomeView {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: ['full', 'less'] }) readonly protects: OutcomeView['protects'];
  @ApiProperty({ type: WordsDto, nullable: true }) readonly note: WordsDto | null;
  @ApiPropertyOptional({ type: RestDefinitionDto, description: 'After it the case is nobody’s work' })
  readonly rests?: RestDefinitionDto;
  @ApiPropertyOptional({ enum: ['adult'], description: 'A court has said so for good' })
  readonly age?: 'adult';
}

class AbsenceViewDto implements AbsenceView {
  @ApiProperty({ description: 'The step that ends it' }) readonly at: string;
  @ApiPropertyOptional({ description: 'The date since when, a fact of the run' }) readonly since?: string;
  @ApiPropertyOptional({ description: 'The hour of that day, a fact of the run' }) readonly hour?: string;
  @ApiProperty() readonly isOver: boolean;
}

class SafeguardViewDto implements SafeguardView {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

class RowSaysViewDto implements RowSaysView {
  @ApiProperty({ description: 'Fact id of the list' }) readonly list: string;
  @ApiProperty() readonly row: string;
  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'Which parts of what its rows may say, from 0',
  })
  readonly lines: readonly number[];
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

class RunViewDto implements RunView {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty(MOMENT) readonly openedAt: number;
  @ApiProperty({ type: [StepViewDto] }) readonly steps: readonly StepViewDto[];
  @ApiProperty({ type: OutcomeViewDto, nullable: true }) readonly outcome: OutcomeViewDto | null;
  @ApiPropertyOptional({ enum: ['age'], description: 'What the outcome tells of the child' })
  readonly tells?: 'age';
  @ApiPropertyOptional({ type: AbsenceViewDto, description: 'Of a run that is an absence of the child' })
  readonly absence?: AbsenceViewDto;
  @ApiPropertyOptional({ type: [RowSaysViewDto], description: 'Of rows that say something' })
  readonly says?: readonly RowSaysViewDto[];
  @ApiProperty({ description: 'Every step done, waived or not applicable' }) readonly ended: boolean;
  @ApiPropertyOptional({ type: [SafeguardViewDto] }) readonly brokenSafeguards?: readonly SafeguardViewDto[];
}

class DeviationDto implements Deviation {
  @ApiProperty({ enum: ['late', 'late-recording', 'waived', 'out-of-order', 'flag', 'rights-incident'] })
  readonly kind: Deviation['kind'];
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: String, nullable: true }) readonly entryId: string | null;
  @ApiPropertyOptional({ enum: DEADLINE_ORIGINS }) readonly origin?: Deviation['origin'];
  @ApiPropertyOptional({ enum: DEADLINE_OWNERS }) readonly owner?: Deviation['owner'];
  @ApiPropertyOptional({ type: 'integer', description: 'Of a late one: milliseconds' }) readonly by?: number;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiPropertyOptional({ enum: ROLES }) readonly tell?: Deviation['tell'];
}

class FactRowDto {
  @ApiProperty() readonly id: string;
  @ApiProperty(FACT_VALUES) readonly values: NonNullable<FactView['rows']>[number]['values'];
}

@ApiExtraModels(AnswerWithNoteDto)
class FactViewDto implements FactView {
  @ApiProperty() readonly fact: string;
  @ApiProperty({ type: String, nullable: true, description: '`null`: owned by the case' })
  readonly runId: string | null;
  @ApiProperty(FACT_VALUE) readonly value: FactView['value'];
  @ApiPropertyOptional({ type: [FactRowDto], description: 'Of a list, whose `value` is empty' })
  readonly rows?: readonly FactRowDto[];
  @ApiPropertyOptional({ description: 'No other row can come' }) readonly isClosed?: boolean;
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ type: 'integer' }) readonly seq: number;
}

class DaysDto {
  @ApiProperty(MOMENT) readonly endOfToday: number;
  @ApiProperty(MOMENT) readonly endOfWeek: number;
}

/** The state of a case as the engine sees it, redacted to what the reader may see; times in epoch milliseconds. */
export class CaseViewDto implements CaseView {
  @ApiProperty({ type: 'integer' }) readonly seq: number;
  @ApiProperty(MOMENT) readonly now: number;
  @ApiProperty({ type: DaysDto, description: 'Last moments of today and of the seventh day after it' })
  readonly days: DaysDto;
  @ApiProperty({ type: [RunViewDto] }) readonly runs: readonly RunViewDto[];
  @ApiProperty({ type: [FactViewDto], description: 'Facts in effect' })
  readonly facts: readonly FactViewDto[];
  @ApiProperty({ type: [DeadlineViewDto] }) readonly deadlines: readonly DeadlineViewDto[];
  @ApiProperty({ type: [DeviationDto] }) readonly deviations: readonly DeviationDto[];
  @ApiProperty({ ...NO_MOMENT, description: 'When time alone changes something next' })
  readonly nextChangeAt: number | null;
}
