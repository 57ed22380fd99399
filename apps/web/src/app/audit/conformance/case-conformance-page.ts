import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { CaseFileConformance, CaseStepConformance, DeviationItem, Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { CaseCrumb } from '../../cases/case-file/heading/case-crumb';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { ConformanceClient } from './conformance-client';
import { DeviationCard } from './deviation-card';
import { FormulaText } from './formula-text';
import { formatShare } from './format-figures';
import { StepMarks } from './step-marks';
import { AUDIT_PAGES } from '../pages';

/** This case beside its protocols: what departed, why, and each step as it was expected. */
@Component({
  selector: 'app-case-conformance-page',
  imports: [CaseCrumb, DeviationCard, EmptyState, FormulaText, PageHeading, ProblemLine, StepMarks],
  templateUrl: './case-conformance-page.html',
  styleUrl: './case-conformance-page.scss',
})
export class CaseConformancePage {
  private readonly client = inject(ConformanceClient);
  private readonly title = inject(PageTitle);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;

  // From the address.
  readonly caseFileId = input.required<string>();

  protected readonly conformance = signal<CaseFileConformance | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly news = signal('');
  protected readonly runs = computed(() =>
    (this.conformance()?.runs ?? []).map((run) => ({
      ...run,
      share: formatShare(run.fitness, this.language.current()) ?? this.t('audit.conformance.no-figure'),
      counted: run.steps.filter(isCounted),
      others: run.steps.filter((step) => !isCounted(step)).length,
    })),
  );
  protected readonly empty = computed(() => {
    const rules = this.runs().map((run) => `${this.localize(run.title)} v${run.version}`);
    return this.t('audit.deviations.rules', { rules: this.language.listed([...new Set(rules)]) });
  });

  constructor() {
    effect(() => {
      this.caseFileId();
      untracked(() => void this.loadConformance());
    });
  }

  protected async loadConformance(): Promise<void> {
    const answer = await this.client.ofCase(this.caseFileId());
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.conformance.set(answer.value);
    this.title.name(AUDIT_PAGES.caseConformance.title, answer.value.reference);
  }

  protected announceJudgement({
    item,
    words,
  }: {
    readonly item: DeviationItem;
    readonly words: string;
  }): void {
    this.conformance.update(
      (before) =>
        before && {
          ...before,
          deviations: before.deviations.map((it) => (it.key === item.key ? item : it)),
        },
    );
    this.news.set(words);
    setTimeout(() => document.querySelector<HTMLElement>('h1')?.focus());
  }
}

/** Whether the step was expected, or done: the others stay out of the figure. */
const isCounted = ({ expectation }: CaseStepConformance): boolean =>
  expectation === 'expected' || expectation === 'waived';
