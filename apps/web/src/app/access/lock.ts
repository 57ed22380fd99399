import { Injectable, computed, signal } from '@angular/core';

/**
 * Why a page is locked: asked for, nobody there, at the end of the day, or ended from elsewhere. `offline`: asked to leave, and
 * the server could not be told.
 */
export const LOCK_REASONS = ['asked', 'idle', 'absolute', 'ended', 'offline'] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

/** Whether the page is locked in place. What it held stays as it was, out of the DOM. */
@Injectable({ providedIn: 'root' })
export class Lock {
  private readonly why = signal<LockReason | null>(null);
  private readonly waiting: (() => void)[] = [];

  /** `null`: it is open. */
  readonly reason = this.why.asReadonly();
  readonly isShut = computed(() => this.why() !== null);

  /** The first reason given stays, unless the server does not know of the lock: that comes before all. */
  shut(reason: LockReason): void {
    this.why.update((before) => (reason === 'offline' ? reason : (before ?? reason)));
  }

  /** Locks, since the session has ended; resolves when the same person has signed in again. */
  untilOpen(): Promise<void> {
    this.shut('ended');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  openAgain(): void {
    this.why.set(null);
    for (const go of this.waiting.splice(0)) go();
  }
}
