import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { isWorthAnotherTry, problemText } from './problem-lines';

/** Why something couldn't be shown, and another try: but what isn't there, or isn't for this reader, won't come by trying. */
@Component({
  selector: 'app-problem-line',
  imports: [MatButton, RouterLink],
  template: `
    <div role="alert">
      @if (problem(); as problem) {
        <div class="line">
          <p>{{ words() }}</p>
          @if (!isWorthAnotherTry(problem)) {
            <a routerLink="/">{{ t('shell.not-found.home') }}</a>
          } @else {
            <button matButton="outlined" type="button" (click)="again.emit()">
              {{ t('shell.problem.again') }}
            </button>
          }
        </div>
      }
    </div>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem 1.5rem;
      margin-block: 1rem;
      padding: 1rem 1.25rem;
      border: 2px solid var(--rp-error);
      border-radius: 12px;
    }
    p {
      margin: 0;
    }
  `,
})
export class ProblemLine {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly isWorthAnotherTry = isWorthAnotherTry;

  readonly problem = input.required<Problem | null>();
  readonly again = output<void>();

  protected readonly words = computed(() => {
    const problem = this.problem();
    if (!problem) return '';
    return problem.code === 'not-found' ? this.t('shell.not-found.why') : problemText(problem, this.language);
  });
}
