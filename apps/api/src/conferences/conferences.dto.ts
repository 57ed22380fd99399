import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import {
  ACTION_STATES,
  type ActionState,
  APPOINTMENT_STATES,
  type AppointmentState,
  type Attendance,
  ATTENDANCES,
  CHILD_PARTS,
  type ChildPart,
  CONFERENCE_GAPS,
  CONFERENCE_STATES,
  type ConferenceGap,
  type ConferenceState,
  DECISION_KINDS,
  type DecisionKind,
  POINT_GROUNDS,
  type PointGround,
  type Shown,
  TOLD,
  type Told,
} from '@repere/cases';
import { AppointmentDto } from '../appointments/appointments.dto';
import { NamedDto } from '../cases/page/case-file.dto';
import { PageOfCaseDto } from '../cases/page/page-of-case';
import { shownAs, shownListOf, shownText } from '../platform/answers/shown';
import { WordsDto } from '../platform/answers/words.dto';
import { GuestDto, PointDto } from './conference-sent.dto';

const shownOrNone = (what: string) => ({ ...shownText(what), nullable: true }) as const;

/** A point that is proposed, in the words of the case. */
export class ProposedPointDto {
  @ApiProperty({ enum: POINT_GROUNDS }) readonly ground: PointGround;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

/** A conference on one line. */
export class ConferenceLineDto {
  @ApiProperty({ format: 'uuid', description: 'Its appointment' }) readonly id: string;
  @ApiProperty({ format: 'date' }) readonly day: string;
  @ApiProperty({ type: String, nullable: true }) readonly hour: string | null;
  @ApiProperty({ enum: APPOINTMENT_STATES }) readonly appointment: AppointmentState;
  @ApiProperty({ enum: CONFERENCE_STATES }) readonly state: ConferenceState;
}

export class ConferencesDto extends PageOfCaseDto {
  @ApiProperty({ format: 'date', description: 'The day that it is there' }) readonly today: string;
  @ApiProperty({ description: 'May plan one' }) readonly mayWrite: boolean;
  @ApiProperty({ type: [NamedDto], description: 'Who of ours may be invited; empty for who may not write' })
  readonly people: readonly NamedDto[];
  @ApiProperty({ type: [ProposedPointDto], description: 'What is open in the case' })
  readonly proposed: readonly ProposedPointDto[];
  @ApiProperty({ type: [ConferenceLineDto], description: 'The last first' })
  readonly conferences: readonly ConferenceLineDto[];
}

export class MemberDto extends NamedDto {
  @ApiProperty({ enum: ATTENDANCES }) readonly came: Attendance;
}

export class OutsideDto extends GuestDto {
  @ApiProperty({ enum: ATTENDANCES }) readonly came: Attendance;
}

@ApiExtraModels(NamedDto)
export class SaidDecisionDto {
  @ApiProperty({ enum: DECISION_KINDS }) readonly kind: DecisionKind;
  @ApiProperty(shownOrNone('What was decided')) readonly what: Shown<string> | null;
  @ApiProperty(shownText('Its reason')) readonly why: Shown<string>;
  @ApiProperty({ ...shownAs(NamedDto, 'Who is to lead'), nullable: true })
  readonly lead: Shown<NamedDto> | null;
}

/** A conference as it was said at one moment. */
@ApiExtraModels(NamedDto, MemberDto, OutsideDto, PointDto)
export class ConferenceDto {
  @ApiProperty({ type: 'integer', description: '0: nothing was said of it yet' }) readonly version: number;
  @ApiProperty({ enum: CONFERENCE_STATES }) readonly state: ConferenceState;
  @ApiProperty(shownText('What it is for')) readonly purpose: Shown<string>;
  @ApiProperty(shownListOf(MemberDto, 'Who of ours is invited'))
  readonly members: Shown<readonly MemberDto[]>;
  @ApiProperty(shownListOf(OutsideDto, 'Who is invited from outside'))
  readonly outside: Shown<readonly OutsideDto[]>;
  @ApiProperty(shownListOf(PointDto, 'What is spoken of')) readonly points: Shown<readonly PointDto[]>;
  @ApiProperty({ enum: TOLD, description: 'Whether the child was asked what they want said' })
  readonly asked: Told;
  @ApiProperty({ enum: CHILD_PARTS, description: 'Whether the child was there' })
  readonly childCame: ChildPart;
  @ApiProperty(shownOrNone('Why the child was not there')) readonly childWhyNot: Shown<string> | null;
  @ApiProperty(shownOrNone('The child’s own words')) readonly childWords: Shown<string> | null;
  @ApiProperty(shownOrNone('Who tells the child')) readonly teller: Shown<string> | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly tellBy: string | null;
  @ApiProperty({ type: [SaidDecisionDto] }) readonly decisions: readonly SaidDecisionDto[];
  @ApiProperty(shownOrNone('What was said besides')) readonly summary: Shown<string> | null;
  @ApiProperty(shownOrNone('Why it was written anew')) readonly correction: Shown<string> | null;
  @ApiProperty(shownOrNone('Why it was sent back')) readonly sentBack: Shown<string> | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When this was said' })
  readonly at: string | null;
  @ApiProperty({ ...shownAs(NamedDto, 'Who said it'), nullable: true })
  readonly by: Shown<NamedDto> | null;
}

/** That an action went from one person to another. */
@ApiExtraModels(NamedDto)
export class PassedActionDto {
  @ApiProperty(shownAs(NamedDto, 'Who had it')) readonly from: Shown<NamedDto>;
  @ApiProperty(shownAs(NamedDto, 'Who took it over')) readonly to: Shown<NamedDto>;
  @ApiProperty(shownAs(NamedDto, 'Who passed it on')) readonly by: Shown<NamedDto>;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty(shownText('Why')) readonly why: Shown<string>;
}

@ApiExtraModels(NamedDto)
export class ActionDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: 'integer' }) readonly version: number;
  @ApiProperty({ enum: ACTION_STATES }) readonly state: ActionState;
  @ApiProperty(shownText('What is to be done')) readonly what: Shown<string>;
  @ApiProperty(shownAs(NamedDto, 'Who does it')) readonly owner: Shown<NamedDto>;
  @ApiProperty({ format: 'date', description: 'TOOL: by which day' }) readonly day: string;
  @ApiProperty() readonly isLate: boolean;
  @ApiProperty(shownOrNone('How it went, or why it was not done')) readonly outcome: Shown<string> | null;
  @ApiProperty({ type: [PassedActionDto], description: 'From whom to whom, the first first' })
  readonly passed: readonly PassedActionDto[];
  @ApiProperty({ description: 'The reader may pass it on: it is theirs, or they lead the case or the team' })
  readonly mayPass: boolean;
}

