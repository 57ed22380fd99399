import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language, TextField } from '@repere/ui';
import { ActProblem } from '../../cases/act-problem';
import { SendingKey } from '../../cases/sending-key';
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
        [problem]="isMissing() ? t('privacy.hold.why-missing') : null"
        [(value)]="reason"
      />
      <app-act-problem [problem]="problem()" />
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
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly held = output<void>();

  protected readonly reason = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async hold(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.isMissing.set(!reason);
    if (!reason) return;
    const answer = await this.keys.send([this.caseFileId(), reason], (idempotencyKey) =>
      this.client.hold(this.caseFileId(), reason, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.reason.set('');
    this.held.emit();
  }
}
