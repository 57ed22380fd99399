import { Component, computed, inject, input } from '@angular/core';
import type { Over } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';

/** Why nothing is asked of this service any more, and since when; nothing of the child. */
@Component({
  selector: 'app-over-words',
  template: `
    <p>
      <strong>{{ words() }}</strong>
    </p>
  `,
})
export class OverWords {
  private readonly time = inject(SpaceTime);
  private readonly t = inject(Language).t;

  readonly over = input.required<Over>();

  protected readonly words = computed(() => {
    const { why, at } = this.over();
    return this.t(`capacity.over.${why}`, { moment: this.time.moment(at) });
  });
}
