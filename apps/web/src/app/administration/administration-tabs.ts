import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Language } from '@repere/ui';
import { Session } from '../access/session';

const PAGES = [
  ['/administration/comptes', 'administration.accounts.title'],
  ['/administration/a-deux', 'administration.changes.title'],
  ['/administration/equipes', 'administration.teams.title'],
  ['/administration/revue-des-droits', 'administration.review.title'],
] as const;
const MAILS = ['/administration/courriels', 'administration.mails.title'] as const;

/** From one page of the administration to another. */
@Component({
  selector: 'app-administration-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    @if (session.administers()) {
      <nav class="rp-tabs" [attr.aria-label]="t('administration.nav')">
        @for (page of pages(); track page[0]) {
          <a [routerLink]="page[0]" routerLinkActive ariaCurrentWhenActive="page">{{ t(page[1]) }}</a>
        }
      </nav>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 1.25rem;
    }
  `,
})
export class AdministrationTabs {
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  // A demo without a mail server shows what it would have sent; where mails leave, there is no such page.
  protected readonly pages = computed(() => (this.session.fiction() === 'demo' ? [...PAGES, MAILS] : PAGES));
}
