import { Component, computed, inject, input } from '@angular/core';
import type { WhatIf } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { DeadlineLabel } from '@repere/ui/status';
import { OriginTag } from '@repere/ui/origin';
import { effectViews } from './effect-views';

/**
 * What answers would bring: protocols that open, steps that become something else, deadlines that begin. Of what would
 * protect less only that it would, and that two people decide it.
 */
@Component({
  selector: 'app-what-if-effects',
  imports: [DeadlineLabel, Icon, OriginTag],
  templateUrl: './what-if-effects.html',
  styles: `
    :host {
      display: grid;
      gap: 1rem;
    }
    h3 {
      margin: 0 0 0.25rem;
      font-size: 1.05rem;
    }
    p {
      margin: 0;
    }
    summary {
      min-block-size: 32px;
      padding-block: 0.25rem;
      cursor: pointer;
    }
    .opens {
      margin: 0;
      padding-inline-start: 1.3rem;
    }
    .rp-list > li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
      padding-block: 0.4rem;
      border-block-start: 1px solid var(--rp-line);
    }
    .change {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.5rem;
      color: var(--rp-ink-soft);
    }
    .change strong {
      color: var(--rp-ink);
    }
    .less {
      padding: 0.75rem 1rem;
      border-inline-start: 3px solid var(--rp-accent);
      background: var(--rp-wash);
    }
  `,
})
export class WhatIfEffects {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly effects = input.required<WhatIf>();
  /** What opens and how much of each; the steps themselves on demand. */
  readonly isShort = input(false);

  private readonly protocols = computed(() => effectViews(this.effects()));
  /** By protocol. */
  protected readonly groups = computed(() =>
    this.protocols().map(({ runId, title, steps }) => ({
      key: runId,
      title: this.localize(title),
      steps,
      tally: this.language.count('case.effects.steps', steps.length),
    })),
  );
  protected readonly deadlineTally = computed(() => {
    const { deadlines } = this.effects();
    const legal = deadlines.filter(({ origin }) => origin === 'LEGAL').length;
    const all = this.language.count('case.effects.count', deadlines.length);
    return legal ? `${all}, ${this.language.count('case.effects.legal', legal)}` : all;
  });
  protected readonly isNothing = computed(() => {
    const { opens, deadlines, lessProtective, refused } = this.effects();
    return ![opens, deadlines, lessProtective, refused, this.protocols()].some(({ length }) => length);
  });
}
