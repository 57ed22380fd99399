import { Component, effect, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/contract';
import { Language } from '@repere/ui';
import { DateField, NO_DATE, typeDate } from '@repere/ui/date';
import { checkDay } from './account-rules';
import { SendingForm } from '../../platform/form/sending-form';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';
import { typedDay } from './typed-day';

/** First and last day of an account. */
@Component({
  selector: 'app-dates-form',
  imports: [DateField, FormField, MatButton],
  template: `
    <section aria-labelledby="dates-title">
      <h2 id="dates-title">{{ t('administration.account.dates') }}</h2>
      <form novalidate (submit)="saveDates($event)">
        <rp-date-field
          fieldId="account-starts"
          [label]="t('administration.account.starts')"
          [hint]="t('administration.account.starts-hint')"
          [problem]="form.problemOf('startsOn')"
          [formField]="form.fields.startsOn"
        />
        <rp-date-field
          fieldId="account-ends"
          [label]="t('administration.account.ends')"
          [hint]="t('administration.account.ends-hint')"
          [problem]="form.problemOf('endsOn')"
          [formField]="form.fields.endsOn"
        />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('administration.account.save-dates') }}</button>
        </p>
      </form>
    </section>
  `,
  styleUrl: './account-form.scss',
})
export class DatesForm {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  readonly account = input.required<AccountDetail>();
  readonly done = output<Answered<AccountDetail>>();

  protected readonly form = new SendingForm({ startsOn: NO_DATE, endsOn: NO_DATE }, (it) => {
    checkDay(it.startsOn, 'startsOn');
    checkDay(it.endsOn, 'endsOn');
  });

  constructor() {
    effect(() => {
      const { startsOn, endsOn } = this.account();
      this.form.type({ startsOn: typeDate(startsOn ?? ''), endsOn: typeDate(endsOn ?? '') });
    });
  }

  protected async saveDates(event: Event): Promise<void> {
    const { startsOn, endsOn } = this.form.typed();
    const days = { startsOn: typedDay(startsOn) ?? null, endsOn: typedDay(endsOn) ?? null };
    await this.form.sendTyped(event, () => this.client.changeDates(this.account().id, days), {
      answered: (answer) => this.done.emit(answer),
    });
  }
}
