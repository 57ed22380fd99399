import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '@repere/cases';
import { ErrorSummary, Language, TextField, type FieldProblem } from '@repere/ui';
import { PageTitle } from '../shell/page-title';
import { Session } from './session';

/** Login and password; says in words what is missing or wrong. */
@Component({
  selector: 'app-sign-in-form',
  imports: [ErrorSummary, MatButton, TextField],
  templateUrl: './sign-in-form.html',
  styles: `
    form {
      display: grid;
      gap: 1.1rem;
      max-inline-size: 26rem;
    }
    .rp-acts {
      margin-block-start: 0.4rem;
    }
  `,
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  protected readonly t = inject(Language).t;

  /** The words on the button: what pressing it does. */
  readonly act = input.required<string>();
  readonly signedIn = output<void>();

  protected readonly login = signal('');
  protected readonly password = signal('');
  private readonly missing = signal<readonly ('login' | 'password')[]>([]);
  private readonly refusal = signal<Problem | null>(null);
  private isSending = false;

  protected readonly loginProblem = computed(() => this.problemOf('login'));
  protected readonly passwordProblem = computed(() => this.problemOf('password'));
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const refusal = this.refusal();
    return [
      ...this.missing().map((field) => ({ fieldId: field, text: this.t(`access.missing.${field}`) })),
      ...(refusal ? [{ fieldId: 'login', text: this.say(refusal) }] : []),
    ];
  });

  /** Signs in with what is typed, or with a demo account that was chosen. */
  async send(event?: Event, chosen?: { readonly login: string; readonly password: string }): Promise<void> {
    event?.preventDefault();
    if (this.isSending) return;
    const signIn = chosen ?? { login: this.login().trim(), password: this.password() };
    this.missing.set((['login', 'password'] as const).filter((field) => !signIn[field]));
    this.refusal.set(null);
    if (!this.missing().length) {
      this.isSending = true;
      this.refusal.set(await this.session.signIn(signIn));
      this.isSending = false;
    }
    this.title.markFaulty(this.problems().length > 0);
    if (!this.problems().length) this.signedIn.emit();
  }

  private problemOf(field: 'login' | 'password'): string | null {
    return this.missing().includes(field) ? this.t(`access.missing.${field}`) : null;
  }

  private say(problem: Problem): string {
    switch (problem.code) {
      case 'unreachable':
      case 'locked':
      case 'unavailable':
        return this.t(`access.refused.${problem.code}`);
      case 'unauthenticated':
        return this.t('access.refused.wrong');
      default:
        return problem.detail ?? this.t('access.refused.other');
    }
  }
}
