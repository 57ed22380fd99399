import { LRUCache } from 'lru-cache';
import type { Space } from '../../platform/spaces/spaces';
import type { AccountActor } from '../../platform/unit/actor';

/** More than there are sessions in a service; the oldest is found anew. */
const MOST_KEPT = 5_000;

/** Somebody with what they reach, as it was found. */
export interface KeptScope {
  /** The mark of the database at which it was: at another one it counts for nothing. */
  readonly mark: string;
  readonly actor: AccountActor;
  /** What policies compare with by it, as the database found it. */
  readonly scope: readonly string[];
  /** By the space's clock, epoch milliseconds: when it was found, and when time alone may change it. */
  readonly from: number;
  readonly until: number;
}

/**
 * What accounts reach, by session, between their requests. Nothing of it counts by itself: each request says which mark it knows,
 * and the database tells whether that one still stands (ADR 39).
 */
export class KeptScopes {
  private readonly kept = new LRUCache<string, KeptScope>({ max: MOST_KEPT });

  /** `null`: nothing is known that could hold at this moment. `now`: the space's clock, which may have been set back. */
  findScope(space: Space, tokenHash: Buffer, now: number): KeptScope | null {
    const known = this.kept.get(keyOf(space, tokenHash));
    return known && known.from <= now && now < known.until ? known : null;
  }

  /** Without a name in the record it would have to be found again. */
  keepScope(space: Space, tokenHash: Buffer, scope: KeptScope): void {
    if (typeof scope.actor.alias !== 'string') return;
    this.kept.set(keyOf(space, tokenHash), scope);
  }

  forget(space: Space, tokenHash: Buffer): void {
    this.kept.delete(keyOf(space, tokenHash));
  }
}

const keyOf = (space: Space, tokenHash: Buffer): string => `${space.id} ${tokenHash.toString('base64')}`;
