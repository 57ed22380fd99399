import { Component, ElementRef, computed, effect, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProblemReason } from '@repere/contract';
import { Icon, Language } from '@repere/ui';
import { stepPath } from '../../case-paths';
import { SourceList } from '../fields/source-list';
import { StepSession } from '../step-session';

/**
 * Why what was asked for is refused: the rule in words, its source, a way to what would open it, who may pass over it.
 * Takes the focus, since the button that asked may be screens away.
 */
@Component({
  selector: 'app-refused-card',
  imports: [Icon, RouterLink, SourceList],
  template: `
    @if (lines().length) {
      <section #card class="card" role="alert" tabindex="-1" aria-labelledby="refused-title">
        <h2 id="refused-title"><rp-icon name="lock" /> {{ t('step.refused.title') }}</h2>
        <ul>
          @for (line of lines(); track $index) {
            <li>
              {{ localize(line.text) }}
              @if (line.link; as link) {
                <a [routerLink]="link">{{ t('step.refused.go') }}</a>
              }
              <app-source-list [sources]="line.sources" />
            </li>
          }
        </ul>
        <p>{{ override() }}</p>
      </section>
    }
  `,
  styleUrl: './refusal-card.scss',
})
export class RefusedCard {
  private readonly session = inject(StepSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  private readonly card = viewChild<ElementRef<HTMLElement>>('card');

  readonly reasons = input.required<readonly ProblemReason[]>();
  /** `false` where something above it has to be seen first. */
  readonly takesFocus = input(true);

  protected readonly lines = computed(() => {
    const page = this.session.page();
    return this.reasons().map(({ text, basis, runId, step }) => ({
      text,
      sources: page?.sources.filter(({ code }) => basis?.includes(code)) ?? [],
      link:
        page && runId && step && (runId !== page.runId || step !== page.step)
          ? stepPath(page.caseFileId, runId, step)
          : null,
    }));
  });
  protected readonly override = computed(() => {
    const how = this.session.page()?.waiver?.how;
    return how
      ? `${this.t(`step.override.${how}`)} ${this.t('step.refused.still-refused')}`
      : this.t('step.override.nobody');
  });

  constructor() {
    effect(() => {
      if (this.lines().length && this.takesFocus()) this.card()?.nativeElement.focus();
    });
  }
}
