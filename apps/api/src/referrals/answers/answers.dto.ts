import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PreparedReferralDto } from '../prepared/seen-prepared.dto';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { PlainText } from '../../platform/answers/plain-text';
import { CapacityLinkDto } from '../capacity/capacity.dto';
import { ReferralMessagesDto } from '../messages/messages.dto';
import { CrowdedDto } from '../places/crowded.dto';
import { RUNNING_QUESTIONS, type RunningQuestion } from '../capacity/capacity-state';
import {
  AWAITED,
  type Awaited,
  NEED_STATES,
  OFFER_TAKEN,
  type NeedState,
  REFERRAL_ANSWERS,
  REFERRAL_EVENTS,
  REFERRAL_OUTCOMES,
  REFERRAL_STATES,
  type ReferralAnswer,
  type ReferralEventKind,
  type ReferralOutcome,
  type ReferralReason,
  type ReferralState,
  REFUSAL_REASONS,
  type RefusalReason,
  UNMET_REASONS,
  type UnmetReason,
} from './referral-state';
import { UnaskedNeedDto } from '../needs/unasked/unasked-needs.dto';

export class AnswerReferralDto {
  @ApiProperty({ enum: REFERRAL_ANSWERS }) @IsIn(REFERRAL_ANSWERS) readonly answer: ReferralAnswer;

  @ApiPropertyOptional({ enum: REFUSAL_REASONS, description: 'Of a refusal' })
  @IsOptional()
  @IsIn(REFUSAL_REASONS)
  readonly reason?: RefusalReason;

  @ApiPropertyOptional({ description: 'Of another offer: what; of one for somebody else: for whom' })
  @IsOptional()
  @PlainText(1_000)
  readonly words?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Of a yes: when the child is expected there, with its offset; before the referral ends',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly expectedAt?: string;

  @ApiPropertyOptional({ description: 'By when' })
  @IsOptional()
  @PlainText(120)
  readonly byWhen?: string;

  @ApiPropertyOptional({ description: 'Whom to call there' })
  @IsOptional()
  @PlainText(200)
  readonly whomToCall?: string;
}

export class TakeOfferDto {
  @ApiProperty({
    format: 'date-time',
    description: 'When what was read was offered: the moment of its event',
  })
  @IsISO8601({ strict: true })
  readonly offeredAt: string;
}

/** How a partner was chased. */
export const REMINDER_WAYS = ['mail', 'telephone'] as const;

export class RemindPartnerDto {
  @ApiProperty({
    enum: REMINDER_WAYS,
    description: 'By a mail that says nothing of the child, or by telephone: noted',
  })
  @IsIn(REMINDER_WAYS)
  readonly how: (typeof REMINDER_WAYS)[number];
}

export class RecordUnmetDto {
  @ApiProperty({ enum: UNMET_REASONS }) @IsIn(UNMET_REASONS) readonly reason: UnmetReason;
}

/** What follows a yes. */
export const FOLLOW_UPS = [
  'first-appointment',
  'feedback',
  'ended',
] as const satisfies readonly ReferralEventKind[];

export class GiveFeedbackDto {
  @ApiProperty({ maxLength: 1_000, description: 'What came of the child, as the service says' })
  @PlainText(1_000)
  readonly words: string;
}

export class FollowUpReferralDto {
  @ApiProperty({ enum: FOLLOW_UPS, description: 'The child was received, what came of it, or it is over' })
  @IsIn(FOLLOW_UPS)
  readonly what: (typeof FOLLOW_UPS)[number];

  @ApiPropertyOptional({ enum: REFERRAL_OUTCOMES, description: 'Of an end: whether the need was met' })
  @IsOptional()
  @IsIn(REFERRAL_OUTCOMES)
  readonly outcome?: ReferralOutcome;

  @ApiPropertyOptional({
    maxLength: 1_000,
    description: 'What came of it, as the service or the child says; feedback is nothing else',
  })
  @IsOptional()
  @PlainText(1_000)
  readonly words?: string;
}

export class ReferralEventDto {
  @ApiProperty({ enum: REFERRAL_EVENTS }) readonly kind: ReferralEventKind;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who; null: the clock, or a service without account by its link',
  })
  readonly by: string | null;
  @ApiProperty({
    ...{
      enum: [...new Set([...REFUSAL_REASONS, ...UNMET_REASONS, ...REFERRAL_OUTCOMES, OFFER_TAKEN])],
      type: String,
    },
    ...{
      nullable: true,
      description: 'Of a refusal, an unmet need or an end; of a yes: its offer was taken',
    },
  })
  readonly reason: ReferralReason | null;
  @ApiProperty({ type: String, nullable: true }) readonly words: string | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Of a yes: when the child is expected there',
  })
  readonly expectedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly byWhen: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whom to call there' })
  readonly whomToCall: string | null;
}

