import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CaseAccess, CasePerson, Problem, Words } from '@repere/contract';
import { type Shown, isRedacted } from '@repere/cases';
import { Language, SpaceTime } from '@repere/ui';
import { ReferralForm } from '../referrals/referral-form';
import { ReferralsClient } from '../referrals/referrals-client';
import type { Answered, Sending } from '../platform/api';
import { PageHeading } from '../platform/pages/page-heading';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemLine } from '../platform/problem-line';
import { ActProblem } from '../platform/act-problem';
import { EmergencyList } from '../cases/break-glass/emergency-list';
import { CaseCrumb } from '../cases/case-file/heading/case-crumb';
import { SendingKey } from '../platform/sending-key';
import { shownName } from '../cases/shown-name';
import { CaseAccessClient } from '../cases/access/case-access-client';
import { CircleForm } from '../cases/access/circle-form';
import { ConflictForm } from '../cases/access/conflict-form';
import { AskOpinionForm } from '../cases/access/ask-opinion-form';
import { GiveOpinionForm } from '../cases/access/give-opinion-form';
import { CASEWORK_PAGES } from './pages';

/** Who may see this case, and why? Why can I, and what can't I? */
@Component({
  selector: 'app-case-access-page',
  imports: [
    ActProblem,
    AskOpinionForm,
    CaseCrumb,
    CircleForm,
    ConflictForm,
    EmergencyList,
    GiveOpinionForm,
    MatButton,
    PageHeading,
    ProblemLine,
    ReferralForm,
    RouterLink,
  ],
  templateUrl: './case-access-page.html',
  styleUrl: './case-access-page.scss',
})
export class CaseAccessPage {
  private readonly client = inject(CaseAccessClient);
  private readonly referrals = inject(ReferralsClient);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  private readonly keys = new SendingKey();
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();
  /** A need that nobody meets yet: the next service is asked for it. */
  readonly besoin = input<string>();
  readonly orienter = input<string>();
  /** A referral that was prepared, to go on from. */
  readonly preparee = input<string>();

  protected readonly access = signal<CaseAccess | null>(null);
  protected readonly unread = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  /** The reference of the case that the reader left by a conflict of interest. */
  protected readonly left = signal<string | null>(null);

  protected readonly relations = computed(() =>
    this.joinWords(this.access()?.reader.relations.map(({ title }) => title) ?? []),
  );
  protected readonly can = computed(() => this.access()?.reader.acts.filter(({ yes }) => yes) ?? []);
  protected readonly mayNot = computed(() => this.access()?.reader.acts.filter(({ yes }) => !yes) ?? []);
  protected readonly redacted = computed(() => this.access()?.reader.fields.filter(({ yes }) => !yes) ?? []);
  protected readonly circle = computed(() => {
    const circle = this.access()?.restriction?.circle ?? [];
    return isRedacted(circle) ? this.t('case.redacted') : circle.map(({ name }) => name).join(', ');
  });
  protected readonly lead = computed(() => seen(this.access()?.lead));
  /** `null`: redacted, and so is the lead. */
  protected readonly people = computed(() => seen(this.access()?.people));
  protected readonly conflicts = computed(() => seen(this.access()?.conflicts));
  protected readonly emergencies = computed(() => seen(this.access()?.emergencies));
  /** Only asked for an opinion: everybody else writes in the case itself. */
  protected readonly isAdviser = computed(
    () => this.access()?.reader.relations.every(({ relation }) => relation === 'second-opinion') ?? false,
  );

  protected shownWords(words: Shown<string>): string {
    return shownName(words, this.t('case.redacted'));
  }

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadAccess());
    });
  }

  protected async loadAccess(news = ''): Promise<void> {
    const answer = await this.client.readAccess(this.caseFileId());
    this.unread.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return this.access.set(null);
    this.time.zone.set(answer.value.zone);
    this.access.set(answer.value);
    this.title.name(CASEWORK_PAGES.access.title, answer.value.reference);
    this.news.set(news);
  }

  /** Given by another relation than the first: worth saying. */
  protected isOther(why: Words): boolean {
    return why.en !== this.access()?.reader.relations[0]?.title.en;
  }

  protected mayEnd({ relation }: CasePerson): boolean {
    return (
      (this.access()?.may.assign ?? false) && ['second-opinion', 'approver', 'partner'].includes(relation)
    );
  }

  protected async endGrant({ id, relation, referralId }: CasePerson): Promise<void> {
    if (referralId !== null)
      await this.endBy(['end', referralId], (sending) =>
        this.referrals.withdraw(this.caseFileId(), referralId, sending),
      );
    else if (relation === 'second-opinion' || relation === 'approver')
      await this.endBy(['end', id, relation], (sending) =>
        this.client.endGrant(this.caseFileId(), id, relation, sending),
      );
  }

  private async endBy(
    what: readonly string[],
    send: (sending: Sending) => Promise<Answered<void>>,
  ): Promise<void> {
    const answer = await this.keys.sendOnce(what, (idempotencyKey) => send({ idempotencyKey }));
    await this.announceNews(answer.ok ? null : answer.problem, 'rights.access.ended');
  }

  protected async lift(accountId: string): Promise<void> {
    const answer = await this.keys.sendOnce(['lift', accountId], (idempotencyKey) =>
      this.client.liftConflict(this.caseFileId(), accountId, { idempotencyKey }),
    );
    await this.announceNews(answer.ok ? null : answer.problem, 'rights.access.lifted');
  }

  protected leaveCase(): void {
    this.left.set(this.access()?.reference ?? '');
    this.access.set(null);
  }

  private async announceNews(problem: Problem | null, key: string): Promise<void> {
    this.problem.set(problem);
    if (problem) return;
    await this.loadAccess(this.t(key));
  }

  protected joinWords(words: readonly Words[]): string {
    return words.map((it) => this.localize(it)).join(', ');
  }
}

/** What is shown; `null`: redacted, or there is none. */
const seen = <T>(shown: Shown<T> | null | undefined): T | null =>
  shown === undefined || shown === null || isRedacted(shown) ? null : shown;
