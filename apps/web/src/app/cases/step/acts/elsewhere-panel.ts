import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MatButton } from '@angular/material/button';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { stepPath } from '../../case-paths';
import { RefusedCard } from './refused-card';
import { StepActs } from '../step-acts';
import { StepSession } from '../step-session';

/** Done a short while ago in another protocol: one press, and it counts here too. The form stays below. */
@Component({
  selector: 'app-elsewhere-panel',
  imports: [MatButton, ProblemLine, RefusedCard, RouterLink],
  providers: [StepActs],
  template: `
    @if (page(); as page) {
      @if (page.doneElsewhere; as act) {
        <section class="panel" aria-labelledby="elsewhere-title">
          <h2 id="elsewhere-title">
            {{ t('step.elsewhere.title', { when: when(), protocol: localize(act.protocolTitle) }) }}
          </h2>
          <p>{{ t('step.elsewhere.what') }}</p>
          <app-refused-card [reasons]="session.reasons()" />
          <app-problem-line [problem]="session.problem()" (again)="acts.count(act.entryId)" />
          <p class="rp-acts">
            @if (page.may.complete) {
              <button matButton="filled" type="button" (click)="acts.count(act.entryId)">
                {{ t('step.elsewhere.count') }}
              </button>
            }
            <a [routerLink]="path()">{{ t('step.elsewhere.see') }}</a>
          </p>
        </section>
      }
    }
  `,
  styleUrl: './approval-panel.scss',
})
export class ElsewherePanel {
  private readonly language = inject(Language);
  private readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly acts = inject(StepActs);

  protected readonly page = computed(() => this.session.page());
  protected readonly when = computed(() => {
    const act = this.page()?.doneElsewhere;
    return act ? this.time.since(act.at) : '';
  });
  protected readonly path = computed(() => {
    const page = this.page();
    return page?.doneElsewhere
      ? stepPath(page.caseFileId, page.doneElsewhere.runId, page.doneElsewhere.step)
      : [];
  });
}
