import { Component, computed, inject, signal } from '@angular/core';
import type { DemoMail, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { AdministrationClient } from '../administration-client';
import { AdministrationTabs } from '../administration-tabs';

/** What leads somewhere by a secret, whichever page it is of. */
const SECRET_LINK = /https?:\/\/\S+#[\w-]{43}(?![\w-])/;

/** Mails of a demo without a mail server. There is no such page where mails really leave. */
@Component({
  selector: 'app-mails-page',
  imports: [AdministrationTabs, EmptyState, PageHeading, ProblemLine],
  template: `
    <div class="rp-page">
      <app-administration-tabs />
      <h1 appPageHeading>{{ t('administration.mails.title') }}</h1>
      <p class="rp-lead">{{ t('administration.mails.lead') }}</p>
      <app-problem-line [problem]="problem()" (again)="loadMails()" />
      @if (lines(); as list) {
        @if (list.length) {
          <ul class="rp-list">
            @for (line of list; track line.mail.id) {
              <li>
                <h2>{{ line.mail.subject }}</h2>
                <p class="rp-quiet">{{ t('administration.mails.to', { to: line.mail.to }) }}</p>
                <p class="text">{{ line.text }}</p>
                @if (line.link; as link) {
                  <p>
                    <a [href]="link">{{ t('administration.mails.open') }}</a>
                  </p>
                }
              </li>
            }
          </ul>
        } @else {
          <rp-empty-state [title]="t('administration.mails.none')">
            {{ t('administration.mails.none-why') }}
          </rp-empty-state>
        }
      } @else if (!problem()) {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    .rp-page {
      --rp-measure: 52rem;
    }
    li {
      padding-block: 1rem;
      border-block-start: 1px solid var(--rp-line);
    }
    h2 {
      margin: 0;
      font-size: 1.1rem;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class MailsPage {
  private readonly client = inject(AdministrationClient);
  protected readonly t = inject(Language).t;

  private readonly mails = signal<readonly DemoMail[] | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly lines = computed(
    () =>
      this.mails()?.map((mail) => {
        const link = SECRET_LINK.exec(mail.text)?.[0] ?? null;
        return { mail, link, text: link ? mail.text.replace(link, '…') : mail.text };
      }) ?? null,
  );

  constructor() {
    void this.loadMails();
  }

  protected async loadMails(): Promise<void> {
    const answer = await this.client.demoMails();
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.mails.set(answer.value.items);
  }
}
