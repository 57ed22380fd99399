import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Conformance, Problem, StepFigures } from '@repere/contract';
import { DEVIATION_KINDS_WORDS } from '@repere/case-engine';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { hrefOf } from '../../platform/api-path';
import { auditParams, askedFigures, readAuditFilters } from './audit-filters';
import { AuditTabs } from './audit-tabs';
import { ConformanceClient } from './conformance-client';
import { DEVIATIONS_PATH } from './conformance-paths';
import { FigureTable } from './figure-table';
import { protocolRows, stepRows } from './figure-rows';
import { FilterBar } from './filter-bar';
import { FormulaText } from './formula-text';
import { formatNumber } from './format-figures';

/** How was it handled? The figure with its formula, what departed, and each protocol and step; each figure leads to its cases. */
@Component({
  selector: 'app-conformance-page',
  imports: [
    AuditTabs,
    EmptyState,
    FigureTable,
    FilterBar,
    FormulaText,
    Icon,
    PageHeading,
    ProblemLine,
    RouterLink,
  ],
  templateUrl: './conformance-page.html',
  styleUrl: './conformance-page.scss',
})
export class ConformancePage {
  private readonly client = inject(ConformanceClient);
  private readonly time = inject(SpaceTime);
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly deviationsPath = DEVIATIONS_PATH;

  // From the address.
  readonly team = input<string>();
  readonly protocol = input<string>();
  readonly step = input<string>();
  readonly period = input<string>();

  protected readonly filters = computed(() =>
    readAuditFilters({
      team: this.team(),
      protocol: this.protocol(),
      step: this.step(),
      period: this.period(),
      kind: undefined,
      origin: undefined,
      judged: undefined,
      by: undefined,
    }),
  );
  protected readonly params = computed(() => auditParams(this.filters()));
  protected readonly figures = signal<Conformance | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  private turn = 0;

  protected readonly tally = computed(() => {
    const figures = this.figures();
    if (!figures) return '';
    const { count } = this.language;
    return this.t('audit.conformance.tally', {
      cases: count('audit.conformance.cases', figures.cases),
      runs: count('audit.conformance.runs', figures.runs),
    });
  });
  protected readonly counts = computed(() =>
    (this.figures()?.deviations ?? []).map((it) => ({
      ...it,
      n: formatNumber(it.count, this.language.current()),
      words: this.localize(DEVIATION_KINDS_WORDS[it.kind]),
      params: auditParams({ ...this.filters(), kind: it.kind, judged: 'all' }),
      left: this.language.count('audit.conformance.to-judge', it.toJudge),
    })),
  );
  protected readonly protocolTable = computed(() =>
    protocolRows(this.figures()?.protocols ?? [], this.filters(), this.language),
  );
  /** Steps from which something departed, and the rest: on a phone nobody reads a hundred lines. */
  protected readonly stepTable = computed(() => this.stepsThat(departs));
  protected readonly plainSteps = computed(() => this.stepsThat((it) => !departs(it)));
  protected readonly logHref = computed(() => {
    return hrefOf('/event-log', askedFigures(this.filters(), this.time.now()));
  });

  constructor() {
    effect(() => {
      this.filters();
      untracked(() => void this.loadConformance());
    });
  }

  private stepsThat(test: (step: StepFigures) => boolean) {
    return stepRows((this.figures()?.steps ?? []).filter(test), this.filters(), this.language);
  }

  protected async loadConformance(): Promise<void> {
    const turn = ++this.turn;
    const answer = await this.client.figures(askedFigures(this.filters(), this.time.now()));
    if (turn !== this.turn) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.figures.set(answer.value);
  }
}

const departs = ({ fitness, lateLegal, lateOther }: StepFigures): boolean =>
  lateLegal + lateOther > 0 || (fitness !== null && fitness < 1);
