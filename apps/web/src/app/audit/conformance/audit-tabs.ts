import { Component, inject, input } from '@angular/core';
import type { Params } from '@angular/router';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Language } from '@repere/ui';
import type { Page } from '../../platform/pages/page';
import { AUDIT_PAGES } from '../pages';

/** Figures and what stands behind them, with the same filters. */
@Component({
  selector: 'app-audit-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="rp-tabs" [attr.aria-label]="t('audit.conformance.tabs')">
      @for (tab of tabs; track tab.path) {
        <a
          [routerLink]="tab.path"
          [queryParams]="params()"
          routerLinkActive
          [routerLinkActiveOptions]="EXACT"
          ariaCurrentWhenActive="page"
          >{{ t(tab.title) }}</a
        >
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 1.25rem;
    }
  `,
})
export class AuditTabs {
  protected readonly t = inject(Language).t;

  readonly params = input<Params>({});

  protected readonly EXACT = {
    paths: 'exact',
    queryParams: 'ignored',
    fragment: 'ignored',
    matrixParams: 'ignored',
  } as const;
  protected readonly tabs = Object.values<Page>(AUDIT_PAGES).filter(({ tab }) => tab);
}