/** How a service without account is reached, and answers. */
export class ReachedServiceDto {
  @ApiProperty({ type: [String] }) readonly phones: readonly string[];
  @ApiProperty({ description: 'A mail with a link could leave' }) readonly hasMail: boolean;
  @ApiProperty({ example: 'A3F09C', description: 'What it is called on the telephone' })
  readonly number: string;
  @ApiProperty({ type: CapacityLinkDto, nullable: true }) readonly link: CapacityLinkDto | null;
}

export class SentReferralDto {
  @ApiProperty({ format: 'uuid', description: 'Its line in the register of sharing' }) readonly id: string;
  @ApiProperty({ type: NamedDto, description: 'An account, or a service without one' })
  readonly partner: NamedDto;
  @ApiProperty({ type: ReachedServiceDto, nullable: true, description: 'Of a service without account' })
  readonly service: ReachedServiceDto | null;
  @ApiProperty({ enum: REFERRAL_STATES }) readonly state: ReferralState;
  @ApiProperty({ format: 'date-time' }) readonly sentAt: string;
  @ApiProperty({ format: 'date-time', description: 'When an answer is due (TOOL)' }) readonly dueAt: string;
  @ApiProperty({ format: 'date-time', description: 'When it ends by itself' }) readonly until: string;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When feedback is due (TOOL: the three months of F37), as long as it is owed',
  })
  readonly feedbackDueAt: string | null;
  @ApiProperty({
    ...{ type: CrowdedDto, nullable: true },
    description: 'Of a yes: the same places may have gone to other children; null: nothing says so',
  })
  readonly crowded: CrowdedDto | null;
  @ApiProperty({ description: 'An answer or feedback is waited for: to be chased' })
  readonly isAwaited: boolean;
  @ApiProperty({ type: [ReferralEventDto], description: 'Oldest first' })
  readonly events: readonly ReferralEventDto[];
  @ApiProperty({ type: ReferralMessagesDto }) readonly messages: ReferralMessagesDto;
}

export class ReferralNeedDto {
  @ApiProperty({ format: 'uuid', description: 'The first referral that was sent for it' })
  readonly id: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What was asked for; null: not open to this reader',
  })
  readonly request: string | null;
  @ApiProperty({
    ...{ enum: SERVICE_NEEDS, type: String, nullable: true },
    description: 'Its code; null: in words alone, or not open to this reader',
  })
  readonly need: ServiceNeed | null;
  @ApiProperty({ enum: NEED_STATES }) readonly state: NeedState;
  @ApiProperty({ description: 'Nobody is known to meet it, and nobody is asked' }) readonly isOpen: boolean;
  @ApiProperty({ type: 'integer', minimum: 1, description: 'How many were asked' }) readonly asked: number;
  @ApiProperty({
    type: [SentReferralDto],
    description: 'Oldest first; without those that would tell the reader where the child goes',
  })
  readonly referrals: readonly SentReferralDto[];
}

/** A question for a place whose end nobody said: how many were asked, and until when they answer. */
export class RunningQuestionDto {
  @ApiProperty({ enum: SERVICE_NEEDS }) readonly need: ServiceNeed;
  @ApiProperty({ enum: RUNNING_QUESTIONS }) readonly state: RunningQuestion;
  @ApiProperty({ type: 'integer', minimum: 1 }) readonly asked: number;
  @ApiProperty({ format: 'date-time', description: 'When answers are due (TOOL)' }) readonly dueAt: string;
}

export class SentReferralsDto extends PageOfCaseDto {
  @ApiProperty({ description: 'May refer, chase, record an answer' }) readonly mayRefer: boolean;
  @ApiProperty({ description: 'May take a referral back' }) readonly mayWithdraw: boolean;
  @ApiProperty({ type: [ReferralNeedDto], description: 'Those that nobody meets first' })
  readonly needs: readonly ReferralNeedDto[];
  @ApiProperty({
    type: [RunningQuestionDto],
    description: 'Questions for a place that go on, the newest first',
  })
  readonly questions: readonly RunningQuestionDto[];
  @ApiProperty({
    type: [PreparedReferralDto],
    description: 'Composed and not sent, the oldest first; of a reader who may refer',
  })
  readonly prepared: readonly PreparedReferralDto[];
  @ApiProperty({
    type: [UnaskedNeedDto],
    description:
      'Needs for which services were looked for and nobody was asked, also those that were said to be over',
  })
  readonly unasked: readonly UnaskedNeedDto[];
}

export class UnansweredReferralDto {
  @ApiProperty({ enum: AWAITED }) readonly what: Awaited;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({ example: 'RP-7K4M-2QX' }) readonly reference: string;
  @ApiProperty() readonly team: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: of a need, for which nobody is asked' })
  readonly partner: string | null;
  @ApiProperty({ format: 'date-time' }) readonly since: string;
}

export class UnansweredReferralsDto {
  @ApiProperty({ type: [UnansweredReferralDto], description: 'The oldest silence first' })
  readonly items: readonly UnansweredReferralDto[];

  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
