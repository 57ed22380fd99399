import { Component, computed, inject, input } from '@angular/core';
import type { Problem } from '@repere/cases';
import { Language } from '@repere/ui';

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
    const { t, say } = this.language;
    if (!problem) return [];
    if (problem.reasons?.length) return problem.reasons.map(({ text }) => say(text));
    if (problem.status === 412) return [t('case.stale')];
    return [
      problem.code === 'unreachable'
        ? t('shell.problem.unreachable')
        : (problem.detail ?? t('shell.problem.other')),
    ];
  });
}
