import { Location } from '@angular/common';
import { problemText } from '../../platform/problem-lines';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { LinkLook } from '@repere/cases';
import { Language } from '@repere/ui';
import { ErrorSummary, type FieldProblem } from '@repere/ui/errors';
import { PageHeading } from '../../platform/page-heading';
import { PageTitle } from '../../platform/page-title';
import { AccountsClient } from './accounts-client';
import { NewPasswordField } from './new-password-field';

/** Where a link from a mail leads: choose a password. The secret stands behind `#`, and leaves the address at once. */
@Component({
  selector: 'app-link-page',
  imports: [ErrorSummary, MatButton, NewPasswordField, PageHeading, RouterLink],
  templateUrl: './link-page.html',
  styles: `
    .rp-page {
      max-inline-size: 38rem;
    }
    form {
      display: grid;
      gap: 1.1rem;
    }
  `,
})
export class LinkPage {
  private readonly client = inject(AccountsClient);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  private readonly field = viewChild(NewPasswordField);

  protected readonly look = signal<LinkLook | null>(null);
  /** Why the link opens nothing. */
  protected readonly dead = signal<string | null>(null);
  protected readonly isDone = signal(false);
  protected readonly password = signal('');
  protected readonly problems = signal<readonly FieldProblem[]>([]);
  protected readonly heading = computed(() =>
    this.t(this.isDone() ? 'accounts.link.done-title' : `accounts.link.${this.look()?.kind ?? 'any'}`),
  );
  private isSending = false;

  constructor() {
    // Not for the history, nor for who looks over a shoulder.
    const location = inject(Location);
    location.replaceState(location.path());
    void this.open();
  }

  private async open(): Promise<void> {
    if (!/^[\w-]{43}$/.test(this.token)) return this.dead.set(this.t('accounts.link.broken'));
    const answer = await this.client.lookAtLink(this.token);
    if (answer.ok) this.look.set(answer.value);
    else {
      this.dead.set(problemText(answer.problem, this.language));
    }
  }

  protected async choose(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = await this.field()?.check();
    this.problems.set(wrong ? [{ fieldId: 'new-password', text: wrong }] : []);
    if (!wrong && !this.isSending) {
      this.isSending = true;
      const answer = await this.client.redeemLink(this.token, this.password());
      this.isSending = false;
      if (answer.ok) this.isDone.set(true);
      else
        this.problems.set([
          {
            fieldId: 'new-password',
            text: problemText(answer.problem, this.language),
          },
        ]);
    }
    this.title.markFaulty(this.problems().length > 0);
  }
}
