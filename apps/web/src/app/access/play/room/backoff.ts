/** How long to wait where nothing is said, and at most; so does a stream that the server refuses. */
const FIRST_MS = 3_000;
const MOST_MS = 30_000;
/** However late the server says. */
const LATEST_MS = 60_000;

/** Something that is tried again after a fault: twice as late each time, and no sooner than the server says. */
export class Backoff {
  private waitMs = FIRST_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  get isWaiting(): boolean {
    return this.timer !== undefined;
  }

  /** `retryAfter`: seconds. */
  tryLater(act: () => void, retryAfter = 0): void {
    this.stopWaiting();
    const waitMs = Math.min(Math.max(this.waitMs, retryAfter * 1_000), LATEST_MS);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      act();
    }, waitMs);
    this.waitMs = Math.min(this.waitMs * 2, MOST_MS);
  }

  stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** It went well: the next fault is the first. */
  beginAnew(): void {
    this.stopWaiting();
    this.waitMs = FIRST_MS;
  }
}
