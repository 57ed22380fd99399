import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { stepPath } from '../../case-paths';
import { SourceList } from '../fields/source-list';
import { StepSession } from '../step-session';

/** Why the step can't be done now: what is missing, the rule and its source, what would open it, who may pass over it. */
@Component({
  selector: 'app-refusal-card',
  imports: [Icon, RouterLink, SourceList],
  templateUrl: './refusal-card.html',
  styleUrl: './refusal-card.scss',
})
export class RefusalCard {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly url = inject(Router).url;

  protected readonly page = computed(() => this.session.page());
  protected readonly because = computed(() => {
    const page = this.page();
    if (!page) return [];
    return page.explanation.because.map((thing) => {
      const way =
        thing.opensWith ?? (thing.step && thing.runId ? { runId: thing.runId, step: thing.step } : null);
      const isElsewhere = way && (way.step !== page.step || way.runId !== page.runId);
      return {
        text: thing.text,
        link: isElsewhere ? stepPath(page.caseFileId, way.runId, way.step) : null,
      };
    });
  });
  protected readonly override = computed(() => {
    const how = this.page()?.waiver?.how;
    return this.t(how ? `step.override.${how}` : 'step.override.nobody');
  });
}
