import { Injectable, inject, signal } from '@angular/core';
import { Presence } from './sessions/presence';

const QUICK = 600;
const NEVER = Number.NEGATIVE_INFINITY;

/** Hides the page in one press, without loss. The chord is Escape twice, fast; twice more locks. */
@Injectable({ providedIn: 'root' })
export class PrivacyScreen {
  private readonly presence = inject(Presence);
  private readonly drawn = signal(false);
  private lastEscape = NEVER;

  readonly isDrawn = this.drawn.asReadonly();

  draw(): void {
    this.drawn.set(true);
  }

  liftScreen(): void {
    this.drawn.set(false);
  }

  /** What is behind needs a sign-in from here on. */
  lock(): void {
    void this.presence.lock('asked');
    this.liftScreen();
  }

  /** Listens to every key; only two Escapes in a row mean something. */
  noteInput(event: KeyboardEvent): void {
    if (event.key !== 'Escape') {
      this.lastEscape = NEVER;
      return;
    }
    if (event.timeStamp - this.lastEscape < QUICK && !event.repeat) {
      this.lastEscape = NEVER;
      if (this.drawn()) this.lock();
      else this.draw();
    } else if (!event.repeat) this.lastEscape = event.timeStamp;
  }
}
