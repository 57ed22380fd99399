import { Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { EntryCard } from './entry-card';
import { RefusedCard } from './refused-card';
import { StepActs } from '../step-acts';
import { StepSession } from '../step-session';

/** A fact that the step stood on was corrected: is what was entered still right? */
@Component({
  selector: 'app-confirm-panel',
  imports: [EntryCard, MatButton, ProblemLine, RefusedCard],
  providers: [StepActs],
  template: `
    @if (page(); as page) {
      <section class="panel" aria-labelledby="confirm-title">
        <h2 id="confirm-title">{{ t('step.confirm.title') }}</h2>
        <p>{{ localize(page.explanation.summary) }}</p>
        @if (acts.lastEntry(); as entry) {
          <app-entry-card [entry]="entry" />
          <app-refused-card [reasons]="session.reasons()" />
          <app-problem-line [problem]="session.problem()" (again)="acts.confirm(entry.entryId)" />
          @if (page.may.complete) {
            <p class="rp-acts">
              <button matButton="filled" type="button" (click)="acts.confirm(entry.entryId)">
                {{ t('step.confirm.still') }}
              </button>
              <button matButton="outlined" type="button" (click)="redo.emit()">
                {{ t('step.confirm.redo') }}
              </button>
            </p>
          }
        }
      </section>
    }
  `,
  styleUrl: './approval-panel.scss',
})
export class ConfirmPanel {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly session = inject(StepSession);
  protected readonly acts = inject(StepActs);

  readonly redo = output<void>();
  protected readonly page = computed(() => this.session.page());
}
