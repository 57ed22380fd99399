import { Injectable, computed, inject, signal } from '@angular/core';
import { SpaceTime } from '@repere/ui';

/** A clock that stands still at a moment, for what is drawn as it was then: what was late then, and by how much. */
@Injectable()
export class ReplayedTime extends SpaceTime {
  private readonly real = inject(SpaceTime, { skipSelf: true });

  /** Epoch milliseconds; `null`: no moment yet, the clock goes on. */
  readonly then = signal<number | null>(null);
  override readonly now = computed(() => this.then() ?? this.real.now());
}
