import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TimelineEntry } from '@repere/cases';
import { Language } from '@repere/ui';
import { DecisionFields } from './decision-fields';
import { FormProblems } from './form-problems';
import { RefusedCard } from './refused-card';
import { StepActs } from './step-acts';
import { toStepInput } from './step-input';
import { StepSession } from './step-session';

/** A decision that protects was taken at once; its best interests and the child's view are written after, within 24 hours. */
@Component({
  selector: 'app-owed-form',
  imports: [DecisionFields, MatButton, RefusedCard],
  providers: [FormProblems, StepActs],
  template: `
    <form novalidate (submit)="write($event)">
      <p>{{ t('step.owed.lead') }}</p>
      <app-decision-fields />
      <app-refused-card [reasons]="session.reasons()" />
      <p>
        <button matButton="filled" type="submit">{{ t('step.owed.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 1.25rem;
      margin-block-start: 1.25rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class OwedForm {
  protected readonly t = inject(Language).t;
  protected readonly session = inject(StepSession);
  private readonly acts = inject(StepActs);

  readonly entry = input.required<TimelineEntry>();

  protected async write(event: Event): Promise<void> {
    event.preventDefault();
    const page = this.session.page();
    if (!page) return;
    const { bestInterests, childView } = toStepInput(page, this.session.typed(), {});
    await this.acts.confirm(this.entry().entryId, {
      ...(bestInterests && { bestInterests }),
      ...(childView && { childView }),
    });
  }
}
