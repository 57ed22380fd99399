import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import {
  CHECK_ANSWERS,
  type CheckAnswer,
  FINDING_OUTCOMES,
  FINDING_SEVERITIES,
  type FindingOutcome,
  type FindingSeverity,
  SAMPLING_METHODS,
  type SamplingMethod,
} from '@repere/audit';
import { PROTOCOL_NAME } from '@repere/protocol';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Parts } from '../../../platform/requests/nested-parts';
import { PlainText, PlainTexts } from '../../../platform/answers/plain-text';

/** More than anybody examines. */
export const MOST_DRAWN = 500;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IDS: ApiPropertyOptions = { type: [String], format: 'uuid', minItems: 1 };

export class MissionScopeDto {
  @ApiProperty(IDS)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly teamIds: readonly string[];

  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true })
  @Matches(DAY)
  readonly from: string;

  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true })
  @Matches(DAY)
  readonly to: string;

  @ApiProperty({ type: [String], description: 'Names of protocols; none: all' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(PROTOCOL_NAME, { each: true })
  readonly protocols: readonly string[];
}

export class MissionPlanDto extends MissionScopeDto {
  @ApiProperty()
  @PlainText(200)
  readonly title: string;

  @ApiProperty({ description: 'What the mission is to find out' })
  @PlainText(2_000)
  readonly question: string;

  @ApiProperty(IDS)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly auditorIds: readonly string[];

  @ApiProperty({ enum: SAMPLING_METHODS })
  @IsIn(SAMPLING_METHODS)
  readonly method: SamplingMethod;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST_DRAWN, description: 'Cases to draw; absent for `all`' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DRAWN)
  readonly size?: number;

  @ApiProperty({ type: [String], minItems: 1, maxItems: 30, description: 'Questions for each case' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @PlainTexts(300)
  readonly checklist: readonly string[];
}

export class OpenMissionDto {
  @ApiPropertyOptional({
    minLength: 8,
    maxLength: 128,
    description: 'A seed that was drawn in public; without one the server draws it',
  })
  @IsOptional()
  @Length(8, 128)
  @Matches(/^[\x21-\x7e]+$/)
  readonly seed?: string;
}

export class CheckDto {
  @ApiProperty({ minimum: 0, description: 'Place in the checklist' })
  @IsInt()
  @Min(0)
  @Max(29)
  readonly question: number;

  @ApiPropertyOptional({ enum: CHECK_ANSWERS, description: 'Absent: not answered yet' })
  @IsOptional()
  @IsIn(CHECK_ANSWERS)
  readonly answer?: CheckAnswer;

  @ApiProperty()
  @PlainText(2_000, 0)
  readonly note: string;
}

export class ExaminationDto {
  @ApiProperty({ type: [CheckDto], maxItems: 30 })
  @Parts(() => CheckDto, 30)
  readonly answers: readonly CheckDto[];

  @ApiProperty({ description: 'Every question is answered, and the auditor is through with it' })
  @IsBoolean()
  readonly done: boolean;
}

export class FindingInputDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A case that was drawn; absent: about no case in particular',
  })
  @IsOptional()
  @IsUUID()
  readonly caseFileId?: string;

  @ApiProperty({ enum: FINDING_SEVERITIES })
  @IsIn(FINDING_SEVERITIES)
  readonly severity: FindingSeverity;

  @ApiProperty()
  @PlainText(2_000)
  readonly expected: string;

  @ApiProperty()
  @PlainText(2_000)
  readonly happened: string;

  @ApiPropertyOptional({ minimum: 0, description: 'Days between what was expected and what happened' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  readonly days?: number;

  @ApiProperty({ description: 'What shows it: an act, its date, a document’s reference' })
  @PlainText(2_000)
  readonly evidence: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly ownerId: string;

  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true })
  @Matches(DAY)
  readonly dueOn: string;
}

export class FindingAnswerDto {
  @ApiProperty()
  @PlainText(4_000)
  readonly text: string;
}

export class FindingClosingDto {
  @ApiProperty({ enum: FINDING_OUTCOMES })
  @IsIn(FINDING_OUTCOMES)
  readonly outcome: FindingOutcome;

  @ApiProperty()
  @PlainText(2_000)
  readonly note: string;
}
