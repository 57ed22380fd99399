import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Problem, ReferralNeed, SentReferrals } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { accessPath, REFERRING } from '../../cases/case-paths';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { REFERRAL_PAGES } from '../pages';
import { ReferralsClient } from '../referrals-client';
import { PreparedList } from '../prepared/prepared-list';
import { SentReferralCard } from './sent-referral-card';
import { UnaskedNeeds } from './unasked-needs';
import { type RecordsUnmet, UnmetForm } from '../unmet-form';

/** What was asked of whom, since when, and what happens if they don't answer; a need that nobody meets stands first. */
@Component({
  selector: 'app-sent-referrals-page',
  imports: [
    CaseCrumb,
    MatButton,
    PageHeading,
    PreparedList,
    ProblemLine,
    RouterLink,
    SentReferralCard,
    UnaskedNeeds,
    UnmetForm,
  ],
  templateUrl: './sent-referrals-page.html',
  styleUrl: './sent-referrals-page.scss',
})
export class SentReferralsPage {
  private readonly client = inject(ReferralsClient);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly sent = signal<SentReferrals | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly access = computed(() => accessPath(this.caseFileId()));
  protected readonly referring = REFERRING;

  protected readonly recordUnmet: RecordsUnmet = (...said) =>
    this.client.recordUnmet(this.caseFileId(), ...said);

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadReferrals());
    });
  }

  /** A yes is no arrival: until somebody said that the child was received, of whom all that is known is shown. */
  protected standingOf({ state, referrals, asked }: ReferralNeed): ReferralNeed['state'] | 'not-received' {
    const isReceived = referrals.some((it) => it.state === 'started' || it.state === 'ended');
    return state === 'met' && referrals.length === asked && !isReceived ? 'not-received' : state;
  }

  protected async loadReferrals(news = ''): Promise<void> {
    const answer = await this.client.sent(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.zone);
    this.sent.set(answer.value);
    this.title.name(REFERRAL_PAGES.sent.title, answer.value.reference);
    this.news.set(news);
  }
}
