import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingText } from '../../platform/sending-text';
import { PrivacyClient } from '../privacy-client';

/** Holds a case, with the reason: nobody erases it until the hold is lifted. */
@Component({
  selector: 'app-hold-form',
  imports: [ActProblem, MatButton, TextField],
  template: `
    <form novalidate (submit)="hold($event)">
      <rp-text-field
        fieldId="hold-reason"
        [label]="t('privacy.hold.why')"
        [hint]="t('privacy.hold.why-hint')"
        [rows]="2"
        [maxLength]="2000"
        [problem]="reason.isMissing() ? t('privacy.hold.why-missing') : null"
        [(value)]="reason.text"
      />
      <app-act-problem [problem]="reason.problem()" />
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

  protected readonly reason = new SendingText();

  protected async hold(event: Event): Promise<void> {
    const done = await this.reason.send(event, this.caseFileId(), (reason, sending) =>
      this.client.hold(this.caseFileId(), reason, sending),
    );
    if (!done) return;
    this.reason.text.set('');
    this.held.emit();
  }
}
