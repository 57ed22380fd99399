import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { entryLines } from './acts/entry-lines';
import { StepSession } from './step-session';

/** Who did it and when say nothing while they are left as they were. */
const SELF_EVIDENT = ['happened', 'who'];

/** What was typed in a step that can no longer be filled in, because somebody did it meanwhile or it closed. Never out of sight. */
@Component({
  selector: 'app-unsent-answers',
  imports: [MatButton],
  template: `
    <section aria-labelledby="kept-title">
      <h2 id="kept-title">{{ t('step.kept.title') }}</h2>
      <p>{{ t('step.kept.lead') }}</p>
      <dl>
        @for (line of lines(); track line.fieldId) {
          <dt>{{ line.title }}</dt>
          <dd>{{ line.shown }}</dd>
        }
      </dl>
      <button matButton="outlined" type="button" (click)="session.clear()">{{ t('step.clear') }}</button>
    </section>
  `,
  styles: `
    section {
      margin-block: 1.5rem;
      padding: 1.1rem 1.4rem;
      border: 2px solid var(--rp-accent);
      border-radius: 14px;
    }
    h2 {
      margin: 0 0 0.5rem;
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0 0 0.75rem;
      white-space: pre-line;
    }
  `,
})
export class UnsentAnswers {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(StepSession);

  protected readonly lines = computed(() => {
    const page = this.session.page();
    if (!page) return [];
    return entryLines(page, this.session.typed(), this.session.relevance(), this.language).filter(
      ({ fieldId }) => !SELF_EVIDENT.includes(fieldId),
    );
  });
}
