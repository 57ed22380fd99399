import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { holdReasonLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';

/** Lifts a hold, with the reason. */
@Component({
  selector: 'app-lift-form',
  imports: [ActProblem, FormField, MatButton, TextField],
  template: `
    <details class="rp-fold">
      <summary>{{ t('privacy.hold.lift') }}</summary>
      <form novalidate (submit)="lift($event)">
        <rp-text-field
          [fieldId]="'lift-' + hold()"
          [label]="t('privacy.hold.why-lift')"
          [problem]="form.problemOf('reason')"
          [formField]="form.fields.reason"
        />
        <app-act-problem [problem]="form.refusal()" />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('privacy.hold.act-lift') }}</button>
        </p>
      </form>
    </details>
  `,
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class LiftForm {
  private readonly client = inject(PrivacyClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly hold = input.required<string>();
  readonly lifted = output<void>();

  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'privacy.hold.why-missing');
    limitLength(reason, holdReasonLengths.reason);
  });

  protected async lift(event: Event): Promise<void> {
    const reason = this.form.typed().reason.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.lift(this.caseFileId(), this.hold(), reason, sending),
      { about: this.hold() },
    );
    if (done) this.lifted.emit();
  }
}
