const ASIDE = 'repere.aside.';

/** A learner in one space: several share a device, and what one of them chose is no other's. */
export interface Follower {
  readonly base: string;
  readonly accountId: string;
}

const keyOf = ({ base, accountId }: Follower): string => `${ASIDE}${base}${accountId}`;

/** Whether they work on their own, in this tab. */
// A browser may refuse storage: then it lasts as long as the page.
export function readAside(who: Follower): boolean {
  try {
    return sessionStorage.getItem(keyOf(who)) === 'yes';
  } catch {
    return false;
  }
}

export function storeAside(who: Follower, isAside: boolean): void {
  try {
    if (isAside) sessionStorage.setItem(keyOf(who), 'yes');
    else sessionStorage.removeItem(keyOf(who));
  } catch {
    return;
  }
}

/** Whoever comes in next, or again, goes along with the room. */
export function forgetAside(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(ASIDE)) sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
