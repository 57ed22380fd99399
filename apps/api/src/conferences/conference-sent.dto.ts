import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ACTION_OUTCOMES,
  type ActionOutcome,
  type Attendance,
  ATTENDANCES,
  CHILD_PARTS,
  type ChildPart,
  DECISION_KINDS,
  type DecisionKind,
  MINUTES_VERDICTS,
  type MinutesVerdict,
  POINT_GROUNDS,
  type PointGround,
  TOLD,
  type Told,
} from '@repere/cases';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { PlannedTimeDto } from '../appointments/appointments.dto';
import { PlainText } from '../platform/answers/plain-text';
import { IsDay } from '../platform/requests/is-day';
import { Part, Parts } from '../platform/requests/nested-parts';

/** TOOL: who needs more holds two conferences. */
const [MOST_MEMBERS, MOST_OUTSIDE, MOST_POINTS, MOST_DECISIONS, MOST_ACTIONS] = [30, 20, 40, 20, 20];

const VERSION = {
  type: 'integer',
  minimum: 0,
  description: 'The version that was read; 0: nothing was said yet',
} as const;

export class PointDto {
  @ApiProperty({ enum: POINT_GROUNDS, description: 'Where it comes from' })
  @IsIn(POINT_GROUNDS)
  readonly ground: PointGround;

  @PlainText(300) readonly text: string;
}

export class GuestDto {
  @PlainText(120) readonly name: string;
  @ApiProperty({ description: 'What they do, and for whom' }) @PlainText(160) readonly role: string;
}

export class PreparationDto {
  @ApiProperty({ description: 'What it is for' }) @PlainText(500) readonly purpose: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    maxItems: MOST_MEMBERS,
    description: 'Who of ours is invited',
  })
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(MOST_MEMBERS)
  @IsArray()
  readonly memberIds: readonly string[];

  @ApiProperty({
    type: [GuestDto],
    maxItems: MOST_OUTSIDE,
    description: 'Who is invited from outside, in words',
  })
  @Parts(() => GuestDto, MOST_OUTSIDE)
  readonly outside: readonly GuestDto[];

  @ApiProperty({ type: [PointDto], maxItems: MOST_POINTS, description: 'What is spoken of, in this order' })
  @Parts(() => PointDto, MOST_POINTS)
  readonly points: readonly PointDto[];

  @ApiProperty({ enum: TOLD, description: 'Whether the child was told of it' })
  @IsIn(TOLD)
  readonly told: Told;

  @ApiProperty({ enum: TOLD, description: 'Whether the child was asked what they want said' })
  @IsIn(TOLD)
  readonly asked: Told;

  @ApiPropertyOptional({ description: 'What the child said, in their own words' })
  @IsOptional()
  @PlainText(2_000)
  readonly childWords?: string;
}

/** When it is, of a plan alone: moved and cancelled it is in the calendar. */
export class PlanConferenceDto extends PreparationDto {
  @ApiProperty({ type: PlannedTimeDto })
  @Part(() => PlannedTimeDto)
  readonly when: PlannedTimeDto;
}

export class PrepareConferenceDto extends PreparationDto {
  @ApiProperty(VERSION) @IsInt() @Min(0) @Max(1_000) readonly version: number;
}

export class MemberCameDto {
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly accountId: string;
  @ApiProperty({ enum: ATTENDANCES }) @IsIn(ATTENDANCES) readonly came: Attendance;
}

export class MinutesDecisionDto {
  @ApiProperty({ enum: DECISION_KINDS }) @IsIn(DECISION_KINDS) readonly kind: DecisionKind;

  @ApiPropertyOptional({ description: 'What was decided; of a hand-over its kind says it' })
  @IsOptional()
  @PlainText(1_000)
  readonly what?: string;

  @PlainText(1_000) readonly why: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of a hand-over: who is to lead' })
  @IsOptional()
  @IsUUID()
  readonly leadId?: string;
}

export class NewActionDto {
  @PlainText(500) readonly what: string;
  @ApiProperty({ format: 'uuid' }) @IsUUID() readonly ownerId: string;
  @ApiProperty({ format: 'date', description: 'By the clocks of the case' }) @IsDay() readonly day: string;
}

