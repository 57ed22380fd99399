import type { Answered } from '../../../platform/api';
import { Backoff } from './backoff';

export interface LatestReadOf<T> {
  readonly readNewest: () => Promise<Answered<T>>;
  readonly takeNewest: (value: T) => void;
  /** Whether what was read last is older than what was heard of. */
  readonly isBehind: () => boolean;
}

/** What passes by itself: nobody answers (0), too many ask, the server fails or has no room for a moment. */
const passes = (status: number): boolean => status === 0 || status === 429 || status >= 500;

/**
 * Something of the server that this screen hears changes of: it has one request on its way at most, and another one at once where a
 * change came meanwhile. What can't be read, or comes older than what was heard, is read again later, ever less often; who is refused is
 * refused until they hear of a change again.
 */
export class LatestRead<T> {
  private readonly backoff = new Backoff();
  private reading: Promise<void> | null = null;
  private isAskedAgain = false;
  private isOver = false;

  constructor(private readonly of: LatestReadOf<T>) {}

  /** Resolves when the request on its way is answered; while it waits after a fault, nothing is asked any sooner. */
  readAnew(): Promise<void> {
    if (this.reading) this.isAskedAgain = true;
    else if (!this.backoff.isWaiting) this.readNow();
    return this.reading ?? Promise.resolve();
  }

  endReading(): void {
    this.isOver = true;
    this.backoff.stopWaiting();
  }

  private readNow(): void {
    if (this.isOver) return;
    this.isAskedAgain = false;
    this.reading = this.of.readNewest().then((answer) => {
      this.reading = null;
      if (!this.isOver) this.takeAnswer(answer);
    });
  }

  private takeAnswer(answer: Answered<T>): void {
    if (!answer.ok) {
      if (passes(answer.problem.status)) this.backoff.tryLater(() => this.readNow(), answer.retryAfter);
      return;
    }
    this.of.takeNewest(answer.value);
    if (!this.of.isBehind()) this.backoff.beginAnew();
    else if (this.isAskedAgain) this.readNow();
    else this.backoff.tryLater(() => this.readNow());
  }
}
