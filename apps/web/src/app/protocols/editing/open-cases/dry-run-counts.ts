import { Component, computed, inject, input } from '@angular/core';
import type { DryRunCounts } from '@repere/contract';
import { Language } from '@repere/ui';

/** How many open cases another version would change, and what about them: counts before cases. */
@Component({
  selector: 'app-dry-run-counts',
  template: `
    <p class="first">
      <strong>{{ language.count('editing.dry.changed', counts().changed) }}</strong>
      {{ language.count('editing.dry.unchanged', counts().unchanged) }}
    </p>
    <p class="rp-quiet">{{ t('editing.dry.rounded') }}</p>
    @for (group of groups(); track group.what) {
      <h3>{{ t('editing.dry.' + group.what) }}</h3>
      <ul class="rp-list">
        @for (line of group.lines; track $index) {
          <li>
            <span class="number">{{ line.runs }}</span> {{ line.title }}
          </li>
        }
      </ul>
    }
  `,
  styles: `
    .first {
      font-size: 1.1rem;
    }
    li {
      display: grid;
      grid-template-columns: 3.5rem minmax(0, 1fr);
      gap: 0.75rem;
      align-items: baseline;
      padding-block: 0.3rem;
      border-block-start: 1px solid var(--rp-line);
    }
    .number {
      font-weight: 700;
      font-variant-numeric: tabular-nums;
      text-align: end;
    }
  `,
})
export class DryRunCountsView {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly counts = input.required<DryRunCounts>();

  protected readonly groups = computed(() => {
    const { passed, toConfirm, gains, loses } = this.counts();
    return (
      [
        { what: 'loses', lines: loses },
        { what: 'passed', lines: passed },
        { what: 'to-confirm', lines: toConfirm },
        { what: 'gains', lines: gains },
      ] as const
    ).flatMap(({ what, lines }) =>
      lines.length > 0
        ? [{ what, lines: lines.map(({ title, runs }) => ({ title: this.language.localize(title), runs })) }]
        : [],
    );
  });
}
