import { ReferralEventEntity } from './referral-event.entity';

/** What becomes of referrals. */
export const REFERRAL_ENTITIES = [ReferralEventEntity] as const;
