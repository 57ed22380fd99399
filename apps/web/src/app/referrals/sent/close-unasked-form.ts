import { Component, computed, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { CloseUnasked } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { ActProblem } from '../../platform/act-problem';
import { everyOf } from '../../platform/every-of';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { ReferralsClient } from '../referrals-client';

type Reason = CloseUnasked['reason'];

const REASONS = everyOf<Reason>()(['met', 'changed', 'by-mistake', 'no-service', 'age', 'language']);

/** Nobody will be asked for a need, and why: it is over, or nobody meets it. */
@Component({
  selector: 'app-close-unasked-form',
  imports: [ActProblem, FormField, MatButton, SelectField],
  template: `
    <form novalidate (submit)="closeNeed($event)">
      <rp-select-field
        [fieldId]="'unasked-' + need()"
        [label]="t('referrals.unasked.why')"
        [hint]="t('referrals.unasked.hint')"
        [options]="reasons()"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('referrals.unasked.act') }}</button>
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
export class CloseUnaskedForm {
  private readonly client = inject(ReferralsClient);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly caseFileId = input.required<string>();
  readonly need = input.required<CloseUnasked['need']>();
  readonly closed = output();

  protected readonly form = new SendingForm({ reason: null as Reason | null }, ({ reason }) =>
    requireValue(reason, 'referrals.unasked.missing'),
  );
  protected readonly reasons = computed(() =>
    REASONS.map((code) => ({ code, label: this.language.localize(ANSWER_REASONS[code]) })),
  );

  protected async closeNeed(event: Event): Promise<void> {
    const { reason } = this.form.typed();
    const done = await this.form.sendTyped(
      event,
      (sending) =>
        reason && this.client.closeUnasked(this.caseFileId(), { need: this.need(), reason }, sending),
    );
    if (done) this.closed.emit();
  }
}
