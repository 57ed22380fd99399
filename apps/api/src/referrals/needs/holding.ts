import {
  isOver,
  type ReferralPast,
  type ReferralState,
  stateOf,
  takenSince,
} from '../answers/referral-state';

/**
 * Somebody who reads who the child is, and says yes or may still do so: after a silence or an offer as well, until it is taken back, or is
 * over by itself. Then they read it no more, and a yes by telephone is held against those of others.
 */
const MAY_STILL_TAKE = {
  sent: true,
  received: true,
  accepted: true,
  started: true,
  'other-offer': true,
  'no-answer': true,
  refused: false,
  elsewhere: false,
  withdrawn: false,
  ended: false,
} as const satisfies Readonly<Record<ReferralState, boolean>>;

/** Keeps its need from the next service: it is waited for, or said yes. Whoever is silent past its time does so no more. */
const HOLDS = { ...MAY_STILL_TAKE, 'no-answer': false } as const;

/** The states in which somebody may still take the child, as long as nothing is over. */
export type StateThatMayTake = {
  [S in ReferralState]: (typeof MAY_STILL_TAKE)[S] extends true ? S : never;
}[ReferralState];

/** How it stands, where its service may take the child or has; `null`: it may not, or no more. */
export function stateThatMayTake(past: ReferralPast, now: number): StateThatMayTake | null {
  const state = stateOf(past, now);
  return !isOver(past, now) && mayTakeIn(state) ? state : null;
}

export function isHolding(past: ReferralPast, now: number): boolean {
  const state = stateOf(past, now);
  // A yes for another day keeps nobody from finding a place for tonight.
  const isForLater = state === 'accepted' && takenSince(past, now) === null;
  return !isOver(past, now) && HOLDS[state] && !isForLater;
}

const mayTakeIn = (state: ReferralState): state is StateThatMayTake => MAY_STILL_TAKE[state];
