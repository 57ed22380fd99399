import { AnswerLinkEntity } from './answer-link.entity';
import { CapacityEventEntity } from './capacity-event.entity';
import { CapacityQuestionEntity } from './capacity-question.entity';
import { CapacityRequestEntity } from './capacity-request.entity';
import { NeedTaskEntity } from './need-task.entity';
import { PreparedReferralEntity } from './prepared-referral.entity';
import { ReferralCopyEntity } from './referral-copy.entity';
import { ReferralEventEntity } from './referral-event.entity';
import { UnmetNeedEventEntity } from './unmet-need-event.entity';

/** What becomes of referrals, and of questions that come before one. */
export const REFERRAL_ENTITIES = [
  ReferralEventEntity,
  CapacityQuestionEntity,
  CapacityRequestEntity,
  CapacityEventEntity,
  AnswerLinkEntity,
  UnmetNeedEventEntity,
  NeedTaskEntity,
  ReferralCopyEntity,
  PreparedReferralEntity,
] as const;
