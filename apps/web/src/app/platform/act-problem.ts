import { Component, computed, inject, input } from '@angular/core';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { problemLines } from './problem-lines';

/** Why an act was not done, in words, beside the button that asked for it. */
@Component({
  selector: 'app-act-problem',
  template: `
    <div role="alert">
      @for (line of lines(); track $index) {
        <p class="rp-problem">{{ line }}</p>
      }
    </div>
  `,
})
export class ActProblem {
  private readonly language = inject(Language);

  readonly problem = input.required<Problem | null>();

  protected readonly lines = computed(() => {
    const problem = this.problem();
    if (!problem) return [];
    if (problem.status === 412 && !problem.reasons?.length) return [this.language.t('case.stale')];
    return problemLines(problem, this.language);
  });
}
