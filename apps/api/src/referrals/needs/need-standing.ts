import {
  needOf,
  outcomeOf,
  type ReferralPast,
  stateOf,
  UNMET_REASONS,
  type UnmetReason,
} from '../answers/referral-state';
import { type CapacityHistory, isClosed, questionState, requestState } from '../capacity/capacity-state';

/** Why a service said no, or why nobody meets a need, as it was recorded. */
type Reason = string | null;

/** A question for a place with the reason of each answer, oldest first. */
export interface AskedPast extends CapacityHistory {
  readonly events: readonly (CapacityHistory['events'][number] & {
    readonly reason: Reason;
    readonly at: number;
  })[];
}

/** All that was asked for one need of one child, by questions for a place and by referrals. */
export interface NeedPast {
  readonly questions: readonly AskedPast[];
  readonly referrals: readonly ReferralPast[];
}

/**
 * `asked`: somebody may still say yes, or holds a place. `open`: who was asked said no or nothing. `quiet`: nobody was asked who said
 * so, or nobody looks any more: what stood open stays open.
 */
export type NeedStanding =
  | { readonly state: 'asked' | 'met' | 'quiet' }
  | { readonly state: 'open' | 'recorded'; readonly reason: UnmetReason };

/** How a need stands. It is met by a yes of a referral or by somebody's word, and never by a place that is only held. */
export function standingOf(past: NeedPast, now: number): NeedStanding {
  const ofReferrals = past.referrals.length === 0 ? null : needOf(past.referrals, now);
  const ofQuestions = past.questions.map((it) => questionState(it, now));
  const word = lastWord(past);
  if (ofReferrals === 'met' || word?.kind === 'met') return { state: 'met' };
  if (ofReferrals === 'waiting' || ofQuestions.some((it) => it === 'waiting' || it === 'found'))
    return { state: 'asked' };
  if (word?.kind === 'unmet') return { state: 'recorded', reason: unmetReason(word.reason) };
  const isOpen = ofReferrals === 'open' || ofReferrals === 'unsure' || ofQuestions.includes('open');
  return isOpen ? { state: 'open', reason: commonest(refusals(past, now)) } : { state: 'quiet' };
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

/** Why each of those who were asked does not take the child. */
const refusals = ({ questions, referrals }: NeedPast, now: number): readonly UnmetReason[] => [
  ...questions
    .filter(({ events }) => !isClosed(events))
    .flatMap((question) =>
      question.requestIds.flatMap((id): readonly UnmetReason[] => {
        const state = requestState(question, id, now);
        if (state === 'no-answer') return ['silent'];
        const said = question.events.findLast((it) => it.requestId === id && it.kind === 'no');
        return state === 'no' ? [unmetReason(said?.reason ?? null)] : state === 'yes' ? [] : ['refused'];
      }),
    ),
  ...referrals.flatMap((referral): readonly UnmetReason[] => {
    const state = stateOf(referral, now);
    if (state === 'no-answer') return ['silent'];
    const said = referral.events.findLast(({ kind }) => kind === 'refused');
    if (state === 'refused') return [unmetReason(said?.reason ?? null)];
    if (state === 'other-offer' || state === 'elsewhere') return ['refused'];
    return outcomeOf(referral) === 'not-met' ? ['refused'] : [];
  }),
];

/** The same reason in the words of a need: what is no reason of a place is a refusal. */
const unmetReason = (reason: Reason): UnmetReason => UNMET_REASONS.find((it) => it === reason) ?? 'refused';

/** What was said most; of equals, what a place says of itself before silence. */
function commonest(reasons: readonly UnmetReason[]): UnmetReason {
  const order = [
    'full',
    'age',
    'language',
    'refused',
    'no-service',
    'silent',
  ] as const satisfies readonly UnmetReason[];
  const countOf = (reason: UnmetReason): number => reasons.filter((it) => it === reason).length;
  // Of a yes that is over nobody said anything: that is no reason of a place.
  if (reasons.length === 0) return 'silent';
  return order.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? 'silent';
}
