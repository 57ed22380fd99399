import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { LongText } from '@repere/ui/field';
import { giveOpinionLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength, requireValue } from '../../platform/form/mistake';
import { ActProblem } from '../../platform/act-problem';
import { CaseAccessClient } from './case-access-client';

/** The opinion of who was asked: a note in the chronology. */
@Component({
  selector: 'app-give-opinion-form',
  imports: [ActProblem, FormField, LongText, MatButton],
  template: `
    <form novalidate (submit)="giveOpinion($event)">
      <rp-long-text
        fieldId="opinion"
        [label]="t('rights.access.give-opinion.label')"
        [problem]="form.problemOf('opinion')"
        [formField]="form.fields.opinion"
      />
      <app-act-problem [problem]="form.refusal()" />
      <p class="rp-acts">
        <button matButton="filled" type="submit">{{ t('rights.access.give-opinion.act') }}</button>
      </p>
    </form>
  `,
})
export class GiveOpinionForm {
  private readonly client = inject(CaseAccessClient);
  protected readonly t = inject(Language).t;

  readonly caseFileId = input.required<string>();
  readonly given = output<void>();

  protected readonly form = new SendingForm({ opinion: '' }, ({ opinion }) => {
    requireValue(opinion, 'rights.access.give-opinion.missing');
    limitLength(opinion, giveOpinionLengths.opinion);
  });

  protected async giveOpinion(event: Event): Promise<void> {
    const opinion = this.form.typed().opinion.trim();
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.giveOpinion(this.caseFileId(), opinion, sending),
      { about: this.caseFileId() },
    );
    if (!done) return;
    this.form.clear();
    this.given.emit();
  }
}
