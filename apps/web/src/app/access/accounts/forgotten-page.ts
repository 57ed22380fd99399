import { problemText } from '../../platform/problem-lines';
import { Component, ElementRef, Injector, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { requireValue } from '../../platform/form/mistake';
import { SendingForm } from '../../platform/form/sending-form';
import { PageHeading } from '../../platform/pages/page-heading';
import { AccountsClient } from './accounts-client';

/** A forgotten password: asks for a link by mail, and says the same whether there is such an account or not. */
@Component({
  selector: 'app-forgotten-page',
  imports: [ErrorSummary, FormField, MatButton, PageHeading, RouterLink, TextField],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('accounts.forgotten.title') }}</h1>
      @if (isAsked()) {
        <div #asked role="status" tabindex="-1">
          <p>{{ t('accounts.forgotten.asked') }}</p>
          <p>{{ t('accounts.forgotten.nothing') }}</p>
        </div>
      } @else {
        <p class="rp-lead">{{ t('accounts.forgotten.lead') }}</p>
        <rp-error-summary [problems]="form.problems()" />
        <form novalidate (submit)="askForReset($event)">
          <rp-text-field
            fieldId="login"
            autocomplete="username"
            [label]="t('access.login')"
            [formField]="form.fields.login"
            [problem]="form.problemOf('login')"
          />
          <div class="rp-acts">
            <button matButton="filled" type="submit">{{ t('accounts.forgotten.act') }}</button>
          </div>
        </form>
      }
      <p>
        <a routerLink="/connexion">{{ t('accounts.back') }}</a>
      </p>
    </div>
  `,
  styles: `
    .rp-page {
      max-inline-size: 38rem;
    }
    form {
      display: grid;
      gap: 1.1rem;
      margin-block-end: 1.5rem;
    }
    [role='status']:focus {
      outline: none;
    }
  `,
})
export class ForgottenPage {
  private readonly client = inject(AccountsClient);
  protected readonly t = inject(Language).t;

  protected readonly form = new SendingForm(
    { login: '' },
    ({ login }) => requireValue(login, 'access.missing.login'),
    {
      isPage: true,
      formatRefusal: (problem) => [
        { at: 'login', formatText: (language) => formatRefused(problem, language) },
      ],
    },
  );
  protected readonly isAsked = signal(false);
  private readonly asked = viewChild<ElementRef<HTMLElement>>('asked');
  private readonly injector = inject(Injector);

  protected async askForReset(event: Event): Promise<void> {
    const { login } = this.form.typed();
    if (await this.form.sendTyped(event, () => this.client.askReset(login.trim()))) this.showSent();
  }

  /** The form goes, and what stands in its place has the focus. */
  private showSent(): void {
    this.isAsked.set(true);
    afterNextRender(() => this.asked()?.nativeElement.focus(), { injector: this.injector });
  }
}

const formatRefused = (problem: Problem, language: Language): string =>
  problem.code === 'locked' ? language.t('accounts.locked') : problemText(problem, language);
