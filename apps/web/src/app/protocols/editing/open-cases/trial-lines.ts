import { Component, computed, inject, input } from '@angular/core';
import type { RunTrial } from '@repere/case-engine';
import { Language, SpaceTime } from '@repere/ui';

/** What a move would do to one case, a line for each kind of change. */
@Component({
  selector: 'app-trial-lines',
  template: `
    <dl>
      @for (line of lines(); track line.what) {
        <dt>{{ t('editing.dry.' + line.what) }}</dt>
        <dd>{{ line.words }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(0, 12rem) minmax(0, 1fr);
      gap: 0.2rem 1.2rem;
      margin: 0.4rem 0;
    }
    dt {
      color: var(--rp-ink-soft);
    }
    dd {
      margin: 0;
    }
    @media (max-width: 36rem) {
      dl {
        grid-template-columns: 1fr;
      }
      dd {
        margin-block-end: 0.4rem;
      }
    }
  `,
})
export class TrialLines {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;

  readonly trial = input.required<RunTrial>();

  protected readonly lines = computed(() => {
    const { gains, loses, differs, passed, toConfirm, leftBehind } = this.trial();
    const { localize } = this.language;
    const titles = (list: readonly { readonly title: RunTrial['gains'][number]['title'] }[]) =>
      list.map(({ title }) => localize(title)).join(' · ');
    return (
      [
        { what: 'loses', words: titles(loses) },
        {
          what: 'passed',
          words: passed.map(({ title, dueAt }) => `${localize(title)} (${this.time.day(dueAt)})`).join(' · '),
        },
        { what: 'to-confirm', words: titles(toConfirm) },
        { what: 'gains', words: titles(gains) },
        { what: 'differs', words: titles(differs) },
        { what: 'left-behind', words: titles(leftBehind) },
      ] as const
    ).filter(({ words }) => words !== '');
  });
}
