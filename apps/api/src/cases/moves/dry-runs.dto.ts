import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { DEADLINE_ORIGINS, type DeadlineOrigin, PROTOCOL_NAME, STEP_STATES } from '@repere/protocol';
import type { RunTrial, StepChange } from '@repere/case-engine';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { JOB_STATES } from '../../platform/jobs/jobs';
import { Part } from '../../platform/requests/nested-parts';
import { WordsDto } from '../../platform/answers/words.dto';

export class DryRunTargetDto {
  @ApiPropertyOptional({ example: '1.1.0', description: 'A published version' })
  @IsOptional()
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
  readonly version?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Or a draft' })
  @IsOptional()
  @IsUUID()
  readonly draftId?: string;
}

export class DryRunRequestDto {
  @ApiProperty({ example: 'lost-key' })
  @Matches(PROTOCOL_NAME)
  readonly protocol: string;

  @ApiProperty({ type: DryRunTargetDto })
  @Part(() => DryRunTargetDto)
  readonly to: DryRunTargetDto;
}

export class DryRunCasesQueryDto {
  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly after?: string;
}

export class DryRunDownloadQueryDto {
  @ApiPropertyOptional({ enum: ['csv', 'json'], default: 'csv' })
  @IsOptional()
  @IsIn(['csv', 'json'])
  readonly format?: 'csv' | 'json';
}

export class StepRunsDto {
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: 'integer' }) readonly runs: number;
}

export class PassedRunsDto extends StepRunsDto {
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: DeadlineOrigin;
}

export class DryRunCountsDto {
  @ApiProperty({ type: 'integer' }) readonly changed: number;
  @ApiProperty({ type: 'integer' }) readonly unchanged: number;
  @ApiProperty({ type: [StepRunsDto] }) readonly gains: readonly StepRunsDto[];
  @ApiProperty({ type: [StepRunsDto] }) readonly loses: readonly StepRunsDto[];
  @ApiProperty({ type: [PassedRunsDto] }) readonly passed: readonly PassedRunsDto[];
  @ApiProperty({ type: [StepRunsDto] }) readonly toConfirm: readonly StepRunsDto[];
}

export class DryRunDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly to: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: a published version' })
  readonly draftId: string | null;
  @ApiProperty({ enum: JOB_STATES }) readonly state:
    'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'stopped';
  @ApiProperty({ format: 'date-time' }) readonly askedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly finishedAt: string | null;
  @ApiProperty({ type: 'integer' }) readonly total: number;
  @ApiProperty({ type: 'integer' }) readonly done: number;
  @ApiProperty({ type: DryRunCountsDto }) readonly counts: DryRunCountsDto;
}

class StepChangeDto implements StepChange {
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: STEP_STATES, nullable: true }) readonly before: StepChange['before'];
  @ApiProperty({ enum: STEP_STATES, nullable: true }) readonly after: StepChange['after'];
}

class PassedDeadlineDto {
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: RunTrial['passed'][number]['origin'];
  @ApiProperty({ type: 'integer', description: 'Epoch milliseconds' }) readonly dueAt: number;
}

class ToConfirmDto {
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

class LeftBehindDto {
  @ApiProperty() readonly fact: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

class OutcomesDto {
  @ApiProperty({ type: String, nullable: true }) readonly before: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly after: string | null;
}

/** What moving a run would do. */
class RunTrialDto implements RunTrial {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly from: string;
  @ApiProperty() readonly to: string;
  @ApiProperty({ type: [StepChangeDto] }) readonly gains: readonly StepChangeDto[];
  @ApiProperty({ type: [StepChangeDto] }) readonly loses: readonly StepChangeDto[];
  @ApiProperty({ type: [StepChangeDto] }) readonly differs: readonly StepChangeDto[];
  @ApiProperty({ type: [PassedDeadlineDto], description: 'Would already have passed' })
  readonly passed: readonly PassedDeadlineDto[];
  @ApiProperty({ type: [ToConfirmDto], description: 'Done steps whose ground has changed' })
  readonly toConfirm: readonly ToConfirmDto[];
  @ApiProperty({ type: [LeftBehindDto], description: 'Answers that the new version has no place for' })
  readonly leftBehind: readonly LeftBehindDto[];
  @ApiProperty({ type: OutcomesDto }) readonly outcome: OutcomesDto;
}

export class DryRunCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty({ type: RunTrialDto }) readonly trial: RunTrialDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly movedAt: string | null;
}

@ApiExtraModels(DryRunCaseDto)
export class DryRunCasesDto {
  @ApiProperty({ type: 'array', items: { $ref: getSchemaPath(DryRunCaseDto) } })
  readonly items: readonly DryRunCaseDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
