import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DEADLINE_ORIGINS,
  DEADLINE_OWNERS,
  type DeadlineDefinition,
  type DeadlineOrigin,
  type DeadlineOwner,
  type Role,
  ROLES,
  STEP_KINDS,
  type StepDefinition,
  type StepKind,
} from '@repere/protocol';
import { mapOfTexts } from '../../platform/answers/described-maps';
import { WordsDto } from '../../platform/answers/words.dto';

const OVERLAY = { description: 'Territory whose overlay says so' } as const;

class ReminderDefinitionDto {
  @ApiProperty({ description: 'A period' }) readonly after: string;
  @ApiPropertyOptional({ enum: ['remind'] }) readonly do?: 'remind';
  @ApiPropertyOptional({ enum: ROLES }) readonly tell?: Role;
}

class RecurrenceLineDto {
  @ApiPropertyOptional({ description: 'Expression; none in the last line' }) readonly when?: string;
  @ApiProperty({ description: 'A period' }) readonly is: string;
}

class DeadlineDefinitionDto implements DeadlineDefinition {
  @ApiProperty({ example: '5 working days' }) readonly within: string;
  @ApiProperty({ description: '`run`, a step, or a date fact' }) readonly from: string;
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: DeadlineOrigin;
  @ApiProperty({ enum: DEADLINE_OWNERS }) readonly owner: DeadlineOwner;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
  @ApiProperty({ type: [ReminderDefinitionDto] }) readonly late: readonly ReminderDefinitionDto[];
  @ApiPropertyOptional({ type: [RecurrenceLineDto] }) readonly every?: readonly RecurrenceLineDto[];
  @ApiPropertyOptional(OVERLAY) readonly overlay?: string;
}

class OpensAtDto {
  @ApiProperty({ description: 'A period' }) readonly after: string;
  @ApiProperty() readonly from: string;
}

class ApproverDto {
  @ApiProperty({ enum: ROLES }) readonly role: Role;
  @ApiPropertyOptional({ description: 'Expression' }) readonly when?: string;
  @ApiPropertyOptional({ enum: ['before', 'at-once'] }) readonly effect?: 'before' | 'at-once';
  @ApiPropertyOptional(OVERLAY) readonly overlay?: string;
}

class RequirementDto {
  @ApiProperty({ description: 'Expression' }) readonly when: string;
  @ApiProperty({ description: 'Expression: must be exactly true of what is sent' }) readonly that: string;
  @ApiProperty({ type: WordsDto }) readonly because: WordsDto;
  @ApiPropertyOptional({ enum: ['hotel-refused'], description: 'What is counted each time it refuses' })
  readonly counted?: 'hotel-refused';
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

class FlagDefinitionDto {
  @ApiProperty({ description: 'Expression' }) readonly when: string;
  @ApiPropertyOptional({ enum: ROLES }) readonly tell?: Role;
  @ApiPropertyOptional() readonly incident?: boolean;
  @ApiProperty({ type: WordsDto }) readonly because: WordsDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

class ValidityDefinitionDto {
  @ApiProperty({ description: 'A period' }) readonly for: string;
  @ApiProperty({ type: [String], description: 'Facts that end it when they are told anew' })
  readonly until: readonly string[];
}

/** Not repeatable, or whether each time is about facts of its own. */
const REPEATABLE = {
  oneOf: [
    { type: 'boolean', enum: [false] },
    { type: 'object', properties: { newFacts: { type: 'boolean' } }, required: ['newFacts'] },
  ],
};

export class StepDefinitionDto implements StepDefinition {
  @ApiProperty() readonly id: string;
  @ApiPropertyOptional({ description: 'Name of the part of parts.yaml that it is' }) readonly part?: string;
  @ApiPropertyOptional(OVERLAY) readonly overlay?: string;
  @ApiProperty() readonly code: string;
  @ApiProperty({ enum: STEP_KINDS }) readonly kind: StepKind;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly guidance?: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly tooLate?: WordsDto;
  @ApiProperty({ enum: ROLES, isArray: true }) readonly by: readonly Role[];
  @ApiPropertyOptional({ enum: ROLES, isArray: true }) readonly enteredBy?: readonly Role[];
  @ApiProperty({ type: [String] }) readonly after: readonly string[];
  @ApiPropertyOptional({ description: 'Expression: waits while unknown' }) readonly when?: string;
  @ApiPropertyOptional({ description: 'Expression: applies except when exactly true' })
  readonly unless?: string;
  @ApiPropertyOptional({ description: 'Expression' }) readonly ready?: string;
  @ApiPropertyOptional({ type: OpensAtDto }) readonly opensAt?: OpensAtDto;
  @ApiProperty({ type: [String] }) readonly fields: readonly string[];
  @ApiProperty({ type: [String] }) readonly required: readonly string[];
  @ApiPropertyOptional() readonly adds?: string;
  @ApiPropertyOptional() readonly about?: string;
  @ApiPropertyOptional() readonly closes?: string;
  @ApiPropertyOptional() readonly decides?: string;
  @ApiProperty(mapOfTexts('By value of the decided fact: a closed list of reasons'))
  readonly reasons: Readonly<Record<string, string>>;
  @ApiPropertyOptional({ type: ApproverDto }) readonly approvedBy?: ApproverDto;
  @ApiProperty({ type: [String] }) readonly evidence: readonly string[];
  @ApiPropertyOptional({ type: DeadlineDefinitionDto }) readonly due?: DeadlineDefinitionDto;
  @ApiProperty(REPEATABLE) readonly repeatable: StepDefinition['repeatable'];
  @ApiProperty({ enum: ['never', 'with-approval', 'with-reason'] })
  readonly waivable: StepDefinition['waivable'];
  @ApiPropertyOptional() readonly waiverReasons?: string;
  @ApiProperty({ type: [RequirementDto] }) readonly requires: readonly RequirementDto[];
  @ApiProperty({ type: [FlagDefinitionDto] }) readonly flags: readonly FlagDefinitionDto[];
  @ApiProperty() readonly protective: boolean;
  @ApiPropertyOptional() readonly offers?: string;
  @ApiPropertyOptional({ enum: ['family'] }) readonly contacts?: 'family';
  @ApiPropertyOptional({ enum: ['prosecutor'], description: 'To whom it reports' })
  readonly reports?: 'prosecutor';
  @ApiPropertyOptional({ enum: ['rights-sheet'], description: 'What it hands to the child' })
  readonly hands?: 'rights-sheet';
  @ApiPropertyOptional({ description: 'It says that somebody was called' }) readonly saysCalled?: boolean;
  @ApiPropertyOptional({ enum: ['no-place-tonight'], description: 'What is counted while it is to be done' })
  readonly counted?: 'no-place-tonight';
  @ApiPropertyOptional({ enum: ['child present'] }) readonly needs?: 'child present';
  @ApiPropertyOptional({ type: ValidityDefinitionDto }) readonly valid?: ValidityDefinitionDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}
