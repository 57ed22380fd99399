import { Injectable, signal } from '@angular/core';

/** Whether the page is locked in place because the session ended. What it held stays as it was, out of the DOM. */
@Injectable({ providedIn: 'root' })
export class Lock {
  private readonly shut = signal(false);
  private readonly waiting: (() => void)[] = [];

  readonly isShut = this.shut.asReadonly();

  /** Locks; resolves when the same person has signed in again. */
  untilOpen(): Promise<void> {
    this.shut.set(true);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  open(): void {
    this.shut.set(false);
    for (const go of this.waiting.splice(0)) go();
  }
}
