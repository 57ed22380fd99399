import { Location } from '@angular/common';
import { SendingForm } from '../../platform/form/sending-form';
import { checkField } from '../../platform/form/mistake';
import { problemText } from '../../platform/problem-lines';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import type { LinkState } from '@repere/contract';
import { Language } from '@repere/ui';
import { ErrorSummary } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { AccountsClient } from './accounts-client';
import { NewPasswordField } from './new-password-field';

/** Where a link from a mail leads: choose a password. The secret stands behind `#`, and leaves the address at once. */
@Component({
  selector: 'app-link-page',
  imports: [ErrorSummary, FormField, MatButton, NewPasswordField, PageHeading, RouterLink],
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
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  private readonly field = viewChild(NewPasswordField);

  protected readonly linkState = signal<LinkState | null>(null);
  /** Why the link opens nothing. */
  protected readonly dead = signal<string | null>(null);
  protected readonly isDone = signal(false);
  private readonly fault = signal<string | null>(null);
  protected readonly form = new SendingForm(
    { password: '' },
    (it) =>
      checkField(
        it.password,
        () => this.fault() ?? '',
        () => this.fault() !== null,
      ),
    {
      isPage: true,
      ids: { password: 'new-password' },
      formatRefusal: (problem) => [
        { at: 'password', formatText: (language) => problemText(problem, language) },
      ],
    },
  );
  protected readonly heading = computed(() =>
    this.t(this.isDone() ? 'accounts.link.done-title' : `accounts.link.${this.linkState()?.kind ?? 'any'}`),
  );

  constructor() {
    // Not for the history, nor for who looks over a shoulder.
    const location = inject(Location);
    location.replaceState(location.path());
    void this.openLink();
  }

  private async openLink(): Promise<void> {
    if (!/^[\w-]{43}$/.test(this.token)) return this.dead.set(this.t('accounts.link.broken'));
    const answer = await this.client.checkLink(this.token);
    if (answer.ok) this.linkState.set(answer.value);
    else {
      this.dead.set(problemText(answer.problem, this.language));
    }
  }

  protected async choosePassword(event: Event): Promise<void> {
    event.preventDefault();
    this.fault.set((await this.field()?.check()) ?? null);
    const { password } = this.form.typed();
    if (await this.form.sendTyped(null, () => this.client.redeemLink(this.token, password)))
      this.isDone.set(true);
  }
}
