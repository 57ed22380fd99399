import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';

/** Holds a case, with the reason: nobody erases it until the hold is lifted. */
@Component({
  selector: 'app-hold-form',
  imports: [ActProblem, FormField, MatButton, TextField],
  template: `
    <form novalidate (submit)="hold($event)">
      <rp-text-field
        fieldId="hold-reason"
        [label]="t('privacy.hold.why')"
        [hint]="t('privacy.hold.why-hint')"
        [rows]="2"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="outlined" type="submit">{{ t('privacy.hold.act') }}</button>
      </p>
    </form>
  `,
  styles: `
    form > * + * {
      margin-block-start: 1rem;
    }
  `,
})
export class HoldForm {
  private readonly client = inject(PrivacyClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly held = output<void>();

  protected readonly form = new SendingForm({ reason: '' }, ({ reason }) => {
    requireValue(reason, 'privacy.hold.why-missing');
    limitLength(reason, 2000);
  });

  protected async hold(event: Event): Promise<void> {
    const hold = { reason: this.form.typed().reason.trim() };
    const done = await this.form.send(
      event,
      (sending) => this.client.hold(this.caseFileId(), hold, sending),
      { about: this.caseFileId() },
    );
    if (!done) return;
    this.form.clear();
    this.held.emit();
  }
}
