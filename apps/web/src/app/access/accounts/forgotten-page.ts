import { problemText } from '../../platform/problem-lines';
import { Component, ElementRef, Injector, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { TextField } from '@repere/ui/field';
import { PageHeading } from '../../platform/page-heading';
import { PageTitle } from '../../platform/page-title';
import { AccountsClient } from './accounts-client';

/** A forgotten password: asks for a link by mail, and says the same whether there is such an account or not. */
@Component({
  selector: 'app-forgotten-page',
  imports: [ErrorSummary, MatButton, PageHeading, RouterLink, TextField],
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
        <rp-error-summary [problems]="problems()" />
        <form novalidate (submit)="ask($event)">
          <rp-text-field
            fieldId="login"
            autocomplete="username"
            [label]="t('access.login')"
            [problem]="problems()[0]?.text ?? null"
            [(value)]="login"
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
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly login = signal('');
  protected readonly isAsked = signal(false);
  private readonly asked = viewChild<ElementRef<HTMLElement>>('asked');
  private readonly injector = inject(Injector);
  protected readonly problems = signal<readonly FieldProblem[]>([]);

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const login = this.login().trim();
    this.problems.set(login ? [] : [{ fieldId: 'login', text: this.t('access.missing.login') }]);
    if (login) {
      const answer = await this.client.askReset(login);
      if (!answer.ok)
        this.problems.set([
          {
            fieldId: 'login',
            text:
              answer.problem.code === 'locked'
                ? this.t('accounts.locked')
                : problemText(answer.problem, this.language),
          },
        ]);
      else this.tell();
    }
    this.title.markFaulty(this.problems().length > 0);
  }

  /** The form goes, and what stands in its place has the focus. */
  private tell(): void {
    this.isAsked.set(true);
    afterNextRender(() => this.asked()?.nativeElement.focus(), { injector: this.injector });
  }
}
