import { Component, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AccountDetail } from '@repere/cases';
import { Language } from '@repere/ui';
import { LongText, TextField } from '@repere/ui/field';
import type { Answered } from '../../platform/api';
import { AdministrationClient } from '../administration-client';

/** Another address. Whoever gets somebody's mails gets their links, so mostly two administrators decide. */
@Component({
  selector: 'app-email-form',
  imports: [LongText, MatButton, TextField],
  template: `
    <section aria-labelledby="email-title">
      <h2 id="email-title">{{ t('administration.account.email') }}</h2>
      <form novalidate (submit)="save($event)">
        <rp-text-field
          fieldId="account-email"
          inputMode="email"
          [label]="t('administration.account.email')"
          [hint]="t('administration.account.email-hint')"
          [problem]="isWrong() ? t('administration.invite.wrong.email') : null"
          [(value)]="email"
        />
        <rp-long-text
          fieldId="email-reason"
          [label]="t('administration.two.reason')"
          [hint]="t('administration.account.email-reason-hint')"
          [maxLength]="1000"
          [(value)]="reason"
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

  protected readonly email = signal('');
  protected readonly reason = signal('');
  protected readonly isWrong = signal(false);

  constructor() {
    effect(() => this.email.set(this.account().email ?? ''));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [email, reason] = [this.email().trim(), this.reason().trim()];
    this.isWrong.set(!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email));
    if (this.isWrong()) return;
    this.done.emit(await this.client.changeEmail(this.account().id, { email, ...(reason && { reason }) }));
  }
}
