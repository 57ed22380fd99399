import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { declareConflictLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CaseAccessClient } from './case-access-client';

/** Declares one's own conflict of interest: the case is gone for whoever says so. */
@Component({
  selector: 'app-conflict-form',
  imports: [ActProblem, FormField, LongText, MatButton],
  template: `
    <details>
      <summary>{{ t('rights.access.conflict-form.summary') }}</summary>
      <form novalidate (submit)="declare($event)">
        <rp-long-text
          fieldId="conflict"
          [label]="t('rights.access.conflict-form.label')"
          [hint]="t('rights.access.conflict-form.hint')"
          [rows]="2"
          [problem]="form.problemOf('words')"
          [formField]="form.fields.words"
        />
        <app-act-problem [problem]="form.refusal()" />
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

  protected readonly form = new SendingForm({ words: '' }, ({ words }) => {
    requireValue(words, 'rights.access.conflict-form.missing');
    limitLength(words, declareConflictLengths.words);
  });

  protected async declare(event: Event): Promise<void> {
    const words = this.form.typed().words.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.declareConflict(this.caseFileId(), words, sending),
      { about: this.caseFileId() },
    );
    if (done) this.declared.emit();
  }
}
