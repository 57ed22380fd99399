import { Component, computed, inject, input } from '@angular/core';
import { Language } from '@repere/ui';
import type { Formula, Conformance } from '@repere/contract';
import { formatNumber, formatShare } from './format-figures';

/** The share, what it is of, and its formula beside it. */
@Component({
  selector: 'app-formula-text',
  template: `
    <p class="figure">
      <strong>{{ share() ?? t('audit.conformance.no-figure') }}</strong>
      @if (figures().fitness !== null) {
        <span>{{ t('audit.conformance.of', { met: met(), expected: expected() }) }}</span>
      }
    </p>
    <div class="formula">
      <p>{{ localize(formula().what) }}</p>
      <ul>
        <li>{{ localize(formula().weights) }}</li>
        <li>{{ localize(formula().expected) }}</li>
        <li>{{ localize(formula().leftOut) }}</li>
        <li>{{ localize(formula().apart) }}</li>
      </ul>
    </div>
  `,
  styleUrl: './formula-text.scss',
})
export class FormulaText {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  readonly figures = input.required<Pick<Conformance, 'expected' | 'fitness' | 'met'>>();
  readonly formula = input.required<Formula>();

  protected readonly share = computed(() => formatShare(this.figures().fitness, this.language.current()));
  protected readonly met = computed(() => formatNumber(this.figures().met, this.language.current()));
  protected readonly expected = computed(() =>
    formatNumber(this.figures().expected, this.language.current()),
  );
}
