import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language, TextField } from '@repere/ui';
import { ActProblem } from '../../cases/act-problem';
import { SendingKey } from '../../cases/sending-key';
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
          [problem]="isMissing() ? t('privacy.hold.why-missing') : null"
          [(value)]="reason"
        />
        <app-act-problem [problem]="problem()" />
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
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly hold = input.required<string>();
  readonly lifted = output<void>();

  protected readonly reason = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async lift(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(!reason);
    if (!reason) return;
    const answer = await this.keys.send([this.hold(), reason], (idempotencyKey) =>
      this.client.lift(this.caseFileId(), this.hold(), reason, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.lifted.emit();
  }
}