export class WriteMinutesDto {
  @ApiProperty(VERSION) @IsInt() @Min(0) @Max(1_000) readonly version: number;

  @ApiProperty({
    type: [MemberCameDto],
    maxItems: MOST_MEMBERS,
    description: 'Of whom nothing is sent it is not said',
  })
  @Parts(() => MemberCameDto, MOST_MEMBERS)
  readonly members: readonly MemberCameDto[];

  @ApiProperty({
    enum: ATTENDANCES,
    isArray: true,
    maxItems: MOST_OUTSIDE,
    description: 'In the order of who was invited from outside',
  })
  @IsIn(ATTENDANCES, { each: true })
  @ArrayMaxSize(MOST_OUTSIDE)
  @IsArray()
  readonly outside: readonly Attendance[];

  @ApiProperty({ enum: TOLD }) @IsIn(TOLD) readonly told: Told;
  @ApiProperty({ enum: TOLD }) @IsIn(TOLD) readonly asked: Told;
  @ApiProperty({ enum: CHILD_PARTS, description: 'Whether the child was there' })
  @IsIn(CHILD_PARTS)
  readonly childCame: ChildPart;

  @ApiPropertyOptional({ description: 'Why the child was not invited, or not able to come' })
  @IsOptional()
  @PlainText(1_000)
  readonly childWhyNot?: string;

  @ApiPropertyOptional({ description: 'What the child said, in their own words' })
  @IsOptional()
  @PlainText(2_000)
  readonly childWords?: string;

  @ApiPropertyOptional({ description: 'Who tells the child what came of it' })
  @IsOptional()
  @PlainText(200)
  readonly teller?: string;

  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() readonly tellBy?: string;

  @ApiProperty({ type: [MinutesDecisionDto], maxItems: MOST_DECISIONS })
  @Parts(() => MinutesDecisionDto, MOST_DECISIONS)
  readonly decisions: readonly MinutesDecisionDto[];

  @ApiProperty({
    type: [NewActionDto],
    maxItems: MOST_ACTIONS,
    description: 'New ones; those that were said before stay',
  })
  @Parts(() => NewActionDto, MOST_ACTIONS)
  readonly actions: readonly NewActionDto[];

  @ApiPropertyOptional() @IsOptional() @PlainText(5_000) readonly summary?: string;

  @ApiPropertyOptional({ description: 'Why minutes that were agreed to are written anew' })
  @IsOptional()
  @PlainText(1_000)
  readonly correction?: string;
}

export class SaveMinutesDraftDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Whatever the form holds, up to 128 kB; never validated',
  })
  @IsDefined()
  readonly content: unknown;

  @ApiProperty(VERSION) @IsInt() @Min(0) @Max(1_000) readonly version: number;
}

export class JudgeMinutesDto {
  @ApiProperty({ ...VERSION, minimum: 1 }) @IsInt() @Min(1) @Max(1_000) readonly version: number;
  @ApiProperty({ enum: MINUTES_VERDICTS }) @IsIn(MINUTES_VERDICTS) readonly verdict: MinutesVerdict;

  @ApiPropertyOptional({ description: 'Why they are sent back' })
  @IsOptional()
  @PlainText(1_000)
  readonly words?: string;
}

export class SettleActionDto {
  @ApiProperty({ ...VERSION, minimum: 1 }) @IsInt() @Min(1) @Max(1_000) readonly version: number;
  @ApiProperty({ enum: ACTION_OUTCOMES }) @IsIn(ACTION_OUTCOMES) readonly state: ActionOutcome;

  @ApiPropertyOptional({ description: 'How it went; of what was not done, why' })
  @IsOptional()
  @PlainText(1_000)
  readonly words?: string;
}

export class PassActionDto {
  @ApiProperty({ ...VERSION, minimum: 1 }) @IsInt() @Min(1) @Max(1_000) readonly version: number;
  @ApiProperty({ format: 'uuid', description: 'Who takes it over' }) @IsUUID() readonly ownerId: string;
  @ApiProperty({ description: 'Why' }) @PlainText(1_000) readonly words: string;
}
