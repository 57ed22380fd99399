import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { ChoiceField } from '@repere/ui/choice';
import { LongText } from '@repere/ui/field';
import { waiveLengths } from '@repere/contract/lengths';
import { asAnswer } from '../../../platform/api';
import { SendingForm } from '../../../platform/form/sending-form';
import { limitLength, requireValue } from '../../../platform/form/mistake';
import { ProblemLine } from '../../../platform/problem-line';
import { RefusedCard } from './refused-card';
import { StepActs } from '../step-acts';
import { StepSession } from '../step-session';

/** Leaving the step out, for a reason of its closed list. */
@Component({
  selector: 'app-waive-form',
  imports: [ChoiceField, FormField, LongText, MatButton, ProblemLine, RefusedCard],
  providers: [StepActs],
  template: `
    <details>
      <summary>{{ t('step.waive.title') }}</summary>
      <form novalidate (submit)="waive($event)">
        <p>{{ t('step.override.' + how()) }}</p>
        <rp-choice-field
          fieldId="waive-reason"
          [label]="t('step.waive.reason')"
          [options]="reasons()"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
        <rp-long-text
          fieldId="waive-note"
          [label]="t('step.waive.note')"
          [formField]="form.fields.note"
          [problem]="form.problemOf('note')"
        />
        <app-refused-card [reasons]="session.reasons()" />
        <app-problem-line [problem]="session.problem()" (again)="waive(null)" />
        <p>
          <button matButton="outlined" type="submit">
            {{ t(how() === 'with-approval' ? 'step.waive.ask' : 'step.waive.act') }}
          </button>
        </p>
      </form>
    </details>
  `,
  styles: `
    details {
      margin-block-start: 2rem;
    }
    summary {
      inline-size: fit-content;
      min-block-size: 40px;
      padding-block: 0.4rem;
      color: var(--rp-primary);
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    form {
      display: grid;
      gap: 1rem;
      padding-block: 0.75rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class WaiveForm {
  private readonly language = inject(Language);
  private readonly acts = inject(StepActs);
  protected readonly t = this.language.t;
  protected readonly session = inject(StepSession);

  protected readonly form = new SendingForm({ reason: null as string | null, note: '' }, (it) => {
    requireValue(it.reason, 'step.waive.missing');
    limitLength(it.note, waiveLengths.note);
  });
  protected readonly how = computed(() => this.session.page()?.waiver?.how ?? 'with-reason');
  protected readonly reasons = computed(() =>
    (this.session.page()?.waiver?.reasons ?? []).map(({ code, label }) => ({
      code,
      label: this.language.localize(label),
    })),
  );

  protected async waive(event: Event | null): Promise<void> {
    const { reason, note } = this.form.typed();
    await this.form.sendTyped(event, async () => {
      await this.acts.waive(reason ?? '', note.trim());
      return asAnswer(null);
    });
  }
}
