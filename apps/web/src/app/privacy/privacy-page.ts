import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { AccessRequestSummary, DueCase, Erasure, LegalHold, RetentionLine } from '@repere/contract';
import type { Named } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { CaseFileClient } from '../cases/case-file/case-file-client';
import { KeysetList } from '../platform/keyset-list';
import { shownName } from '../cases/shown-name';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { ErasureCard } from './erasures/erasure-card';
import { HoldWords } from './hold-words';
import { PrivacyClient } from './privacy-client';
import { RequestForm } from './requests/request-form';
import { RequestState } from './requests/request-state';
import { RuleCard } from './rules/rule-card';
import { formatDate } from './format-date';
import { casePrivacyPath, requestPath } from './privacy-paths';

/** What waits for a second person, what is due, held or asked for, and by which rules. */
@Component({
  selector: 'app-privacy-page',
  imports: [
    ErasureCard,
    HoldWords,
    MatButton,
    PageHeading,
    ProblemLine,
    RequestForm,
    RequestState,
    RouterLink,
    RuleCard,
  ],
  templateUrl: './privacy-page.html',
})
export class PrivacyPage {
  private readonly client = inject(PrivacyClient);
  private readonly teams = inject(CaseFileClient);
  private readonly language = inject(Language);
  protected readonly time = inject(SpaceTime);
  protected readonly t = this.language.t;
  protected readonly requestPath = requestPath;
  protected readonly casePrivacyPath = casePrivacyPath;

  protected readonly erasures = new KeysetList<Erasure>((cursor) => this.client.erasures(cursor));
  protected readonly due = new KeysetList<DueCase>(async (cursor) => {
    const answer = await this.client.due(cursor);
    if (answer.ok) this.hasPeriod.set(answer.value.hasPeriod);
    return answer;
  });
  protected readonly holds = new KeysetList<LegalHold>((cursor) => this.client.holds(cursor));
  protected readonly requests = new KeysetList<AccessRequestSummary>((cursor) =>
    this.client.requests(cursor),
  );
  protected readonly rules = signal<readonly RetentionLine[]>([]);
  /** Who works in the reader's teams, and may ask what is kept of them. */
  protected readonly staff = signal<readonly Named[]>([]);
  protected readonly hasPeriod = signal(true);
  protected readonly news = signal('');
  protected readonly waiting = computed(() =>
    this.erasures.content().items.filter(({ state }) => state === 'proposed' || state === 'void'),
  );
  protected readonly settled = computed(() =>
    this.erasures.content().items.filter(({ state }) => state !== 'proposed' && state !== 'void'),
  );

  constructor() {
    void this.loadAll();
  }

  protected name(it: DueCase): string {
    return shownName(it.calledName, this.t('case.name-redacted'));
  }

  protected day(day: string): string {
    return formatDate(day, this.language.current());
  }

  protected async showSettled(erasure: Erasure | null): Promise<void> {
    this.news.set(this.t(erasure ? 'privacy.news.erased' : 'privacy.news.kept'));
    await Promise.all([this.erasures.loadPages(), this.due.loadPages()]);
  }

  protected async loadRules(): Promise<void> {
    const answer = await this.client.rules();
    if (answer.ok) this.rules.set(answer.value.items);
    await this.due.loadPages();
  }

  private async loadAll(): Promise<void> {
    const loads = [this.erasures, this.holds, this.requests].map((list) => list.loadPages());
    await Promise.all([...loads, this.loadRules(), this.loadStaff()]);
  }

  private async loadStaff(): Promise<void> {
    const answer = await this.teams.team();
    if (answer.ok) this.staff.set(answer.value.items);
  }
}
