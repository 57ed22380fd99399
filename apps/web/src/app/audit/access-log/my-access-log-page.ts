import { Component, inject } from '@angular/core';
import { Language } from '@repere/ui';
import { PageHeading } from '../../platform/pages/page-heading';
import { QuestionsToMe } from './questions-to-me';

/** What am I asked about my access to cases? Also for who has no day of cases: an auditor. */
@Component({
  selector: 'app-my-access-log-page',
  imports: [PageHeading, QuestionsToMe],
  template: `
    <div class="rp-page">
      <h1 appPageHeading>{{ t('audit.access-log.to-me.page') }}</h1>
      <app-questions-to-me [saysNone]="true" />
    </div>
  `,
})
export class MyAccessLogPage {
  protected readonly t = inject(Language).t;
}
