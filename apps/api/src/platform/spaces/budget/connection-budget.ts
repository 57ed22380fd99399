import { setTimeout as delay } from 'node:timers/promises';
import { NoConnection } from './no-connection';

/** How many connections there may be, and who is turned away. */
export interface BudgetLimits {
  /** Open at once, in all pools together, whether somebody uses them or not. */
  readonly most: number;
  /** Of these, in use in training spaces together. */
  readonly mostInTraining: number;
  /** Who would be one more is turned away at once: half of them for one pool, a quarter in training spaces together, so that no space fills it for the others. */
  readonly mostWaiting: number;
  /** How long one waits. */
  readonly patienceMs: number;
}

/** What a budget has to know of a pool; `BudgetedPool` is one. */
export interface PoolOfBudget {
  readonly isTraining: boolean;
  /** Ended, with nothing open any more. */
  readonly isOver: boolean;
  /** In use at once in this pool. */
  readonly mostInUse: number;
  /** Open or being opened. */
  readonly openCount: number;
  /** Open, in nobody's use, and promised to nobody. */
  readonly freeCount: number;
  /** Closes one that is free; resolves when it is closed. */
  closeFree(): Promise<void>;
}

interface Waiting {
  readonly pool: PoolOfBudget;
  readonly isGranted: () => void;
}

/** So long a connection may take to end. */
const CLOSING_MS = 1_000;

/** The time that one who waits in vain is told to come back after. */
const RETRY_SECONDS = 5;

/**
 * The connections of this process to one PostgreSQL server, shared by the pools of all its spaces. Whoever wants one gets it in the
 * order of asking, as long as their space has not its own most; a pool that rests gives one up when another needs it. Who holds a
 * connection asks for no second one (`UnitOfWork` refuses to), so that whoever waits, waits for work that goes on.
 *
 * Not a semaphore from a library: those that are kept up count what is in use, and what costs the server is what is open.
 */
export class ConnectionBudget {
  private readonly pools = new Map<PoolOfBudget, { inUse: number; usedAt: number }>();
  private waiting: Waiting[] = [];
  private inUse = 0;
  private inTraining = 0;
  private closing = 0;
  private refused = 0;

  constructor(readonly limits: BudgetLimits) {}

  addPool(pool: PoolOfBudget): void {
    for (const known of this.pools.keys()) if (known.isOver) this.pools.delete(known);
    this.pools.set(pool, { inUse: 0, usedAt: 0 });
  }

  /** Open in all pools, and on the way out. */
  get openCount(): number {
    return [...this.pools.keys()].reduce((sum, { openCount }) => sum + openCount, this.closing);
  }

  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Who found none, since the process began. */
  get refusedCount(): number {
    return this.refused;
  }

  /**
   * `open()` once a connection of this pool may be taken or opened; it begins to do so before it returns. Throws `NoConnection` where
   * that takes too long, or too many wait. Whoever got one says `giveBack`.
   */
  async takeConnection(pool: PoolOfBudget, open: () => void): Promise<void> {
    await this.admit(pool);
    try {
      // Nothing is waited for between the look and the opening: two who look at once would both find the last place.
      const until = performance.now() + this.limits.patienceMs;
      while (pool.freeCount === 0 && this.openCount >= this.limits.most) {
        if (performance.now() > until) throw this.refusal();
        await this.closeResting();
      }
      open();
    } catch (error) {
      this.giveBack(pool);
      throw error;
    }
  }

  giveBack(pool: PoolOfBudget): void {
    this.count(pool, -1);
    this.admitNext();
  }

  private async admit(pool: PoolOfBudget): Promise<void> {
    if (this.mayTake(pool)) return this.count(pool, 1);
    if (!this.mayWait(pool)) throw this.refusal();
    await new Promise<void>((granted, refuse) => {
      const patience = setTimeout(() => {
        this.waiting = this.waiting.filter((it) => it !== waiting);
        refuse(this.refusal());
      }, this.limits.patienceMs);
      const waiting: Waiting = {
        pool,
        isGranted: () => {
          clearTimeout(patience);
          granted();
        },
      };
      this.waiting.push(waiting);
    });
  }

  /** In the order of asking; whose own pool has its most is passed over until it has not. */
  private admitNext(): void {
    const left: Waiting[] = [];
    for (const it of this.waiting)
      if (this.mayTake(it.pool)) {
        this.count(it.pool, 1);
        it.isGranted();
      } else left.push(it);
    this.waiting = left;
  }

  private mayWait(pool: PoolOfBudget): boolean {
    const { mostWaiting } = this.limits;
    const waits = (isOfThese: (it: Waiting) => boolean): number => this.waiting.filter(isOfThese).length;
    return (
      this.waiting.length < mostWaiting &&
      waits((it) => it.pool === pool) < mostWaiting / 2 &&
      (!pool.isTraining || waits((it) => it.pool.isTraining) < mostWaiting / 4)
    );
  }

  private mayTake(pool: PoolOfBudget): boolean {
    return (
      this.inUse < this.limits.most &&
      (this.pools.get(pool)?.inUse ?? 0) < pool.mostInUse &&
      (!pool.isTraining || this.inTraining < this.limits.mostInTraining)
    );
  }

  private count(pool: PoolOfBudget, by: 1 | -1): void {
    this.inUse += by;
    if (pool.isTraining) this.inTraining += by;
    const known = this.pools.get(pool);
    if (!known) return;
    known.inUse += by;
    known.usedAt = performance.now();
  }

  /** Of the pool that was used longest ago. Where none rests just now, one is on its way out: a moment. */
  private async closeResting(): Promise<void> {
    const pool = this.longestResting();
    if (!pool) return delay(2);
    this.closing++;
    try {
      // Of a server that went away without a word no end is ever heard.
      await Promise.race([pool.closeFree(), delay(CLOSING_MS)]);
    } finally {
      this.closing--;
    }
  }

  private longestResting(): PoolOfBudget | undefined {
    return [...this.pools]
      .filter(([{ freeCount }]) => freeCount > 0)
      .sort(([, a], [, b]) => a.usedAt - b.usedAt)
      .map(([pool]) => pool)[0];
  }

  private refusal(): NoConnection {
    this.refused++;
    return new NoConnection(RETRY_SECONDS);
  }
}
