import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { AccountSummary } from '@repere/contract';
import { ACCOUNT_STATES, type AccountState } from '@repere/cases';
import { Icon, Language } from '@repere/ui';
import { SelectField } from '@repere/ui/choice';
import { EmptyState } from '@repere/ui/feedback';
import { TextField } from '@repere/ui/field';
import { formatRoles } from '../../access/format-roles';
import { writeThrough } from '../../platform/form/write-through';
import { KeysetList } from '../../platform/keyset-list';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { AdministrationClient } from '../administration-client';
import { AdministrationTabs } from '../administration-tabs';

interface Search {
  readonly name: string;
  readonly state: string | null;
}

/** Accounts by name. The name that is looked for stays out of the address. */
@Component({
  selector: 'app-accounts-page',
  imports: [
    AdministrationTabs,
    EmptyState,
    FormField,
    Icon,
    MatButton,
    PageHeading,
    ProblemLine,
    RouterLink,
    SelectField,
    TextField,
  ],
  templateUrl: './accounts-page.html',
  styleUrl: './accounts-page.scss',
})
export class AccountsPage {
  private readonly client = inject(AdministrationClient);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  /** From the address. */
  readonly etat = input<string>();

  private readonly name = signal('');
  protected readonly state = computed<AccountState | null>(
    () => ACCOUNT_STATES.find((state) => state === this.etat()) ?? null,
  );
  protected readonly form = form(
    writeThrough<Search>(
      () => ({ name: this.name(), state: this.state() }),
      (typed) => this.type(typed),
    ),
  );
  protected readonly list = new KeysetList<AccountSummary>((cursor) =>
    this.client.accounts(this.name().trim(), this.state(), cursor),
  );
  protected readonly isAsked = signal(false);
  protected readonly states = computed(() =>
    ACCOUNT_STATES.map((code) => ({ code, label: this.t(`administration.state.${code}`) })),
  );
  protected readonly lines = computed(() =>
    this.list.content().items.map((account) => ({
      ...account,
      path: `/administration/comptes/${account.id}`,
      what: formatRoles(account.roles, this.t),
      where: account.teams.map(({ name }) => name).join(', '),
    })),
  );

  constructor() {
    effect(() => {
      this.state();
      untracked(() => void this.loadAccounts());
    });
  }

  protected async loadAccounts(): Promise<void> {
    await this.list.loadPages();
    this.isAsked.set(true);
  }

  protected search(event: Event): void {
    event.preventDefault();
    void this.loadAccounts();
  }

  private type({ name, state }: Search): void {
    this.name.set(name);
    if (state === this.state()) return;
    void this.router.navigate([], { queryParams: { etat: state }, queryParamsHandling: 'merge' });
  }
}
