import type { Refused } from '../../platform/form/refusal-lines';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField, requireValue } from '../../platform/form/mistake';
import { problemText } from '../../platform/problem-lines';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { Session } from '../session';
import { AccountsClient } from './accounts-client';
import { NewPasswordField } from './new-password-field';

/** One's own password: the old one, then a new one. Other sessions end with it. */
@Component({
  selector: 'app-change-password-section',
  imports: [ErrorSummary, FormField, MatButton, NewPasswordField, TextField],
  template: `
    <section aria-labelledby="password-title">
      <h2 id="password-title" tabindex="-1">{{ t('accounts.change.title') }}</h2>
      <p>{{ t('accounts.change.lead') }}</p>
      <p class="news" role="status">{{ news() }}</p>
      <rp-error-summary [problems]="form.problems()" />
      <form novalidate (submit)="changePassword($event)">
        <input
          class="login"
          type="text"
          autocomplete="username"
          [value]="owner().name"
          tabindex="-1"
          aria-hidden="true"
          readonly
        />
        <rp-text-field
          fieldId="current-password"
          kind="password"
          autocomplete="current-password"
          [label]="t('accounts.change.current')"
          [problem]="form.problemOf('current')"
          [formField]="form.fields.current"
        />
        <app-new-password-field
          fieldId="next-password"
          [label]="t('accounts.change.next')"
          [owner]="owner()"
          [problem]="form.problemOf('next')"
          [formField]="form.fields.next"
        />
        <div class="rp-acts">
          <button matButton="filled" type="submit">{{ t('accounts.change.act') }}</button>
        </div>
      </form>
    </section>
  `,
  styles: `
    form {
      display: grid;
      gap: 1.1rem;
    }
    .login {
      display: none;
    }
    .news:empty {
      display: none;
    }
    .news {
      font-weight: 600;
    }
  `,
})
export class ChangePasswordSection {
  private readonly client = inject(AccountsClient);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;

  private readonly field = viewChild.required(NewPasswordField);
  /** What is wrong with the new password, found when it is sent. */
  private readonly fault = signal<string | null>(null);
  protected readonly form = new SendingForm(
    { current: '', next: '' },
    (it) => {
      requireValue(it.current, 'accounts.change.missing');
      checkField(
        it.next,
        () => this.fault() ?? '',
        () => this.fault() !== null,
      );
    },
    { ids: { current: 'current-password', next: 'next-password' }, formatRefusal },
  );
  protected readonly news = signal('');
  protected readonly owner = computed(() => ({ login: '', name: this.session.account()?.name ?? '' }));

  protected async changePassword(event: Event): Promise<void> {
    event.preventDefault();
    this.news.set('');
    this.fault.set(await this.field().check());
    const { current, next } = this.form.typed();
    if (!(await this.form.sendTyped(null, () => this.client.changePassword(current, next)))) return;
    this.form.clear();
    this.news.set(this.t('accounts.change.done'));
  }
}

/** What the server says of no other field is about the new password. */
const formatRefusal = (problem: Problem): readonly Refused<'current' | 'next'>[] =>
  problem.reasons?.length
    ? problem.reasons.map(({ text, field }) => ({
        at: field === 'current' ? 'current' : 'next',
        formatText: ({ localize }) => localize(text),
      }))
    : [
        {
          formatText: (language) =>
            problem.code === 'locked' ? language.t('accounts.locked') : problemText(problem, language),
        },
      ];
