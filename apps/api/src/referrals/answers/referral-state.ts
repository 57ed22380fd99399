/**
 * What happens to a referral, in the order in which it can. `elsewhere`: it is for somebody else, whom they name. `feedback`: what came of
 * the child, as the service says. `escalated`, `feedback-missing`: supervisors were told of a silence; `feedback-asked`: the partner was.
 */
export const REFERRAL_EVENTS = [
  'sent',
  'received',
  'accepted',
  'refused',
  'other-offer',
  'elsewhere',
  'first-appointment',
  'feedback',
  'ended',
  'reminded',
  'escalated',
  'feedback-asked',
  'feedback-missing',
  'unmet',
] as const;
export type ReferralEventKind = (typeof REFERRAL_EVENTS)[number];

/** What a service may answer. */
export const REFERRAL_ANSWERS = ['accepted', 'refused', 'other-offer', 'elsewhere'] as const;
export type ReferralAnswer = (typeof REFERRAL_ANSWERS)[number];

/** Why a service says no (G09): closed, and none of them is the child's fault. */
export const REFUSAL_REASONS = ['full', 'age', 'language', 'not-our-mission', 'not-safe-here'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why nobody meets the need, once whoever follows the child says so. */
export const UNMET_REASONS = ['refused', 'full', 'age', 'language', 'silent', 'no-service'] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];

/** What a referral that was accepted came to, once it is said. */
export const REFERRAL_OUTCOMES = ['met', 'partly-met', 'not-met'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** What the reason of an event may be: of a refusal, of an unmet need, of an end. */
export type ReferralReason = RefusalReason | UnmetReason | ReferralOutcome;

/**
 * `no-answer`: the time to answer has passed. `started`: the child was received. `withdrawn`: taken back by who opened it. `ended`:
 * accepted, and over.
 */
export const REFERRAL_STATES = [
  'sent',
  'received',
  'accepted',
  'started',
  'refused',
  'other-offer',
  'elsewhere',
  'no-answer',
  'withdrawn',
  'ended',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What nobody gave in time. */
export const AWAITED = ['answer', 'feedback'] as const;
export type Awaited = (typeof AWAITED)[number];

/**
 * Whether somebody meets what the child needs. `open`: nobody does, and nobody is asked who could still say yes. `unsure`: somebody had
 * accepted, it is over, and nobody said what came of it. Those that nobody meets come first.
 */
export const NEED_STATES = ['open', 'unsure', 'waiting', 'unmet', 'met'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** Nobody is known to meet it, and nobody is asked: the next service is asked, or it is recorded that nobody does. */
export const isOpenNeed = (state: NeedState): boolean => state === 'open' || state === 'unsure';

/** What a state is found from: times in epoch milliseconds, events oldest first. */
export interface ReferralPast {
  readonly events: readonly {
    readonly kind: ReferralEventKind;
    readonly at: number;
    readonly reason: ReferralReason | null;
  }[];
  /** When an answer is due. */
  readonly dueAt: number;
  readonly until: number;
  /** When it was taken back; `null`: it was not. */
  readonly endedAt: number | null;
}

/** An event as it is kept. */
interface KeptEvent {
  readonly kind: ReferralEventKind;
  readonly at: Date;
  readonly reason: ReferralReason | null;
  readonly dueAt: Date | null;
}

/** What a state is found from, of all events of a referral, oldest first; `null`: it was never sent. `endedAt`: when it was taken back. */
export function pastOf(
  events: readonly KeptEvent[],
  { until, endedAt = null }: { readonly until: Date; readonly endedAt?: Date | null },
): ReferralPast | null {
  const dueAt = events.find(({ kind }) => kind === 'sent')?.dueAt;
  if (!dueAt) return null;
  return {
    events: events.map(({ kind, at, reason }) => ({ kind, at: at.getTime(), reason })),
    ...{ dueAt: dueAt.getTime(), until: until.getTime(), endedAt: endedAt && endedAt.getTime() },
  };
}

/** How a referral stands at that moment. Lateness is never kept: it is the clock against what is due. */
export function stateOf({ events, dueAt, until, endedAt }: ReferralPast, now: number): ReferralState {
  const last = lastStep(events)?.kind;
  const isOver = endedAt !== null || until <= now;
  if (last === 'ended') return 'ended';
  if (last === 'first-appointment') return isOver ? 'ended' : 'started';
  if (last === 'accepted') return isOver ? 'ended' : 'accepted';
  if (endedAt !== null) return 'withdrawn';
  if (last === 'refused' || last === 'other-offer' || last === 'elsewhere') return last;
  if (isOver || dueAt <= now) return 'no-answer';
  return events.some(({ kind }) => kind === 'received') ? 'received' : 'sent';
}

/**
 * A need outlives every no and every silence: it ends when somebody accepted, or when it is said that nobody does. Who is asked
 * after that opens it again. A yes that is over meets it only where somebody said that it did: unknown is never yes.
 */
export function needOf(referrals: readonly ReferralPast[], now: number): NeedState {
  const states = referrals.map((it) => stateOf(it, now));
  const outcomes = referrals.flatMap((it, n) => (states[n] === 'ended' ? [outcomeOf(it)] : []));
  if (states.some((it) => it === 'accepted' || it === 'started') || outcomes.includes('met')) return 'met';
  if (states.some((it) => it === 'sent' || it === 'received')) return 'waiting';
  const unmetAt = lastOf(referrals, 'unmet');
  if (unmetAt !== null && unmetAt >= (lastOf(referrals, 'sent') ?? 0)) return 'unmet';
  return outcomes.includes(null) ? 'unsure' : 'open';
}

/** What was said of a referral that is over; `null`: nothing was. */
export const outcomeOf = ({ events }: ReferralPast): ReferralOutcome | null => {
  const last = lastStep(events);
  return REFERRAL_OUTCOMES.find((it) => last?.kind === 'ended' && it === last.reason) ?? null;
};

/** Somebody accepted and nobody said what came of it. That it is closed, by whoever or by an account that closes, says nothing of the child. */
export function isFeedbackOwed({ events }: Pick<ReferralPast, 'events'>): boolean {
  const last = lastStep(events)?.kind;
  if (last !== 'accepted' && last !== 'first-appointment') return false;
  return !events.some(({ kind }) => kind === 'feedback');
}

/** The last of what an answer and what follows it are made of. */
export const lastStep = <E extends { readonly kind: ReferralEventKind }>(
  events: readonly E[],
): E | undefined =>
  events.findLast(({ kind }) => isAnswer(kind) || kind === 'first-appointment' || kind === 'ended');

/** When something of this kind last happened to one of them. */
function lastOf(referrals: readonly ReferralPast[], kind: ReferralEventKind): number | null {
  const times = referrals.flatMap(({ events }) => events.filter((it) => it.kind === kind));
  return times.length === 0 ? null : Math.max(...times.map(({ at }) => at));
}

export const isAnswer = (kind: ReferralEventKind): boolean =>
  REFERRAL_ANSWERS.some((answer) => answer === kind);
