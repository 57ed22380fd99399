import { Injectable, inject, signal } from '@angular/core';
import { PageTitle } from './page-title';

const QUICK = 600;
const NEVER = Number.NEGATIVE_INFINITY;

/** Hides the page in one press, without loss. The chord is Escape twice, fast. */
@Injectable({ providedIn: 'root' })
export class Curtain {
  private readonly title = inject(PageTitle);
  private readonly drawn = signal(false);
  private lastEscape = NEVER;

  readonly isDrawn = this.drawn.asReadonly();

  draw(): void {
    this.drawn.set(true);
    this.title.hide(true);
  }

  open(): void {
    this.drawn.set(false);
    this.title.hide(false);
  }

  /** Listens to every key; only two Escapes in a row mean something. */
  hear(event: KeyboardEvent): void {
    if (event.key !== 'Escape') {
      this.lastEscape = NEVER;
      return;
    }
    if (event.timeStamp - this.lastEscape < QUICK && !event.repeat) {
      this.lastEscape = NEVER;
      this.draw();
    } else if (!event.repeat) this.lastEscape = event.timeStamp;
  }
}
