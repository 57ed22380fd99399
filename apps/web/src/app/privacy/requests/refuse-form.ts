import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import type { AccessRequest } from '@repere/privacy';
import { Language, TextField } from '@repere/ui';
import { ActProblem } from '../../cases/act-problem';
import { SendingKey } from '../../cases/sending-key';
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
        [problem]="isMissing() ? t('privacy.request.refuse.missing') : null"
        [(value)]="why"
      />
      <app-act-problem [problem]="problem()" />
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
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly requestId = input.required<string>();
  readonly refused = output<AccessRequest>();

  protected readonly why = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async refuse(event: Event): Promise<void> {
    event.preventDefault();
    const why = this.why().trim();
    this.isMissing.set(!why);
    if (!why) return;
    const answer = await this.keys.send([this.requestId(), why], (idempotencyKey) =>
      this.client.refuse(this.requestId(), why, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.refused.emit(answer.value);
  }
}
