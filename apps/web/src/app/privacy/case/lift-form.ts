import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingText } from '../../platform/sending-text';
import { PrivacyClient } from '../privacy-client';

/** Lifts a hold, with the reason. */
@Component({
  selector: 'app-lift-form',
  imports: [ActProblem, MatButton, TextField],
  template: `
    <details class="rp-fold">
      <summary>{{ t('privacy.hold.lift') }}</summary>
      <form novalidate (submit)="lift($event)">
        <rp-text-field
          [fieldId]="'lift-' + hold()"
          [label]="t('privacy.hold.why-lift')"
          [maxLength]="2000"
          [problem]="reason.isMissing() ? t('privacy.hold.why-missing') : null"
          [(value)]="reason.text"
        />
        <app-act-problem [problem]="reason.problem()" />
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

  protected readonly reason = new SendingText();

  protected async lift(event: Event): Promise<void> {
    const done = await this.reason.send(event, this.hold(), (reason, sending) =>
      this.client.lift(this.caseFileId(), this.hold(), reason, sending),
    );
    if (done) this.lifted.emit();
  }
}
