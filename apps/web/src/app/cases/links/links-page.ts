import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CaseLink, CaseLinks, Problem } from '@repere/contract';
import { isRedacted } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import type { Answered, Sending } from '../../platform/api';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { casePath } from '../case-paths';
import { CASE_PAGES } from '../pages';
import { AskLinkForm } from './ask-link-form';
import { LinksClient } from './links-client';

/** Children that this one is tied to: that there is one, and whom to ask. */
@Component({
  selector: 'app-links-page',
  imports: [ActProblem, AskLinkForm, CaseCrumb, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './links-page.html',
  styles: `
    .rp-page {
      --rp-measure: 52rem;
    }
    li {
      padding-block: 0.75rem;
      border-block-start: 1px solid var(--rp-line);
    }
    li h2 {
      margin: 0;
      font-size: 1.08rem;
    }
    li p {
      margin-block: 0.3rem;
    }
  `,
})
export class LinksPage {
  private readonly client = inject(LinksClient);
  private readonly title = inject(PageTitle);
  private readonly keys = new SendingKey();
  private readonly time = inject(SpaceTime);
  protected readonly t = inject(Language).t;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly page = signal<CaseLinks | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** `null`: not shown to this reader. */
  protected readonly links = computed(() => {
    const links = this.page()?.links ?? [];
    return isRedacted(links) ? null : links.map((it) => this.showLink(it));
  });

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadLinks());
    });
  }

  protected async loadLinks(): Promise<void> {
    const answer = await this.client.listLinks(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return this.page.set(null);
    this.time.zone.set(answer.value.zone);
    this.page.set(answer.value);
    this.title.name(CASE_PAGES.links.title, answer.value.reference);
  }

  protected async again(what: 'asked' | 'agreed' | 'refused' | 'ended'): Promise<void> {
    await this.loadLinks();
    this.news.set(this.t(`case.links.news.${what}`));
  }

  protected answerLink(linkId: string, agrees: boolean): Promise<void> {
    return this.sendAct([linkId, String(agrees)], agrees ? 'agreed' : 'refused', (sending) =>
      this.client.answerLink(this.caseFileId(), linkId, agrees, sending),
    );
  }

  protected endLink(linkId: string): Promise<void> {
    return this.sendAct([linkId, 'end'], 'ended', (sending) =>
      this.client.endLink(this.caseFileId(), linkId, sending),
    );
  }

  private async sendAct(
    what: readonly string[],
    news: 'agreed' | 'refused' | 'ended',
    send: (sending: Sending) => Promise<Answered<void>>,
  ): Promise<void> {
    const answer = await this.keys.sendOnce(what, (idempotencyKey) => send({ idempotencyKey }));
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.again(news);
  }

  private showLink({ since, ask, otherCaseFileId, ...link }: CaseLink) {
    const told = { name: ask?.name ?? '', team: ask?.team || this.t('case.links.no-team') };
    return {
      ...link,
      since: this.t('case.links.since', { moment: this.time.moment(since) }),
      ask: ask && this.t('case.links.whom', told),
      path: otherCaseFileId && casePath(otherCaseFileId),
      name: [this.t(`case.links.kinds.${link.kind}`), ask?.name ?? link.reference].filter(Boolean).join(', '),
    };
  }
}
