import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { Problem, SecondStepDue, Session as SignedIn, SignIn } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { requireValue } from '../platform/form/mistake';
import { SendingForm } from '../platform/form/sending-form';
import { PageTitle } from '../platform/pages/page-title';
import { problemText } from '../platform/problem-lines';
import { FactorsClient } from './factors/factors-client';
import { PasskeySignIn } from './factors/passkey-sign-in';
import { SecondStepForm } from './factors/second-step-form';
import { Session } from './session';

/** Login and password, and the second step where one is due; or a passkey alone. Says in words what is missing or wrong. */
@Component({
  selector: 'app-sign-in-form',
  imports: [ErrorSummary, FormField, MatButton, PasskeySignIn, SecondStepForm, TextField],
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

  protected readonly form = new SendingForm<SignIn>(
    { login: '', password: '' },
    (it) => {
      requireValue(it.login, 'access.missing.login');
      requireValue(it.password, 'access.missing.password');
    },
    {
      isPage: true,
      // Which of the two is wrong isn't said.
      formatRefusal: (problem) => [{ formatText: (language) => formatProblem(problem, language) }],
    },
  );
  /** Why it did not go on by a passkey or after a provider. */
  private readonly otherwise = signal<((language: Language) => string) | null>(null);
  protected readonly due = signal<SecondStepDue | null>(null);

  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const otherwise = this.otherwise();
    return [
      ...this.form.problems(),
      ...(otherwise ? [{ fieldId: 'login', text: otherwise(this.language) }] : []),
    ];
  });

  /** Signs in with what is typed, or with a demo account that was chosen. */
  async sendSignIn(event: Event | null, chosen?: SignIn): Promise<void> {
    if (chosen) this.form.type(chosen);
    this.otherwise.set(null);
    const { login, password } = this.form.typed();
    const done = await this.form.sendTyped(event, () =>
      this.session.signIn({ login: login.trim(), password }),
    );
    if (!done) return;
    this.due.set(done.value);
    if (!done.value) this.signedIn.emit();
  }

  /** Goes on where a provider left off: the second step is due here. */
  async resume(): Promise<void> {
    const answer = await this.factors.secondStepDue();
    if (answer.ok) this.due.set(answer.value);
    else this.sayOtherwise(answer.problem);
  }

  /** By a second step or a passkey. */
  protected async enterSession(session: SignedIn): Promise<void> {
    this.title.markFaulty(false);
    await this.session.enterSession(session);
    this.signedIn.emit();
  }

  protected startAnew(): void {
    this.due.set(null);
    this.form.type({ password: '' });
  }

  protected refusePasskey(problem: Problem | null): void {
    this.form.forget();
    this.sayOtherwise(problem);
  }

  private sayOtherwise(problem: Problem | null): void {
    this.otherwise.set((language) =>
      problem ? formatProblem(problem, language) : language.t('factors.passkey.left'),
    );
    this.title.markFaulty(true);
  }
}

function formatProblem(problem: Problem, language: Language): string {
  switch (problem.code) {
    case 'unreachable':
    case 'locked':
    case 'unavailable':
      return language.t(`access.refused.${problem.code}`);
    case 'unauthenticated':
      return language.t('access.refused.wrong');
    case 'passkey-refused':
    case 'second-step-over':
      return language.t(`factors.refused.${problem.code}`);
    default:
      return problemText(problem, language);
  }
}
