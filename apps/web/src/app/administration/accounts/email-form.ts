import { Component, effect, inject, input, output } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/contract';
import { Language } from '@repere/ui';
import { LongText, TextField } from '@repere/ui/field';
import { changeEmailLengths } from '@repere/contract/lengths';
import { checkEmail } from './account-rules';
import { SendingForm } from '../../platform/form/sending-form';
import { limitLength } from '../../platform/form/mistake';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';

/** Another address. Whoever gets somebody's mails gets their links, so mostly two administrators decide. */
@Component({
  selector: 'app-email-form',
  imports: [FormField, LongText, MatButton, TextField],
  template: `
    <section aria-labelledby="email-title">
      <h2 id="email-title">{{ t('administration.account.email') }}</h2>
      <form novalidate (submit)="saveEmail($event)">
        <rp-text-field
          fieldId="account-email"
          inputMode="email"
          [label]="t('administration.account.email')"
          [hint]="t('administration.account.email-hint')"
          [problem]="form.problemOf('email')"
          [formField]="form.fields.email"
        />
        <rp-long-text
          fieldId="email-reason"
          [label]="t('administration.two.reason')"
          [hint]="t('administration.account.email-reason-hint')"
          [formField]="form.fields.reason"
          [problem]="form.problemOf('reason')"
        />
        <p class="rp-acts">
          <button matButton="outlined" type="submit">{{ t('administration.account.save-email') }}</button>
        </p>
      </form>
    </section>
  `,
  styleUrl: './account-form.scss',
})
export class EmailForm {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  readonly account = input.required<AccountDetail>();
  readonly done = output<Answered<AccountDetail>>();

  protected readonly form = new SendingForm({ email: '', reason: '' }, (it) => {
    checkEmail(it.email);
    limitLength(it.reason, changeEmailLengths.reason);
  });

  constructor() {
    effect(() => this.form.type({ email: this.account().email ?? '' }));
  }

  protected async saveEmail(event: Event): Promise<void> {
    const typed = this.form.typed();
    const [email, reason] = [typed.email.trim(), typed.reason.trim()];
    await this.form.sendTyped(
      event,
      () => this.client.changeEmail(this.account().id, { email, ...(reason && { reason }) }),
      { answered: (answer) => this.done.emit(answer) },
    );
  }
}
