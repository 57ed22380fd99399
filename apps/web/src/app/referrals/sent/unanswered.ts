import type { SentReferral } from '@repere/contract';

/** States in which the service of a referral said nothing, in time or not. */
export const UNANSWERED: readonly SentReferral['state'][] = ['sent', 'received', 'no-answer'];

export const isUnanswered = ({ state }: Pick<SentReferral, 'state'>): boolean => UNANSWERED.includes(state);
