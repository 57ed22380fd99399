import { DestroyRef, inject, signal } from '@angular/core';
import type { Problem } from '@repere/contract';
import type { Answered } from '../api';

/** However soon or late the server says that it may be asked again, milliseconds. */
const SOONEST_MS = 5_000;
const LATEST_MS = 60_000;

/** What passes by itself: nobody answers (0), too many ask, the server or what stands before it has no room for a moment. */
const PASSING: ReadonlySet<number> = new Set([0, 429, 502, 503, 504]);

/**
 * Reads a page anew while it is open and in sight, after each answer. Where the server is busy or away it goes on by itself, when the server
 * says; what does not pass by waiting ends it. In a field of what is shown.
 */
export class Polling {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLeft = false;
  private readonly retries = signal(false);
  /** Whether the last look came to nothing and the next one is awaited. */
  readonly isRetrying = this.retries.asReadonly();

  constructor(private readonly look: () => unknown) {
    inject(DestroyRef).onDestroy(() => {
      this.isLeft = true;
      this.stop();
    });
  }

  /**
   * After this answer the next look comes `everyMs` later; `null`: nothing is left to look for. What it gives is for the reader to deal
   * with, since waiting would not help.
   */
  goOnAfter(answer: Answered<unknown>, everyMs: number | null): Problem | null {
    this.stop();
    const isPassing = !answer.ok && PASSING.has(answer.problem.status);
    this.retries.set(isPassing);
    if (answer.ok) {
      if (everyMs !== null) this.lookIn(everyMs);
      return null;
    }
    const { problem, retryAfter = 0 } = answer;
    if (!isPassing) return problem;
    this.lookIn(Math.min(Math.max(retryAfter * 1_000, SOONEST_MS), LATEST_MS));
    return null;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** A page that nobody looks at asks nothing. */
  private lookIn(waitMs: number): void {
    if (this.isLeft) return;
    this.timer = setTimeout(() => {
      if (document.hidden) this.lookIn(waitMs);
      else this.look();
    }, waitMs);
  }
}
