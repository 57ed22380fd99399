import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language, LongText } from '@repere/ui';
import { ActProblem } from '../act-problem';
import { SendingKey } from '../sending-key';
import { CaseAccessClient } from './case-access-client';

/** Declares one's own conflict of interest: the case is gone for whoever says so. */
@Component({
  selector: 'app-conflict-form',
  imports: [ActProblem, LongText, MatButton],
  template: `
    <details>
      <summary>{{ t('rights.access.conflict-form.summary') }}</summary>
      <form novalidate (submit)="declare($event)">
        <rp-long-text
          fieldId="conflict"
          [label]="t('rights.access.conflict-form.label')"
          [hint]="t('rights.access.conflict-form.hint')"
          [maxLength]="2000"
          [rows]="2"
          [problem]="isMissing() ? t('rights.access.conflict-form.missing') : null"
          [(value)]="words"
        />
        <app-act-problem [problem]="problem()" />
        <button matButton="outlined" type="submit">{{ t('rights.access.conflict-form.act') }}</button>
      </form>
    </details>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class ConflictForm {
  private readonly client = inject(CaseAccessClient);
  private readonly keys = new SendingKey();
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly declared = output<void>();

  protected readonly words = signal('');
  protected readonly isMissing = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async declare(event: Event): Promise<void> {
    event.preventDefault();
    const words = this.words().trim();
    this.isMissing.set(!words);
    if (!words) return;
    const answer = await this.keys.send(words, (idempotencyKey) =>
      this.client.declareConflict(this.caseFileId(), words, { idempotencyKey }),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.declared.emit();
  }
}
