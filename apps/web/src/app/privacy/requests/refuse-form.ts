import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccessRequest } from '@repere/privacy';
import { Language } from '@repere/ui';
import { TextField } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingText } from '../../platform/sending-text';
import { PrivacyClient } from '../privacy-client';

/** Refuses a request for access, with the reason that the person can be told. By another than who prepared it. */
@Component({
  selector: 'app-refuse-form',
  imports: [ActProblem, MatButton, TextField],
  template: `
    <form novalidate (submit)="refuse($event)">
      <p>{{ t('privacy.request.refuse.lead') }}</p>
      <rp-text-field
        fieldId="refuse-why"
        [label]="t('privacy.request.refuse.why')"
        [hint]="t('privacy.request.refuse.why-hint')"
        [rows]="3"
        [maxLength]="2000"
        [problem]="why.isMissing() ? t('privacy.request.refuse.missing') : null"
        [(value)]="why.text"
      />
      <app-act-problem [problem]="why.problem()" />
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

  protected readonly why = new SendingText();

  protected async refuse(event: Event): Promise<void> {
    const done = await this.why.send(event, this.requestId(), (why, sending) =>
      this.client.refuse(this.requestId(), why, sending),
    );
    if (done) this.refused.emit(done.value);
  }
}
