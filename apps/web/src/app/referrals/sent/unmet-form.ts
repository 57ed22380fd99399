import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { RecordUnmet, ReferralNeed } from '@repere/contract';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../platform/act-problem';
import { everyOf } from '../../platform/every-of';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ReferralsClient } from '../referrals-client';

type Reason = RecordUnmet['reason'];

const REASONS = everyOf<Reason>()(['refused', 'full', 'age', 'language', 'silent', 'no-service']);

/** Nobody meets the need, and why: counted, and asked again of the next one whenever there is one. */
@Component({
  selector: 'app-unmet-form',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <form novalidate (submit)="recordUnmetNeed($event)">
      <rp-select-field
        [fieldId]="'unmet-' + need().id"
        [label]="t('referrals.sent.unmet')"
        [hint]="t('referrals.sent.unmet-hint')"
        [options]="reasons()"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('referrals.sent.unmet-act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form {
      max-inline-size: 32rem;
    }
  `,
})
export class UnmetForm {
  private readonly client = inject(ReferralsClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly need = input.required<ReferralNeed>();
  readonly recorded = output();

  protected readonly form = new SendingForm({ reason: null as Reason | null }, ({ reason }) =>
    requireValue(reason, 'referrals.sent.unmet-missing'),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.t(`referrals.reason.${code}`) })),
  );

  protected async recordUnmetNeed(event: Event): Promise<void> {
    const { reason } = this.form.typed();
    const last = this.need().referrals.at(-1);
    const done = await this.form.sendTyped(
      event,
      (sending) => reason && last && this.client.recordUnmet(this.caseFileId(), last.id, reason, sending),
    );
    if (done) this.recorded.emit();
  }
}
