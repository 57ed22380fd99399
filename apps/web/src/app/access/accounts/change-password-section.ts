import { problemText } from '../../platform/problem-lines';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { TextField } from '@repere/ui/field';
import { Session } from '../session';
import { AccountsClient } from './accounts-client';
import { NewPasswordField } from './new-password-field';

/** One's own password: the old one, then a new one. Other sessions end with it. */
@Component({
  selector: 'app-change-password-section',
  imports: [ErrorSummary, MatButton, NewPasswordField, TextField],
  template: `
    <section aria-labelledby="password-title">
      <h2 id="password-title" tabindex="-1">{{ t('accounts.change.title') }}</h2>
      <p>{{ t('accounts.change.lead') }}</p>
      <p class="news" role="status">{{ news() }}</p>
      <rp-error-summary [problems]="problems()" />
      <form novalidate (submit)="change($event)">
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
          [problem]="problemOf('current-password')"
          [(value)]="current"
        />
        <app-new-password-field
          fieldId="next-password"
          [label]="t('accounts.change.next')"
          [owner]="owner()"
          [problem]="problemOf('next-password')"
          [(value)]="next"
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
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly news = signal('');
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly owner = computed(() => ({ login: '', name: this.session.account()?.name ?? '' }));
  private readonly field = viewChild.required(NewPasswordField);
  private isSending = false;

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending) return;
    this.news.set('');
    const wrong = await this.field().check();
    this.problems.set([
      ...(this.current() ? [] : [{ fieldId: 'current-password', text: this.t('accounts.change.missing') }]),
      ...(wrong ? [{ fieldId: 'next-password', text: wrong }] : []),
    ]);
    if (this.problems().length) return;
    this.isSending = true;
    const answer = await this.client.changePassword(this.current(), this.next());
    this.isSending = false;
    if (!answer.ok) return this.problems.set(this.fromServer(answer.problem));
    this.current.set('');
    this.next.set('');
    this.news.set(this.t('accounts.change.done'));
  }

  protected problemOf(fieldId: string): string | null {
    return this.problems().find((it) => it.fieldId === fieldId)?.text ?? null;
  }

  private fromServer(problem: Problem): readonly FieldProblem[] {
    const { code, reasons = [] } = problem;
    if (reasons.length)
      return reasons.map(({ text, field }) => ({
        fieldId: field === 'current' ? 'current-password' : 'next-password',
        text: this.language.say(text),
      }));
    return [{ text: code === 'locked' ? this.t('accounts.locked') : problemText(problem, this.language) }];
  }
}
