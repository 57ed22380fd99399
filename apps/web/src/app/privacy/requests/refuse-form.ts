import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccessRequest } from '@repere/contract';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { refuseRequestLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';

/** Refuses a request for access, with the reason that the person can be told. By another than who prepared it. */
@Component({
  selector: 'app-refuse-form',
  imports: [ActProblem, FormField, MatButton, TextField],
  template: `
    <form novalidate (submit)="refuseRequest($event)">
      <p>{{ t('privacy.request.refuse.lead') }}</p>
      <rp-text-field
        fieldId="refuse-why"
        [label]="t('privacy.request.refuse.why')"
        [hint]="t('privacy.request.refuse.why-hint')"
        [rows]="3"
        [problem]="form.problemOf('why')"
        [formField]="form.fields.why"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('privacy.request.refuse.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class RefuseForm {
  private readonly client = inject(PrivacyClient);
  protected readonly t = inject(Language).t;

  readonly requestId = input.required<string>();
  readonly refused = output<AccessRequest>();

  protected readonly form = new SendingForm({ why: '' }, ({ why }) => {
    requireValue(why, 'privacy.request.refuse.missing');
    limitLength(why, refuseRequestLengths.why);
  });

  protected async refuseRequest(event: Event): Promise<void> {
    const why = this.form.typed().why.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.refuseRequest(this.requestId(), why, sending),
      { about: this.requestId() },
    );
    if (done) this.refused.emit(done.value);
  }
}
