import type { FieldClass } from '@repere/access';
import { NEEDS, type ServiceNeed } from '@repere/directory';

/**
 * What happens to a referral, in the order in which it can. `elsewhere`: it is for somebody else, whom they name. `feedback`: what came of
 * the child, as the service says. `escalated`, `feedback-missing`: supervisors were told of a silence; `answer-asked`, `feedback-asked`: the
 * service was asked once more, before. `withdrawn`: from a service without account; what is taken back from an account ends its grant.
 * `kept-away`: its account is kept away from the case since, which ended the grant.
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
  'answer-asked',
  'escalated',
  'feedback-asked',
  'feedback-missing',
  'unmet',
  'withdrawn',
  'kept-away',
] as const;
export type ReferralEventKind = (typeof REFERRAL_EVENTS)[number];

/** What a service may answer. */
export const REFERRAL_ANSWERS = ['accepted', 'refused', 'other-offer', 'elsewhere'] as const;
export type ReferralAnswer = (typeof REFERRAL_ANSWERS)[number];

/** Not for them: what they were sent is closed to them. */
export const isNo = (kind: ReferralEventKind | undefined): boolean =>
  kind === 'refused' || kind === 'elsewhere';

/** Why a service says no (G09): closed, and none of them is the child's fault. */
export const REFUSAL_REASONS = ['full', 'age', 'language', 'not-our-mission', 'not-safe-here'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Why nobody meets the need, once whoever follows the child says so. */
export const UNMET_REASONS = ['refused', 'full', 'age', 'language', 'silent', 'no-service'] as const;
export type UnmetReason = (typeof UNMET_REASONS)[number];

/** Why nobody meets it, as it is found as well. `not-said`: we took it back, or look no more, before anybody said anything. */
export const GAP_REASONS = [...UNMET_REASONS, 'not-said'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What a referral that was accepted came to, once it is said. */
export const REFERRAL_OUTCOMES = ['met', 'partly-met', 'not-met'] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** Of a yes that is ours: the service offered something else, and we took it. */
export const OFFER_TAKEN = 'offer-taken';

/** What the reason of an event may be: of a refusal, of an unmet need, of an end, of a yes by an offer that was taken. */
export type ReferralReason = RefusalReason | UnmetReason | ReferralOutcome | typeof OFFER_TAKEN;

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

/**
 * What nobody gave in time. `first`: we ourselves, who were to ask a service that was looked for; `next`: the same of the next one; `reception`: word that the child was received;
 * `age-gap`: a service that takes those of 16 and 17 (G05); `message`: we ourselves, who were to read what a service wrote.
 */
export const AWAITED = ['answer', 'feedback', 'first', 'next', 'reception', 'age-gap', 'message'] as const;
export type Awaited = (typeof AWAITED)[number];

/**
 * Whether somebody meets what the child needs. `open`: nobody does, and nobody is asked who could still say yes. `later`: the same of what
 * is needed at once, while somebody said yes for later. `unsure`: somebody had accepted, it is over, and nobody said what came of it. Those
 * that nobody meets come first.
 */
export const NEED_STATES = ['open', 'later', 'unsure', 'waiting', 'unmet', 'met'] as const;
export type NeedState = (typeof NEED_STATES)[number];

/** Hours after a yes to what is needed at once in which the child is expected there; later, the yes leaves the need open (TOOL). */
const AT_ONCE_HOURS = 24;

/** Nobody is known to meet it, and nobody is asked: the next service is asked, or it is recorded that nobody does. */
export const isOpenNeed = (state: NeedState): boolean =>
  state === 'open' || state === 'later' || state === 'unsure';

/** What a state is found from: times in epoch milliseconds, events oldest first. */
export interface ReferralPast {
  readonly events: readonly {
    readonly kind: ReferralEventKind;
    readonly at: number;
    readonly reason: ReferralReason | null;
    /** A yes to what is needed at once, for another day. */
    readonly isForLater?: boolean;
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
  /** Of `sent`. */
  readonly need: ServiceNeed | null;
  readonly expectedAt: Date | null;
}

/** What a state is found from, of all events of a referral, oldest first; `null`: it was never sent. `endedAt`: when it was taken back. */
export function pastOf(
  events: readonly KeptEvent[],
  { until, endedAt = null }: { readonly until: Date; readonly endedAt?: Date | null },
): ReferralPast | null {
  const { dueAt = null, need = null } = events.find(({ kind }) => kind === 'sent') ?? {};
  if (!dueAt) return null;
  const isAtOnce = need !== null && NEEDS[need].isAtOnce;
  return {
    events: events.map(({ kind, at, reason, expectedAt }) => ({
      ...{ kind, at: at.getTime(), reason },
      isForLater:
        isAtOnce && expectedAt !== null && expectedAt.getTime() - at.getTime() > AT_ONCE_HOURS * 3_600_000,
    })),
    ...{ dueAt: dueAt.getTime(), until: until.getTime(), endedAt: endedAt && endedAt.getTime() },
  };
}

/** What had happened by that moment: what came later is not known yet. */
export const pastAt = ({ events, endedAt, ...rest }: ReferralPast, at: number): ReferralPast => ({
  ...rest,
  events: events.filter((it) => it.at <= at),
  endedAt: endedAt !== null && endedAt <= at ? endedAt : null,
});

/** Taken back, or over by itself: nobody reads anything behind it any more, whatever was said last. */
export const isOver = ({ until, endedAt }: Pick<ReferralPast, 'until' | 'endedAt'>, now: number): boolean =>
  endedAt !== null || until <= now;

/** How a referral stands at that moment. Lateness is never kept: it is the clock against what is due. */
export function stateOf(past: ReferralPast, now: number): ReferralState {
  const { events, dueAt, endedAt } = past;
  const last = lastStep(events)?.kind;
  const hasEnded = isOver(past, now);
  if (last === 'ended') return 'ended';
  if (last === 'first-appointment') return hasEnded ? 'ended' : 'started';
  if (last === 'accepted') return hasEnded ? 'ended' : 'accepted';
  if (endedAt !== null) return 'withdrawn';
  if (last === 'refused' || last === 'other-offer' || last === 'elsewhere') return last;
  if (hasEnded || dueAt <= now) return 'no-answer';
  return events.some(({ kind }) => kind === 'received') ? 'received' : 'sent';
}

/**
 * A need outlives every no and every silence: it ends when somebody accepted, or when it is said that nobody does. Who is asked
 * after that opens it again. A yes that is over meets it only where somebody said that it did: unknown is never yes. Nor does one for
 * another day meet what is needed at once.
 */
export function needOf(referrals: readonly ReferralPast[], now: number): NeedState {
  const states = referrals.map((it) => stateOf(it, now));
  const outcomes = referrals.flatMap((it, n) => (states[n] === 'ended' ? [outcomeOf(it)] : []));
  if (referrals.some((it) => takenSince(it, now) !== null) || outcomes.includes('met')) return 'met';
  if (states.some((it) => it === 'sent' || it === 'received')) return 'waiting';
  const unmetAt = lastOf(referrals, 'unmet');
  if (unmetAt !== null && unmetAt >= (lastOf(referrals, 'sent') ?? 0)) return 'unmet';
  if (states.includes('accepted')) return 'later';
  return outcomes.includes(null) ? 'unsure' : 'open';
}

/** When the service accepted that has the child now; `null`: it has not, or no more, or expects them for another day than they need. */
export function takenSince(past: ReferralPast, now: number): number | null {
  const state = stateOf(past, now);
  if (state !== 'accepted' && state !== 'started') return null;
  const yes = past.events.findLast(({ kind }) => kind === 'accepted');
  return !yes || (state === 'accepted' && yes.isForLater) ? null : yes.at;
}

/** It said yes, for whatever day, or received the child. */
export const hasAccepted = (past: ReferralPast, now: number): boolean =>
  ['accepted', 'started'].includes(stateOf(past, now));

/**
 * Since when one of the others for its need has the child by a yes that came after this was sent; `null`: none has. Who is told beside a
 * service that had said yes is asked still, also where that yes is said again.
 */
export function foundSince(
  { events }: ReferralPast,
  others: readonly ReferralPast[],
  now: number,
): number | null {
  const sentAt = events.find(({ kind }) => kind === 'sent')?.at;
  if (sentAt === undefined) return null;
  const since = others.flatMap((it) => {
    const at = firstYesOf(it, now);
    return at !== null && at > sentAt ? [at] : [];
  });
  return since.length === 0 ? null : Math.min(...since);
}

/** It could say yes still, and the service of this other referral has taken the child since it was asked. */
export const isReleasedBy = (past: ReferralPast, taken: ReferralPast, now: number): boolean =>
  canStillTake(past, now) && foundSince(past, [taken], now) !== null;

/** When the service that has the child now said yes, before it said it again; `null`: it has not, or no more. */
export function firstYesOf(past: ReferralPast, now: number): number | null {
  const taken = takenSince(past, now);
  if (taken === null) return null;
  const { events } = past;
  const other = events.findLastIndex(
    ({ kind }) => kind === 'ended' || (isAnswer(kind) && kind !== 'accepted'),
  );
  const yes = events.slice(other + 1).find(({ kind, isForLater }) => kind === 'accepted' && !isForLater);
  return yes?.at ?? taken;
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

/** Its service said last that it is not for them, and reads nothing of the child; `referral_is_closed` says the same. */
export const isClosedByNo = ({
  events,
}: {
  readonly events: readonly { readonly kind: ReferralEventKind }[];
}): boolean => isNo(lastStep(events)?.kind);

/** Its service offered something else, and who refers took it: a yes that is ours. */
export function isOfferTaken({ events }: Pick<ReferralPast, 'events'>): boolean {
  const last = lastStep(events);
  return last?.kind === 'accepted' && last.reason === OFFER_TAKEN;
}

const UNANSWERED: readonly ReferralState[] = ['sent', 'received', 'no-answer'];

/** Its service said nothing, in time or not. */
export const isUnanswered = (past: ReferralPast, now: number): boolean =>
  UNANSWERED.includes(stateOf(past, now));

/** It said neither yes nor no, and may do so still. */
export const canStillTake = (past: ReferralPast, now: number): boolean =>
  !isOver(past, now) && (isUnanswered(past, now) || stateOf(past, now) === 'other-offer');

/** A child may still come to them, as far as they know: they did not say no, have not received the child, and nobody said how it ended. */
export function isWaitedFor(events: readonly { readonly kind: ReferralEventKind }[]): boolean {
  const last = lastStep(events)?.kind;
  return !isNo(last) && last !== 'first-appointment' && last !== 'ended';
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

/** Of what the words of a referral and of its answers may tell, and to whom it went: who is kept from one of these reads their own. */
export const WORDS_TELL_OF = [
  'narrative',
  'contact',
  'people',
  'places',
  'staff',
] as const satisfies readonly FieldClass[];
