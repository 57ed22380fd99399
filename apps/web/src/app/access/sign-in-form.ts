import { problemText } from '../platform/problem-lines';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem, SecondStepDue, Session as SignedIn, SignIn } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { PageTitle } from '../platform/pages/page-title';
import { FactorsClient } from './factors/factors-client';
import { PasskeySignIn } from './factors/passkey-sign-in';
import { SecondStepForm } from './factors/second-step-form';
import { Session } from './session';

/** Login and password, and the second step where one is due; or a passkey alone. Says in words what is missing or wrong. */
@Component({
  selector: 'app-sign-in-form',
  imports: [ErrorSummary, MatButton, PasskeySignIn, SecondStepForm, TextField],
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
    app-passkey-sign-in {
      display: block;
      margin-block-start: 0.9rem;
    }
  `,
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly factors = inject(FactorsClient);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** The words on the button: what pressing it does. */
  readonly act = input.required<string>();
  readonly signedIn = output<void>();

  protected readonly login = signal('');
  protected readonly password = signal('');
  private readonly missing = signal<readonly ('login' | 'password')[]>([]);
  private readonly refusal = signal<string | null>(null);
  protected readonly due = signal<SecondStepDue | null>(null);
  private isSending = false;

  protected readonly loginProblem = computed(() => this.problemOf('login'));
  protected readonly passwordProblem = computed(() => this.problemOf('password'));
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const refusal = this.refusal();
    return [
      ...this.missing().map((field) => ({ fieldId: field, text: this.t(`access.missing.${field}`) })),
      ...(refusal ? [{ fieldId: 'login', text: refusal }] : []),
    ];
  });

  /** Signs in with what is typed, or with a demo account that was chosen. */
  async sendSignIn(event?: Event, chosen?: SignIn): Promise<void> {
    event?.preventDefault();
    if (this.isSending) return;
    const signIn = chosen ?? { login: this.login().trim(), password: this.password() };
    this.missing.set((['login', 'password'] as const).filter((field) => !signIn[field]));
    this.refusal.set(null);
    if (!this.missing().length) {
      this.isSending = true;
      const left = await this.session.signIn(signIn);
      this.isSending = false;
      if (left && 'means' in left) this.due.set(left);
      else if (left) this.refusal.set(this.formatProblem(left));
    }
    this.title.markFaulty(this.problems().length > 0);
    if (!this.problems().length && !this.due()) this.signedIn.emit();
  }

  /** Goes on where a provider left off: the second step is due here. */
  async resume(): Promise<void> {
    const answer = await this.factors.secondStepDue();
    if (answer.ok) this.due.set(answer.value);
    else this.refusal.set(this.formatProblem(answer.problem));
  }

  /** By a second step or a passkey. */
  protected async enterSession(session: SignedIn): Promise<void> {
    this.title.markFaulty(false);
    await this.session.enterSession(session);
    this.signedIn.emit();
  }

  protected startAnew(): void {
    this.due.set(null);
    this.password.set('');
  }

  protected refusePasskey(problem: Problem | null): void {
    this.missing.set([]);
    this.refusal.set(problem ? this.formatProblem(problem) : this.t('factors.passkey.left'));
    this.title.markFaulty(true);
  }

  private problemOf(field: 'login' | 'password'): string | null {
    return this.missing().includes(field) ? this.t(`access.missing.${field}`) : null;
  }

  private formatProblem(problem: Problem): string {
    switch (problem.code) {
      case 'unreachable':
      case 'locked':
      case 'unavailable':
        return this.t(`access.refused.${problem.code}`);
      case 'unauthenticated':
        return this.t('access.refused.wrong');
      case 'passkey-refused':
      case 'second-step-over':
        return this.t(`factors.refused.${problem.code}`);
      default:
        return problemText(problem, this.language);
    }
  }
}
