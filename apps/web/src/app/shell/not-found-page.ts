import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '@repere/ui';
import { PageHeading } from '../platform/pages/page-heading';

/** There is no such page, or it isn't for this reader: the two look alike. */
@Component({
  selector: 'app-not-found-page',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('shell.not-found.title') }}</h1>
      <p class="rp-lead">{{ t('shell.not-found.why') }}</p>
      <p>
        <a routerLink="/">{{ t('shell.not-found.home') }}</a>
      </p>
    </div>
  `,
})
export class NotFoundPage {
  protected readonly t = inject(Language).t;
}
