import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Shown } from '@repere/cases';
import type { PastReferral, ReceivedReferral, Words } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { QuestionsToMe } from '../audit/access-log/questions-to-me';
import { KeysetList } from '../platform/keyset-list';
import { shownName } from '../cases/shown-name';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { ReceivedQuestions } from './capacity/received-questions';
import { ReferralsClient } from './referrals-client';

/** Which cases were referred to me, of which I may read a part? For partners, and for nobody else. */
@Component({
  selector: 'app-received-page',
  imports: [EmptyState, MatButton, PageHeading, ProblemLine, QuestionsToMe, ReceivedQuestions, RouterLink],
  templateUrl: './received-page.html',
  styleUrl: './received-page.scss',
})
export class ReceivedPage {
  private readonly client = inject(ReferralsClient);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  protected readonly list = new KeysetList<ReceivedReferral>((cursor) => this.client.received(cursor));
  /** Open no more: said instead of vanishing. */
  protected readonly past = new KeysetList<PastReferral>((cursor) => this.client.past(cursor));
  protected readonly isFirstLoad = computed(() => this.list.isLoading() && this.list.content().pages === 0);

  constructor() {
    void this.list.loadPages();
    void this.past.loadPages();
  }

  protected name(name: Shown<string>): string {
    return shownName(name, this.t('referrals.no-name'));
  }

  protected carries(titles: readonly Words[]): string {
    return titles.map((it) => this.language.localize(it)).join(', ');
  }
}
