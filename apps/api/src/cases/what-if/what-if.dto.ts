import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DEADLINE_ORIGINS,
  type DeadlineOrigin,
  type FactValues,
  STEP_STATES,
  type StepState,
} from '@repere/protocol';
import { IsOptional, IsUUID } from 'class-validator';
import { ProblemReasonDto } from '../../platform/answers/openapi';
import { WordsDto } from '../../platform/answers/words.dto';
import { FACT_VALUES } from '../../platform/answers/fact-value.dto';
import { IsFactValues } from '../facts/fact-values';
import { FieldViewDto } from '../steps/steps.dto';

export class WhatIfRequestDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'The run whose own facts may be tried as well' })
  @IsOptional()
  @IsUUID()
  readonly runId?: string;

  @ApiProperty({ ...FACT_VALUES, description: 'Answers to try, by fact' })
  @IsFactValues()
  readonly values: FactValues;
}

class TriedProtocolDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

class TriedStepDto {
  @ApiProperty() readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly protocolTitle: WordsDto;
  @ApiProperty({ enum: STEP_STATES, nullable: true }) readonly before: StepState | null;
  @ApiProperty({ enum: STEP_STATES, nullable: true }) readonly after: StepState | null;
}

class TriedDeadlineDto {
  @ApiProperty() readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiProperty({ enum: DEADLINE_ORIGINS })
  readonly origin: DeadlineOrigin;
  @ApiPropertyOptional({ description: 'Due without delay' }) readonly atOnce?: boolean;
}

export class WhatIfDto {
  @ApiProperty({ type: [TriedProtocolDto] }) readonly opens: readonly TriedProtocolDto[];
  @ApiProperty({ type: [TriedStepDto] }) readonly steps: readonly TriedStepDto[];
  @ApiProperty({ type: [TriedDeadlineDto] }) readonly deadlines: readonly TriedDeadlineDto[];
  @ApiProperty({
    type: [WordsDto],
    description: 'Protocols that would protect less; what that opens is not told',
  })
  readonly lessProtective: readonly WordsDto[];
  @ApiProperty({ type: [ProblemReasonDto], description: 'Why it can not be tried' })
  readonly refused: readonly ProblemReasonDto[];
}

class FactOwnerDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class TriableFactDto {
  @ApiProperty({ type: FieldViewDto }) readonly field: FieldViewDto;
  @ApiProperty({ type: FactOwnerDto, nullable: true, description: 'Whose it is; null: the case’s' })
  readonly run: FactOwnerDto | null;
  @ApiProperty({ description: 'May be recorded outside a step' }) readonly mayBeTold: boolean;
}
