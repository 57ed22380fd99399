import { Component, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Language } from '@repere/ui';
import { DateField, NO_DATE, readTypedDate } from '@repere/ui/date';
import { TextField } from '@repere/ui/field';
import { holdCaseLengths } from '@repere/contract/lengths';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, limitLength, requireValue } from '../../platform/form/mistake';
import { wholeDay } from '../../platform/form/whole-day';
import { ActProblem } from '../../platform/act-problem';
import { PrivacyClient } from '../privacy-client';

/** Holds a case, with the reason: nobody erases it until the hold is lifted. */
@Component({
  selector: 'app-hold-form',
  imports: [ActProblem, DateField, FormField, MatButton, TextField],
  template: `
    <form novalidate (submit)="hold($event)">
      <rp-text-field
        fieldId="hold-reason"
        [label]="t('privacy.hold.why')"
        [hint]="t('privacy.hold.why-hint')"
        [rows]="2"
        [problem]="form.problemOf('reason')"
        [formField]="form.fields.reason"
      />
      <rp-date-field
        fieldId="hold-review"
        [label]="t('privacy.hold.review')"
        [hint]="t('privacy.hold.review-hint')"
        [problem]="form.problemOf('reviewOn')"
        [formField]="form.fields.reviewOn"
      />
      <app-act-problem [problem]="form.refusal()" />
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

  protected readonly form = new SendingForm({ reason: '', reviewOn: NO_DATE }, ({ reason, reviewOn }) => {
    requireValue(reason, 'privacy.hold.why-missing');
    limitLength(reason, holdCaseLengths.reason);
    checkField(reviewOn, 'privacy.hold.review-wrong', (typed) => {
      const read = readTypedDate(typed);
      return !read.ok || (read.edtf !== '' && wholeDay(typed) === null);
    });
  });

  protected async hold(event: Event): Promise<void> {
    const { reason, reviewOn: typed } = this.form.typed();
    const reviewOn = wholeDay(typed);
    const hold = { reason: reason.trim(), ...(reviewOn !== null && { reviewOn }) };
    const done = await this.form.sendTyped(
      event,
      (sending) => this.client.hold(this.caseFileId(), hold, sending),
      { about: this.caseFileId() },
    );
    if (!done) return;
    this.form.clear();
    this.held.emit();
  }
}
