import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RecordUnmet } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../platform/act-problem';
import type { Answered, Sending } from '../platform/api';
import { everyOf } from '../platform/every-of';
import { requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';

type Reason = RecordUnmet['reason'];

export type RecordsUnmet = (id: string, reason: Reason, sending: Sending) => Promise<Answered<void>>;

const REASONS = everyOf<Reason>()(['refused', 'full', 'age', 'language', 'silent', 'no-service']);

/** Nobody meets the need, and why: counted, and asked again of the next one whenever there is one. */
@Component({
  selector: 'app-unmet-form',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <form novalidate (submit)="recordUnmetNeed($event)">
      <rp-select-field
        [fieldId]="'unmet-' + about()"
        [label]="label()"
        [hint]="hint()"
        [options]="reasons()"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('referrals.unmet.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 32rem;
    }
    .rp-acts {
      margin-block-start: 0.75rem;
    }
  `,
})
export class UnmetForm {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** Id of what was asked: the last referral of the need, or the question for a place. */
  readonly about = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly record = input.required<RecordsUnmet>();
  readonly recorded = output();

  protected readonly form = new SendingForm({ reason: null as Reason | null }, ({ reason }) =>
    requireValue(reason, 'referrals.unmet.missing'),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.language.localize(ANSWER_REASONS[code]) })),
  );

  protected async recordUnmetNeed(event: Event): Promise<void> {
    const { reason } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      (sending) => reason && this.record()(this.about(), reason, sending),
    );
    if (done) this.recorded.emit();
  }
}
