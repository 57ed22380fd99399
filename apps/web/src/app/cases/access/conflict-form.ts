import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { ActProblem } from '../../platform/act-problem';
import { SendingText } from '../../platform/sending-text';
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
          [problem]="words.isMissing() ? t('rights.access.conflict-form.missing') : null"
          [(value)]="words.text"
        />
        <app-act-problem [problem]="words.problem()" />
        <button matButton="outlined" type="submit">{{ t('rights.access.conflict-form.act') }}</button>
      </form>
    </details>
  `,
  styleUrl: '../case-file/fold-form.scss',
})
export class ConflictForm {
  private readonly client = inject(CaseAccessClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly declared = output<void>();

  protected readonly words = new SendingText();

  protected async declare(event: Event): Promise<void> {
    const done = await this.words.send(event, this.caseFileId(), (words, sending) =>
      this.client.declareConflict(this.caseFileId(), words, sending),
    );
    if (done) this.declared.emit();
  }
}
