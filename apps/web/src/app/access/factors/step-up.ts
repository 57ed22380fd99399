import { Injectable, signal } from '@angular/core';

/**
 * Asks whoever sits there to show again that it is them. Whatever was refused for want of it goes out again by itself once
 * they have: no page has to know.
 */
@Injectable({ providedIn: 'root' })
export class StepUp {
  private readonly asked = signal(false);
  private readonly waiting: ((isShown: boolean) => void)[] = [];

  readonly isAsked = this.asked.asReadonly();

  /** Whether they have shown it; `false`: they left it. Several at once wait for one answer. */
  askForStepUp(): Promise<boolean> {
    this.asked.set(true);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  settleStepUp(isShown: boolean): void {
    this.asked.set(false);
    for (const resolve of this.waiting.splice(0)) resolve(isShown);
  }
}
