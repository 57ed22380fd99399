import { Component, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/cases';
import { Language } from '@repere/ui';
import { DateField, NO_DATE, typeDate, type TypedDate } from '@repere/ui/date';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';
import { typedDay } from './typed-day';

/** First and last day of an account. */
@Component({
  selector: 'app-dates-form',
  imports: [DateField, MatButton],
  template: `
    <section aria-labelledby="dates-title">
      <h2 id="dates-title">{{ t('administration.account.dates') }}</h2>
      <form novalidate (submit)="save($event)">
        <rp-date-field
          fieldId="account-starts"
          [label]="t('administration.account.starts')"
          [hint]="t('administration.account.starts-hint')"
          [problem]="wrong() === 'startsOn' ? t('administration.invite.wrong.startsOn') : null"
          [(value)]="startsOn"
        />
        <rp-date-field
          fieldId="account-ends"
          [label]="t('administration.account.ends')"
          [hint]="t('administration.account.ends-hint')"
          [problem]="wrong() === 'endsOn' ? t('administration.invite.wrong.endsOn') : null"
          [(value)]="endsOn"
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

  protected readonly startsOn = signal<TypedDate>(NO_DATE);
  protected readonly endsOn = signal<TypedDate>(NO_DATE);
  protected readonly wrong = signal<'startsOn' | 'endsOn' | null>(null);

  constructor() {
    effect(() => {
      const { startsOn, endsOn } = this.account();
      this.startsOn.set(typeDate(startsOn ?? ''));
      this.endsOn.set(typeDate(endsOn ?? ''));
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [startsOn, endsOn] = [typedDay(this.startsOn()), typedDay(this.endsOn())];
    this.wrong.set(startsOn === undefined ? 'startsOn' : endsOn === undefined ? 'endsOn' : null);
    if (startsOn === undefined || endsOn === undefined) return;
    this.done.emit(await this.client.changeDates(this.account().id, { startsOn, endsOn }));
  }
}
