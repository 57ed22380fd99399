import { Component, computed, inject, input } from '@angular/core';
import type { DeadlineView } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';

/** What a date alone doesn't say: it had passed before the case reached us; a window of care has closed, and what remains. */
@Component({
  selector: 'app-deadline-note',
  template: `
    @for (line of lines(); track line) {
      <p>{{ line }}</p>
    }
  `,
  styles: `
    p {
      margin: 0.25rem 0 0;
      color: var(--rp-ink-soft);
    }
  `,
})
export class DeadlineNote {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);

  readonly deadline = input.required<Pick<DeadlineView, 'passedBefore' | 'closedAt' | 'remains' | 'metAt'>>();

  protected readonly lines = computed(() => {
    const { passedBefore, closedAt, remains, metAt } = this.deadline();
    if (metAt !== null) return [];
    if (closedAt !== undefined)
      return [
        this.language.t('case.deadlines.closed', { moment: this.time.deadline(closedAt) }),
        ...(remains ? [this.language.localize(remains)] : []),
      ];
    return passedBefore === undefined
      ? []
      : [this.language.t('case.deadlines.passed-before', { moment: this.time.deadline(passedBefore) })];
  });
}
