import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_OUTCOMES,
  type AppointmentKind,
  type AppointmentOutcome,
  CANCEL_REASONS,
  type CancelReason,
  type Shown,
  SURE_OR_NOT,
  type SureOrNot,
  THIRD_PERSONS,
  type ThirdPerson,
  TOLD,
  type Told,
} from '@repere/cases';
import { IsIn, IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { NamedDto } from '../cases/page/case-file.dto';
import { AppointmentOutlineDto } from '../cases/next-appointment/appointment-outline.dto';
import { PageOfCaseDto } from '../cases/page/page-of-case';
import { IsDay } from '../platform/requests/is-day';
import { PlainText } from '../platform/answers/plain-text';
import { shownAs, shownText } from '../platform/answers/shown';

/** A day. */
const MOST_MINUTES = 24 * 60;

// -- what is sent ----------------------------------------------------------------------------------------

/** When and where, as a plan says it. */
export class PlannedTimeDto {
  @ApiProperty({ format: 'date', description: 'By the clocks of the case' })
  @IsDay()
  readonly day: string;

  @ApiPropertyOptional({ example: '09:30', description: 'By the clocks of the case; none: not known yet' })
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  readonly hour?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MOST_MINUTES,
    description: 'How long it lasts',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  readonly minutes?: number;

  @ApiPropertyOptional({ description: 'Where' })
  @IsOptional()
  @PlainText(300)
  readonly place?: string;
}

export class PlanAppointmentDto extends PlannedTimeDto {
  @ApiProperty({ enum: APPOINTMENT_KINDS }) @IsIn(APPOINTMENT_KINDS) readonly kind: AppointmentKind;

  @ApiPropertyOptional({ description: 'Of a journey: where it begins; `place` is where it ends' })
  @IsOptional()
  @PlainText(300)
  readonly from?: string;

  @ApiPropertyOptional({ description: 'With whom' })
  @IsOptional()
  @PlainText(200)
  readonly withWhom?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Who of the case’s people goes with the child' })
  @IsOptional()
  @IsUUID()
  readonly escortId?: string;

  @ApiPropertyOptional({ description: 'Who goes with the child, in words' })
  @IsOptional()
  @PlainText(200)
  readonly escort?: string;

  @ApiProperty({ enum: SURE_OR_NOT, description: 'Whether an interpreter is needed' })
  @IsIn(SURE_OR_NOT)
  readonly interpreter: SureOrNot;

  @ApiPropertyOptional({ enum: SURE_OR_NOT, description: 'Whether one is found; not said: not known' })
  @IsOptional()
  @IsIn(SURE_OR_NOT)
  readonly interpreterFound?: SureOrNot;

  @ApiPropertyOptional({ description: 'Which language' })
  @IsOptional()
  @PlainText(100)
  readonly language?: string;

  @ApiPropertyOptional({
    enum: THIRD_PERSONS,
    description: 'Who is beside the child (S34); of a hearing or confrontation, not said is not settled',
  })
  @IsOptional()
  @IsIn(THIRD_PERSONS)
  readonly third?: ThirdPerson;

  @ApiPropertyOptional({ description: 'Their name, or the decision: who decided, when, its reference, why' })
  @IsOptional()
  @PlainText(500)
  readonly thirdWords?: string;

  @ApiPropertyOptional({
    description: 'Why the child is heard again (S39); asked for where they were heard before',
  })
  @IsOptional()
  @PlainText(500)
  readonly whyAgain?: string;

  @ApiProperty({ enum: TOLD, description: 'Whether the child was told' })
  @IsIn(TOLD)
  readonly told: Told;

  @ApiPropertyOptional()
  @IsOptional()
  @PlainText(1_000)
  readonly notes?: string;
}

const VERSION = { type: 'integer', minimum: 1, description: 'The version that was read' } as const;

export class ChangeAppointmentDto extends PlanAppointmentDto {
  @ApiProperty(VERSION) @IsInt() @Min(1) @Max(10_000) readonly version: number;
}

export class EndAppointmentDto {
  @ApiProperty(VERSION) @IsInt() @Min(1) @Max(10_000) readonly version: number;

  @ApiProperty({ enum: APPOINTMENT_OUTCOMES }) @IsIn(APPOINTMENT_OUTCOMES) readonly state: AppointmentOutcome;

  @ApiPropertyOptional({ enum: CANCEL_REASONS, description: 'Of what was cancelled' })
  @IsOptional()
  @IsIn(CANCEL_REASONS)
  readonly reason?: CancelReason;

  @ApiPropertyOptional({ description: 'How it went, or why not' })
  @IsOptional()
  @PlainText(1_000)
  readonly words?: string;
}

// -- what is answered ------------------------------------------------------------------------------------

@ApiExtraModels(NamedDto)
export class AppointmentDto extends AppointmentOutlineDto {
  @ApiProperty({ type: 'integer' }) readonly version: number;
  @ApiProperty({ enum: CANCEL_REASONS, nullable: true }) readonly reason: CancelReason | null;
  @ApiProperty({ ...shownText('Where a journey begins'), nullable: true })
  readonly from: Shown<string> | null;
  @ApiProperty({ ...shownText('Where'), nullable: true }) readonly place: Shown<string> | null;
  @ApiProperty({ ...shownText('With whom'), nullable: true }) readonly withWhom: Shown<string> | null;
  @ApiProperty({ ...shownAs(NamedDto, 'Who of ours goes along'), nullable: true })
  readonly escortAccount: Shown<NamedDto> | null;
  @ApiProperty({ ...shownText('Who goes along, in words'), nullable: true })
  readonly escort: Shown<string> | null;
  @ApiProperty({ enum: SURE_OR_NOT }) readonly interpreter: SureOrNot;
  @ApiProperty({ enum: SURE_OR_NOT }) readonly interpreterFound: SureOrNot;
  @ApiProperty({ ...shownText('Which language'), nullable: true }) readonly language: Shown<string> | null;
  @ApiProperty({ enum: THIRD_PERSONS, nullable: true }) readonly third: ThirdPerson | null;
  @ApiProperty({ ...shownText('Who is beside the child, or the decision'), nullable: true })
  readonly thirdWords: Shown<string> | null;
  @ApiProperty({ ...shownText('Why the child is heard again'), nullable: true })
  readonly whyAgain: Shown<string> | null;
  @ApiProperty({ enum: TOLD }) readonly told: Told;
  @ApiProperty({ ...shownText('The notes'), nullable: true }) readonly notes: Shown<string> | null;
  @ApiProperty({ ...shownText('How it went'), nullable: true }) readonly outcome: Shown<string> | null;
  @ApiProperty({ format: 'date-time', description: 'When this was said' }) readonly at: string;
  @ApiProperty(shownAs(NamedDto, 'Who said it')) readonly by: Shown<NamedDto>;
}

/** S39: what a hearing that is to come would be. */
export class NextHearingDto {
  @ApiProperty({ format: 'uuid', description: 'The appointment' }) readonly id: string;
  @ApiProperty({ type: 'integer', description: 'Which one it would be at least' }) readonly nth: number;
  @ApiProperty({ enum: SURE_OR_NOT, description: 'A repeat needs a justification' })
  readonly isRepeat: SureOrNot;
  @ApiProperty({ description: 'Somebody said why the child is heard again' }) readonly isJustified: boolean;
}

export class HearingsDto {
  @ApiProperty({ type: 'integer', description: 'Rows of the case’s list of hearings and confrontations' })
  readonly count: number;
  @ApiProperty({ description: 'Somebody said that there were no others' }) readonly isComplete: boolean;
  @ApiProperty({ type: [NextHearingDto] }) readonly next: readonly NextHearingDto[];
}

export class AppointmentsDto extends PageOfCaseDto {
  @ApiProperty({ format: 'date', description: 'The day that it is there' }) readonly today: string;
  @ApiProperty({ description: 'May plan, change and end' }) readonly mayWrite: boolean;
  @ApiProperty({ type: [NamedDto], description: 'Who may go along; empty for who may not write' })
  readonly escorts: readonly NamedDto[];
  @ApiProperty({ type: [AppointmentDto], description: 'To come or without an outcome, the next first' })
  readonly next: readonly AppointmentDto[];
  @ApiProperty({ type: [AppointmentDto], description: 'Held, cancelled, missed; the last first' })
  readonly past: readonly AppointmentDto[];
  @ApiProperty({ type: HearingsDto, nullable: true, description: '`null`: not the reader’s to see' })
  readonly hearings: HearingsDto | null;
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many are not shown: they would tell where the child goes',
  })
  readonly hidden: number;
}

export class AppointmentPageDto extends PageOfCaseDto {
  @ApiProperty({ format: 'date', description: 'The day that it is there' }) readonly today: string;
  @ApiProperty() readonly mayWrite: boolean;
  @ApiProperty({ type: [NamedDto] }) readonly escorts: readonly NamedDto[];
  @ApiProperty({ type: AppointmentDto }) readonly appointment: AppointmentDto;
  @ApiProperty({ type: [AppointmentDto], description: 'What was said before, the last first' })
  readonly earlier: readonly AppointmentDto[];
}

export class PlannedAppointmentDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class OwnAppointmentDto extends AppointmentOutlineDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name')) readonly calledName: Shown<string>;
  @ApiProperty({ description: 'The reader goes with the child' }) readonly isEscort: boolean;
}

export class OwnAppointmentsDto {
  @ApiProperty({ type: [OwnAppointmentDto], description: 'The next first' })
  readonly items: readonly OwnAppointmentDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
