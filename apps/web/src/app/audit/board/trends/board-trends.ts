import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import type { BoardTrends, Problem, TeamBoard } from '@repere/contract';
import type { BoardFigure } from '@repere/audit';
import { ORIGIN_WORDS } from '@repere/protocol';
import { Language, SpaceTime } from '@repere/ui';
import { ProblemLine } from '../../../platform/problem-line';
import { BoardClient } from '../board-client';
import { figurePath, filterParams } from '../board-filter';
import { BarChart, type BarRow } from '../bars/bar-chart';

/** What a child needed and nobody gave. */
const UNMET = [
  'no-place-tonight',
  'hotel-refused',
  'signs-unprotected',
  'not-referred',
] as const satisfies readonly BoardFigure[];

/** How a team's cases went: late by origin and week, how long the first act took, what was needed and not given. */
@Component({
  selector: 'app-board-trends',
  imports: [BarChart, ProblemLine],
  template: `
    <section aria-labelledby="trends-title">
      <h2 id="trends-title">{{ t('audit.board.trends.title') }}</h2>
      <app-problem-line [problem]="problem()" (again)="loadTrends()" />
      <app-bar-chart
        [caption]="t('audit.board.trends.late')"
        [head]="t('audit.board.trends.week')"
        [columns]="origins()"
        [rows]="late()"
      />
      <app-bar-chart
        [caption]="t('audit.board.trends.first-act', { days: trends()?.days ?? 90 })"
        [head]="t('audit.board.trends.delay')"
        [columns]="cases()"
        [rows]="firstAct()"
      />
      <app-bar-chart
        [caption]="t('audit.board.trends.unmet')"
        [head]="t('audit.board.trends.need')"
        [columns]="cases()"
        [rows]="unmet()"
      />
    </section>
  `,
  styles: `
    h2 {
      margin-block: 2.25rem 0.5rem;
    }
    app-bar-chart {
      display: block;
      margin-block-end: 1.75rem;
    }
  `,
})
export class BoardTrendsSection {
  private readonly client = inject(BoardClient);
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly board = input.required<TeamBoard>();
  /** The team that the address names. */
  readonly equipe = input<string>();

  protected readonly trends = signal<BoardTrends | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly cases = computed(() => [this.t('audit.board.trends.cases')]);
  protected readonly origins = computed(() =>
    (this.trends()?.weeks[0]?.late ?? []).map(({ origin }) => this.language.localize(ORIGIN_WORDS[origin])),
  );
  protected readonly late = computed(() =>
    (this.trends()?.weeks ?? []).map(({ weeksAgo, from, late }): BarRow => {
      const label = weeksAgo === 0 ? this.t('audit.board.trends.this-week') : this.time.day(from);
      return {
        id: String(weeksAgo),
        label,
        cells: late.map(({ origin, cases }) => ({
          n: cases,
          path: ['/equipe', 'late-week'],
          params: { ...this.place(), semaine: weeksAgo, origine: origin },
          name: this.named(cases, `${label}, ${this.language.localize(ORIGIN_WORDS[origin])}`),
        })),
      };
    }),
  );
  protected readonly firstAct = computed(() =>
    (this.trends()?.firstAct ?? []).map(({ delay, cases }): BarRow => {
      const label = this.t(`audit.board.trends.delays.${delay}`);
      return {
        id: delay,
        label,
        cells: [
          {
            n: cases,
            path: ['/equipe', 'first-act'],
            params: { ...this.place(), delai: delay },
            name: this.named(cases, label),
          },
        ],
      };
    }),
  );
  protected readonly unmet = computed(() =>
    UNMET.map((figure): BarRow => {
      const label = this.t(`audit.board.figure.${figure}`);
      const n = this.board().figures[figure];
      return {
        id: figure,
        label,
        cells: [{ n, path: figurePath(figure), params: this.place(), name: this.named(n, label) }],
      };
    }),
  );

  constructor() {
    effect(() => {
      this.equipe();
      untracked(() => void this.loadTrends());
    });
  }

  protected async loadTrends(): Promise<void> {
    const equipe = this.equipe();
    const answer = await this.client.trends(equipe);
    if (equipe !== this.equipe()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) this.trends.set(answer.value);
  }

  private place() {
    const equipe = this.equipe();
    return filterParams(equipe === undefined ? {} : { equipe });
  }

  private named(n: number, of: string): string {
    return this.t('audit.board.of', { figure: this.language.count('audit.board.trends.count', n), of });
  }
}
