import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { ChangePasswordSection } from '../accounts/change-password-section';
import { FactorsSection } from '../factors/factors-section';
import { formatRoles } from '../format-roles';
import { LinkedAccountsSection } from '../provider/linked-accounts-section';
import { Session } from '../session';
import { SessionsSection } from '../sessions/sessions-section';

/** One's own account: who one is here, how one signs in, and where one is signed in. A section is a component of its own. */
@Component({
  selector: 'app-account-page',
  imports: [
    ChangePasswordSection,
    FactorsSection,
    LinkedAccountsSection,
    PageHeading,
    RouterLink,
    SessionsSection,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;

  protected readonly account = this.session.account;
  protected readonly supervises = this.session.approves;
  protected readonly roles = computed(() => formatRoles(this.account()?.roles ?? [], this.t));
  protected readonly teams = computed(() => (this.account()?.teams ?? []).map(({ name }) => name).join(', '));
}
