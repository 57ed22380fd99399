import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Language } from '@repere/ui';
import { Session } from '../access/session';
import type { Page } from '../platform/pages/page';
import { ADMINISTRATION_PAGES } from './pages';

const TABS = Object.values<Page>(ADMINISTRATION_PAGES).filter(({ tab }) => tab);

/** From one page of the administration to another. */
@Component({
  selector: 'app-administration-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    @if (session.administers()) {
      <nav class="rp-tabs" [attr.aria-label]="t('administration.nav')">
        @for (page of pages(); track page.path) {
          <a [routerLink]="page.path" routerLinkActive ariaCurrentWhenActive="page">{{ t(page.title) }}</a>
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
  protected readonly pages = computed(() =>
    TABS.filter(({ tab }) => tab === 'always' || this.session.fiction() === 'demo'),
  );
}
