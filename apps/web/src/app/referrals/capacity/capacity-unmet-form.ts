import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RecordCapacityUnmet } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../platform/act-problem';
import { everyOf } from '../../platform/every-of';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { CapacityClient } from './capacity-client';

type Reason = RecordCapacityUnmet['reason'];

const REASONS = everyOf<Reason>()(['full', 'silent', 'refused', 'age', 'language', 'no-service']);

/** No service has a place, and why: with how many were asked, it is the evidence of the gap. */
@Component({
  selector: 'app-capacity-unmet-form',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <form novalidate (submit)="recordUnmetNeed($event)">
      <rp-select-field
        [fieldId]="'capacity-unmet-' + questionId()"
        [label]="t('capacity.unmet.label')"
        [hint]="t('capacity.unmet.hint')"
        [options]="reasons()"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('capacity.unmet.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 32rem;
    }
  `,
})
export class CapacityUnmetForm {
  private readonly client = inject(CapacityClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly questionId = input.required<string>();
  readonly recorded = output();

  protected readonly form = new SendingForm({ reason: null as Reason | null }, ({ reason }) =>
    requireValue(reason, 'capacity.unmet.missing'),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.t(`referrals.reason.${code}`) })),
  );

  protected async recordUnmetNeed(event: Event): Promise<void> {
    const { reason } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      (sending) => reason && this.client.recordUnmet(this.caseFileId(), this.questionId(), reason, sending),
    );
    if (done) this.recorded.emit();
  }
}