/** A hand-over of the lead that was decided, and that the case does not show yet. */
export class OpenHandOverDto {
  @ApiProperty({ type: NamedDto }) readonly to: NamedDto;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why, as it was decided; null: the reader may not propose it',
  })
  readonly why: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when they may answer; null: they are not asked yet',
  })
  readonly askedUntil: string | null;
  @ApiProperty({ description: 'The reader may propose it' }) readonly mayDo: boolean;
}

/** Minutes as the reader typed them last, on whatever device. */
export class MinutesDraftDto {
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly content: unknown;
  @ApiProperty({ type: 'integer', description: 'The version of the conference that was read' })
  readonly version: number;
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: 'integer', description: 'For `If-Match` of the next save' }) readonly revision: number;
}

export class MinutesDraftSavedDto {
  @ApiProperty({ format: 'date-time' }) readonly savedAt: string;
  @ApiProperty({ type: 'integer' }) readonly revision: number;
}

export class ConferencePageDto extends PageOfCaseDto {
  @ApiProperty({ type: 'integer', description: 'Of the case, for `If-Match`' }) readonly seq: number;
  @ApiProperty({ format: 'date', description: 'The day that it is there' }) readonly today: string;
  @ApiProperty({ description: 'May prepare it, write its minutes, settle its actions' })
  readonly mayWrite: boolean;
  @ApiProperty({ description: 'May agree to the minutes that stand: not who wrote them' })
  readonly mayJudge: boolean;
  @ApiProperty({ type: AppointmentDto, description: 'When and where; whether the child was told' })
  readonly appointment: AppointmentDto;
  @ApiProperty({ type: ConferenceDto }) readonly conference: ConferenceDto;
  @ApiProperty({ enum: CONFERENCE_GAPS, isArray: true, description: 'What nobody has said yet' })
  readonly missing: readonly ConferenceGap[];
  @ApiProperty({ type: [ActionDto], description: 'The first due first' })
  readonly actions: readonly ActionDto[];
  @ApiProperty({
    type: MinutesDraftDto,
    nullable: true,
    description: 'What the reader was typing of its minutes',
  })
  readonly draft: MinutesDraftDto | null;
  @ApiProperty({ type: OpenHandOverDto, nullable: true }) readonly handOver: OpenHandOverDto | null;
  @ApiProperty({ type: [NamedDto], description: 'Who of ours may be invited and given actions' })
  readonly people: readonly NamedDto[];
  @ApiProperty({ type: [ProposedPointDto], description: 'What is open in the case' })
  readonly proposed: readonly ProposedPointDto[];
  @ApiProperty({ type: [ConferenceDto], description: 'What was said before, the last first' })
  readonly earlier: readonly ConferenceDto[];
}

export class PlannedConferenceDto {
  @ApiProperty({ format: 'uuid', description: 'Its appointment' }) readonly id: string;
}
