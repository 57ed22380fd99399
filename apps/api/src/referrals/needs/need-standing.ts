import {
  type GapReason,
  isOpenNeed,
  lastStep,
  needOf,
  outcomeOf,
  type ReferralPast,
  UNMET_REASONS,
  type UnmetReason,
} from '../answers/referral-state';
import {
  type CapacityHistory,
  countStates,
  isClosed,
  type QuestionState,
  questionState,
  requestState,
} from '../capacity/capacity-state';
import type { UnmetNeedEventKind } from '../entities/unmet-need-event.entity';

/** Why a service said no, or why nobody meets a need, as it was recorded. */
type Reason = string | null;

/** A question for a place with the reason of each answer, oldest first. */
export interface AskedPast extends CapacityHistory {
  readonly events: readonly (CapacityHistory['events'][number] & {
    readonly reason: Reason;
    readonly at: number;
  })[];
}

/** A need for which services were looked for and nobody was asked, with what people said of it, oldest first. */
export interface UnaskedPast {
  /** `null`: what was said last ended it, and nobody looked for it since. */
  readonly since: number | null;
  readonly said: readonly {
    readonly kind: UnmetNeedEventKind;
    readonly reason: Reason;
    readonly at: number;
    /** `null`: it was noted behind what somebody said. */
    readonly byId: string | null;
  }[];
}

/** All that was asked for one need of one child, by questions for a place and by referrals. */
export interface NeedPast {
  /** Of a need for which nobody was asked. */
  readonly unasked: UnaskedPast | null;
  readonly questions: readonly AskedPast[];
  readonly referrals: readonly ReferralPast[];
}

/**
 * `asked`: somebody may still say yes, or holds a place. `open`: who was asked said no or nothing, or nobody looks any more and nobody
 * said that it is met. `unasked`: a service was looked for, and nobody was asked. `not-needed`: the same, and somebody said that the child
 * needs it no more. `quiet`: nobody looked for it.
 */
export type NeedStanding =
  | { readonly state: 'asked' | 'met' | 'unasked' | 'not-needed' | 'quiet' }
  | { readonly state: 'open' | 'recorded'; readonly reason: GapReason };

/** How a need stands. It is met by a yes of a referral or by somebody's word, and never by a place that is only held. */
export function standingOf(past: NeedPast, now: number): NeedStanding {
  if (past.unasked) return unaskedStanding(past.unasked);
  const ofReferrals = past.referrals.length === 0 ? null : needOf(past.referrals, now);
  const ofQuestions = past.questions.map((it) => soughtState(it, now));
  const word = lastWord(past);
  if (ofReferrals === 'met' || word?.kind === 'met') return { state: 'met' };
  if (ofReferrals === 'waiting' || ofQuestions.some((it) => it === 'waiting' || it === 'found'))
    return { state: 'asked' };
  if (word?.kind === 'unmet') return { state: 'recorded', reason: unmetReason(word.reason) };
  const isOpen = (ofReferrals !== null && isOpenNeed(ofReferrals)) || ofQuestions.includes('open');
  return isOpen ? { state: 'open', reason: commonest(refusals(past, now)) } : { state: 'quiet' };
}

function unaskedStanding(past: UnaskedPast): NeedStanding {
  const last = lastSaid(past);
  if (!last || last.kind === 'opened') return { state: 'unasked' };
  if (last.kind === 'recorded') return { state: 'recorded', reason: unmetReason(last.reason) };
  return { state: last.kind };
}

/** What was said last of a need for which nobody was asked, since services shut the child out. */
export const lastSaid = ({ since, said }: UnaskedPast): UnaskedPast['said'][number] | undefined =>
  said.findLast(({ at }) => since === null || at >= since);

/** How a question leaves its need: that nobody looks any more is no answer to it, and a place that is held is held still. */
export function soughtState(question: CapacityHistory, now: number): Exclude<QuestionState, 'closed'> {
  const state = questionState(question, now);
  if (state !== 'closed') return state;
  if (countStates(question, now).yes > 0) return 'found';
  return question.events.some(({ kind }) => kind === 'unmet') ? 'unmet' : 'open';
}

/** What a person said last of the need as a whole, unless somebody was asked since. */
function lastWord({
  questions,
  referrals,
}: NeedPast): { readonly kind: 'met' | 'unmet'; readonly reason: Reason } | null {
  const events: readonly { readonly kind: string; readonly reason: Reason; readonly at: number }[] = [
    ...questions.flatMap((it) => it.events),
    ...referrals.flatMap((it) => it.events),
  ];
  const said = events
    .flatMap(({ kind, reason, at }) =>
      kind === 'met' || kind === 'unmet' ? [{ kind, reason, at } as const] : [],
    )
    .toSorted((a, b) => a.at - b.at);
  const asked = Math.max(
    ...referrals.flatMap(({ events }) => events.flatMap(({ kind, at }) => (kind === 'sent' ? [at] : []))),
    ...questions.map(({ askedAt }) => askedAt ?? 0),
    0,
  );
  const last = said.at(-1);
  return last && last.at >= asked ? last : null;
}

/** Why each of those who were asked does not take the child, as far as anybody said it. */
const refusals = ({ questions, referrals }: NeedPast, now: number): readonly GapReason[] => [
  ...questions.flatMap((question) => question.requestIds.flatMap((id) => whyNotAsked(question, id, now))),
  ...referrals.flatMap((referral) => whyNotReferred(referral, now)),
];

function whyNotAsked(question: AskedPast, id: string, now: number): readonly GapReason[] {
  const state = requestState(question, id, now);
  switch (state) {
    case 'no': {
      const said = question.events.findLast((it) => it.requestId === id && it.kind === 'no');
      return [unmetReason(said?.reason ?? null)];
    }
    case 'other-offer':
    case 'elsewhere':
      return ['refused'];
    case 'no-answer':
      return ['silent'];
    case 'closed': {
      const closedAt = question.events.find((it) => isClosed([it]))?.at ?? now;
      return question.dueAt <= closedAt ? ['silent'] : [];
    }
    // It said yes, and nobody took the place, or nobody may: that is no refusal of theirs.
    case 'kept-away':
    case 'lapsed':
    case 'yes':
    case 'waiting':
      return [];
  }
}

/** What a service said stands, whoever took the referral back afterwards. */
function whyNotReferred(referral: ReferralPast, now: number): readonly GapReason[] {
  const last = lastStep(referral.events);
  if (last === undefined)
    return referral.dueAt <= Math.min(referral.endedAt ?? now, referral.until, now) ? ['silent'] : [];
  if (last.kind === 'refused') return [unmetReason(last.reason)];
  if (last.kind === 'other-offer' || last.kind === 'elsewhere' || last.isForLater) return ['refused'];
  // Of a yes that is over nobody said anything, unless they did.
  return outcomeOf(referral) === 'not-met' ? ['refused'] : [];
}

/** The same reason in the words of a need: what is no reason of a place is a refusal. */
const unmetReason = (reason: Reason): UnmetReason => UNMET_REASONS.find((it) => it === reason) ?? 'refused';

/** What was said most; of equals, what a place says of itself before silence. Where nobody said anything, nothing is made up. */
function commonest(reasons: readonly GapReason[]): GapReason {
  const order = [
    'full',
    'age',
    'language',
    'refused',
    'no-service',
    'silent',
  ] as const satisfies readonly GapReason[];
  const countOf = (reason: GapReason): number => reasons.filter((it) => it === reason).length;
  if (reasons.length === 0) return 'not-said';
  return order.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? 'not-said';
}
