import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type {
  AnswerReferral,
  PastReferral,
  Problem,
  ReferredCase,
  ReferredLine,
  Redacted,
  Words,
} from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { ConflictForm } from '../cases/access/conflict-form';
import { shownName } from '../cases/shown-name';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import type { Answered, Sending } from '../platform/api';
import { AnswerForm } from './answer-form';
import { FeedbackForm } from './feedback-form';
import { CallBack } from './link/call-back';
import { MessagesView } from './messages/messages-view';
import { ReferralEvents } from './referral-events';
import { ReferralsClient } from './referrals-client';
import { ownStateOf } from './own-state';
import { REFERRAL_PAGES } from './pages';
import { isUnanswered } from './sent/unanswered';
import { TermsView } from './terms/terms-view';

const isRedacted = (lines: object): lines is Redacted => 'redacted' in lines;

/** What was I asked about this child, what may I read of them, until when, and whom do I ask for the rest? What I answer is all that I may write. */
@Component({
  selector: 'app-referred-case-page',
  imports: [
    AnswerForm,
    CallBack,
    ConflictForm,
    FeedbackForm,
    Icon,
    MatButton,
    MessagesView,
    PageHeading,
    ProblemLine,
    ReferralEvents,
    RouterLink,
    TermsView,
  ],
  templateUrl: './referred-case-page.html',
  styleUrl: './referred-case-page.scss',
})
export class ReferredCasePage {
  private readonly client = inject(ReferralsClient);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly ownStateOf = ownStateOf;

  // From the address.
  readonly caseFileId = input.required<string>();
  readonly referralId = input.required<string>();

  protected readonly referred = signal<ReferredCase | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  /** How it ended, where it was open to this reader. */
  protected readonly over = signal<PastReferral | null>(null);
  protected readonly news = signal('');
  /** Nothing was answered yet. */
  protected readonly waits = computed(() => {
    const referred = this.referred();
    return referred !== null && isUnanswered(referred);
  });
  /** The reference of the case that the reader left by a conflict of interest. */
  protected readonly left = signal<string | null>(null);

  protected readonly name = computed(() =>
    shownName(this.referred()?.calledName ?? '', this.t('referrals.no-name')),
  );
  protected readonly carried = computed(() =>
    (this.referred()?.parts ?? []).flatMap(
      ({
        fieldClass,
        title,
        lines,
      }): { fieldClass: string; title: Words; lines: readonly ReferredLine[] }[] =>
        isRedacted(lines) ? [] : [{ fieldClass, title, lines }],
    ),
  );
  protected readonly redacted = computed(() =>
    (this.referred()?.parts ?? []).filter(({ lines }) => isRedacted(lines)),
  );

  constructor() {
    effect(() => {
      this.caseFileId();
      this.referralId();
      untracked(() => void this.loadCase());
    });
  }

  protected async loadCase(): Promise<void> {
    const answer = await this.client.readReferredCase(this.caseFileId(), this.referralId());
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) {
      this.referred.set(null);
      return this.loadOver(answer.problem);
    }
    this.time.zone.set(answer.value.zone);
    this.referred.set(answer.value);
    this.title.name(REFERRAL_PAGES.case.title, answer.value.reference);
  }

  protected readonly answerReferral = (answer: AnswerReferral, sending: Sending) =>
    this.orOver(this.client.answerReferral(this.caseFileId(), this.referralId(), answer, sending));

  protected readonly giveFeedback = (words: string, sending: Sending) =>
    this.orOver(this.client.giveFeedback(this.caseFileId(), this.referralId(), words, sending));

  protected readonly writeToTeam = (words: string, sending: Sending) =>
    this.orOver(this.client.writeToTeam(this.caseFileId(), this.referralId(), words, sending));

  /** Where it was taken back meanwhile, the page says so instead of who the child was. */
  private async orOver(answering: Promise<Answered<void>>): Promise<Answered<void>> {
    const given = await answering;
    if (!given.ok && given.problem.code === 'not-found') await this.loadCase();
    return given;
  }

  /** What is not there for this reader may have been theirs. */
  private async loadOver({ code }: Problem): Promise<void> {
    const past = code === 'not-found' ? await this.client.past() : null;
    const found = past?.ok ? past.value.items.find(({ id }) => id === this.referralId()) : null;
    this.over.set(found ?? null);
  }

  protected async answered(news = this.t('referrals.answer.done')): Promise<void> {
    await this.loadCase();
    this.news.set(news);
  }

  protected leaveCase(): void {
    this.left.set(this.referred()?.reference ?? '');
    this.referred.set(null);
  }
}
