import { Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CapacityQuestion, CapacityQuestions, Problem } from '@repere/contract';
import { ANSWER_REASONS } from '@repere/directory';
import { Language, SpaceTime } from '@repere/ui';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { referralsPath, servicesPath } from '../../cases/case-paths';
import { ActProblem } from '../../platform/act-problem';
import type { Answered } from '../../platform/api';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { SendingKey } from '../../platform/sending-key';
import { REFERRAL_PAGES } from '../pages';
import { type RecordsUnmet, UnmetForm } from '../unmet-form';
import { AskedQuestion } from './asked-question';
import { CapacityClient } from './capacity-client';
import { CapacityRequestCard } from './capacity-request-card';

const NOT_THEIRS: readonly number[] = [401, 403, 404];

/** How often it is looked whether somebody answered, while somebody may still do so. Each look is recorded. */
const LOOK_EVERY_MS = 30_000;

/** Which services were asked for a place, and what each answers, as it arrives. Those who say yes stand first. */
@Component({
  selector: 'app-capacity-page',
  imports: [
    ...[ActProblem, AskedQuestion, CapacityRequestCard, CaseCrumb, MatButton, PageHeading],
    ...[ProblemLine, RouterLink, UnmetForm],
  ],
  templateUrl: './capacity-page.html',
  styleUrl: './capacity-page.scss',
})
export class CapacityPage {
  private readonly client = inject(CapacityClient);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  private readonly keys = new SendingKey();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private timer: ReturnType<typeof setTimeout> | undefined;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly page = signal<CapacityQuestions | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** The one form that stands open on the page. */
  protected readonly openForm = signal<string | null>(null);
  protected readonly services = computed(() => servicesPath(this.caseFileId()));
  protected readonly referrals = computed(() => referralsPath(this.caseFileId()));
  protected readonly isLive = computed(
    () => this.page()?.items.some(({ state }) => state === 'waiting') ?? false,
  );

  protected readonly recordUnmet: RecordsUnmet = (...said) =>
    this.client.recordUnmet(this.caseFileId(), ...said);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadQuestions());
    });
  }

  protected async loadQuestions(news?: string): Promise<void> {
    clearTimeout(this.timer);
    const answer = await this.client.listQuestions(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    // Who may read it no more keeps nothing of it in sight, codes least of all.
    if (!answer.ok && NOT_THEIRS.includes(answer.problem.status)) this.page.set(null);
    if (answer.ok) {
      this.time.zone.set(answer.value.zone);
      this.page.set(answer.value);
      this.title.name(REFERRAL_PAGES.capacity.title, answer.value.reference);
    }
    if (news !== undefined) {
      this.news.set(news);
      this.openForm.set(null);
    }
    // A page that nobody looks at asks nothing: what is read is recorded as read.
    if (this.isLive()) this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS);
  }

  protected async closeQuestion({ id }: CapacityQuestion): Promise<void> {
    const answer = await this.keys.sendOnce(['close', id], (idempotencyKey) =>
      this.client.closeQuestion(this.caseFileId(), id, { idempotencyKey }),
    );
    await this.showEnd(answer, 'capacity.close.done');
  }

  /** Whoever covers the need: nobody is asked any more, and it is no gap. */
  protected async recordMet({ id }: CapacityQuestion): Promise<void> {
    const answer = await this.keys.sendOnce(['met', id], (idempotencyKey) =>
      this.client.recordMet(this.caseFileId(), id, { idempotencyKey }),
    );
    await this.showEnd(answer, 'capacity.met.done');
  }

  private async showEnd(
    answer: Answered<void>,
    done: 'capacity.close.done' | 'capacity.met.done',
  ): Promise<void> {
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.loadQuestions(this.t(done));
  }

  /** Nobody is asked any more, and nobody said what became of the need: closing it meets nothing. */
  protected isLeftOpen({ state, isMet, unmet, yes }: CapacityQuestion): boolean {
    return state === 'closed' && !isMet && unmet === null && yes === 0;
  }

  protected reasonOf(reason: NonNullable<CapacityQuestion['unmet']>): string {
    return this.language.localize(ANSWER_REASONS[reason]);
  }

  protected counts({ asked, yes, no, otherOffer, elsewhere, silent }: CapacityQuestion): string {
    return this.t('capacity.counts', { asked, yes, no, otherOffer, elsewhere, silent });
  }

  private async look(): Promise<void> {
    if (document.visibilityState === 'visible') await this.loadQuestions();
    else this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS);
  }
}
