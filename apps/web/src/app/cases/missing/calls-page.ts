import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseFile, OnCallPage, Problem } from '@repere/contract';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { StatusWord } from '@repere/ui/status';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { CaseCrumb } from '../case-file/heading/case-crumb';
import { CaseNews } from '../case-file/heading/case-news';
import { stepPath } from '../case-paths';
import { CasesClient } from '../cases-client';
import { OnCallClient } from '../on-call/on-call-client';
import { OnCallPanel } from '../on-call/on-call-panel';
import { openAbsence } from './open-absence';
import { formatAbsence } from './format-absence';
import { CASE_PAGES } from '../pages';

/** A child is missing: whom do I call, in order? Calls come first, writing after. */
@Component({
  selector: 'app-calls-page',
  imports: [CaseCrumb, Icon, OnCallPanel, PageHeading, ProblemLine, RouterLink, StatusWord],
  templateUrl: './calls-page.html',
  styleUrl: './calls-page.scss',
})
export class CallsPage {
  private readonly cases = inject(CasesClient);
  private readonly numbers = inject(OnCallClient);
  private readonly told = inject(CaseNews);
  private readonly time = inject(SpaceTime);
  private readonly title = inject(PageTitle);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly caseFile = signal<CaseFile | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly name = computed(() => {
    const child = this.caseFile()?.child;
    return !child || 'redacted' in child ? (child ?? '') : child.calledName;
  });
  private readonly open = computed(() => {
    const caseFile = this.caseFile();
    return caseFile ? openAbsence(caseFile) : null;
  });
  protected readonly absence = computed(() => {
    const absence = this.open();
    return absence ? { words: formatAbsence(absence, this.time, this.language) } : null;
  });
  protected readonly runId = computed(() => this.open()?.run.runId ?? '');
  /** The numbers of this territory, where the search has steps that say to call. */
  protected readonly onCall = signal<OnCallPage | null>(null);
  protected readonly steps = computed(() => {
    const run = this.open()?.run;
    if (!run) return [];
    return run.steps
      .filter(({ saysCalled, state }) => saysCalled && state !== 'not-applicable')
      .map((step) => ({ ...step, path: stepPath(this.caseFileId(), run.runId, step.id) }));
  });

  constructor() {
    effect(() => {
      const id = this.caseFileId();
      untracked(() => void this.loadCalls(id));
    });
    effect(() => {
      const caseFile = this.caseFile();
      if (caseFile) this.title.name(CASE_PAGES.calls.title, caseFile.reference);
    });
  }

  protected reload(): void {
    void this.loadCalls(this.caseFileId());
  }

  protected async showNumbers(): Promise<void> {
    const runId = this.runId();
    if (!runId) return;
    const answer = await this.numbers.page(this.caseFileId(), runId);
    if (answer.ok && runId === this.runId() && answer.value.kinds.length > 0) this.onCall.set(answer.value);
  }

  protected shownNumber(number: string): string {
    return number.replace(/^116/, '116 ');
  }

  private async loadCalls(id: string): Promise<void> {
    this.caseFile.set(null);
    this.onCall.set(null);
    const answer = await this.cases.caseFile(id);
    if (id !== this.caseFileId()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.zone.set(answer.value.territory.zone);
    this.caseFile.set(answer.value);
    const news = this.told.takeNews(id);
    this.news.set(news ? this.t(news.key) : '');
    await this.showNumbers();
  }
}
