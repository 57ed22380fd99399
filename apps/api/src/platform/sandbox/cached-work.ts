import { LRUCache } from 'lru-cache';
import { Refusal } from '../refusals/refusal';

/** Most requests that wait at once, whatever for: each holds a connection to the database, of some twenty. */
const MOST_WAITING = 5;

interface Kept<T> {
  readonly result: Promise<T>;
  isDone: boolean;
  /** By the clock of the process. */
  until: number;
}

/** Results of long work that is the same for the same question: several who ask wait for one, and it is kept for a while. */
export class CachedWork<T> {
  private readonly kept: LRUCache<string, Kept<T>>;
  private waiting = 0;

  /** `keptMs`: how long a result holds; what was stopped may only have had a busy machine. */
  constructor(
    mostKept: number,
    private readonly keptMs: (result: T) => number,
  ) {
    this.kept = new LRUCache({ max: mostKept });
  }

  /** What `work` gives, or gave to whoever asked before; `unavailable` when too many wait. */
  async workOnce(question: string, work: () => Promise<T>): Promise<T> {
    const known = this.kept.get(question);
    if (known && known.until > performance.now()) return this.waitFor(known);
    this.refuseTooMany();
    return this.waitFor(this.beginWork(question, work));
  }

  private beginWork(question: string, work: () => Promise<T>): Kept<T> {
    const kept: Kept<T> = { result: work(), isDone: false, until: Infinity };
    this.kept.set(question, kept);
    kept.result.then(
      (result) => {
        kept.isDone = true;
        kept.until = performance.now() + this.keptMs(result);
      },
      () => this.kept.get(question) === kept && this.kept.delete(question),
    );
    return kept;
  }

  private async waitFor({ result, isDone }: Kept<T>): Promise<T> {
    if (isDone) return result;
    this.refuseTooMany();
    this.waiting++;
    try {
      return await result;
    } finally {
      this.waiting--;
    }
  }

  private refuseTooMany(): void {
    if (this.waiting >= MOST_WAITING) throw new Refusal('unavailable', { retryAfter: 10 });
  }
}
