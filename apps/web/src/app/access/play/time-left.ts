import { Component, DestroyRef, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { AssessmentLimit } from '@repere/contract';
import { Language, machineNow } from '@repere/ui';
import { spaceWords } from './space-words';

const TICK_MS = 1_000;
const MINUTE_S = 60;

/** How much of an assessment's time is left, or that it is over. Said aloud by the minute, not by the second. */
@Component({
  selector: 'app-time-left',
  template: `
    @if (isReady()) {
      <p class="left" [class.over]="left() === 0" role="timer">{{ words() }}</p>
      <p class="rp-out-of-sight" role="status">{{ said() }}</p>
    }
  `,
  styles: `
    p {
      margin: 0;
    }
    .left {
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class TimeLeft {
  private readonly language = inject(Language);
  private readonly t = this.language.t;

  readonly limit = input.required<AssessmentLimit>();

  protected readonly isReady = signal(false);
  /** By this machine's clock: what the server said is left runs from when it was said. */
  private readonly since = signal(machineNow());
  private readonly now = signal(machineNow());
  protected readonly left = computed(() => {
    const { secondsLeft } = this.limit();
    if (secondsLeft === null) return null;
    return Math.max(0, secondsLeft - Math.floor((this.now() - this.since()) / TICK_MS));
  });
  protected readonly words = computed(() => {
    const left = this.left();
    if (left === null) return this.language.count('spaces.limit.waits', this.limit().minutes);
    if (left === 0) return this.t('spaces.limit.over');
    const seconds = String(left % MINUTE_S).padStart(2, '0');
    return this.t('spaces.limit.left', { time: `${String(Math.floor(left / MINUTE_S))}:${seconds}` });
  });
  protected readonly said = computed(() => {
    const left = this.left();
    if (left === null) return '';
    return left === 0
      ? this.t('spaces.limit.over')
      : this.language.count('spaces.limit.minutes', Math.ceil(left / MINUTE_S));
  });

  constructor() {
    effect(() => {
      this.limit();
      untracked(() => {
        this.since.set(machineNow());
        this.now.set(machineNow());
      });
    });
    const ticking = setInterval(() => this.now.set(machineNow()), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
    void this.language.useAlso(spaceWords).then(() => this.isReady.set(true));
  }
}
