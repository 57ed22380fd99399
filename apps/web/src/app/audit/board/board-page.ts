import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BoardFigure } from '@repere/audit';
import type { Problem, TeamBoard } from '@repere/contract';
import { Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { NavigationStateStore } from '../../platform/navigation-state-store';
import { PageHeading } from '../../platform/pages/page-heading';
import { ProblemLine } from '../../platform/problem-line';
import { BoardClient } from './board-client';
import { type BoardFilter, figurePath, filterParams } from './board-filter';
import { FigureLink } from './figure-link';
import { LoadBar } from './bars/load-bar';
import { LoadLegend } from './bars/load-legend';
import { BoardTrendsSection } from './trends/board-trends';

/** What burns, in this order; then what is watched. `at-once`: marked as soon as there is one. */
const GROUPS: Readonly<Record<BoardFigure, 'at-once' | 'burning' | 'watched'>> = {
  'late-legal': 'at-once',
  missing: 'at-once',
  'no-place-tonight': 'at-once',
  'signs-unprotected': 'at-once',
  late: 'burning',
  approvals: 'burning',
  soon: 'watched',
  'rights-incidents': 'watched',
  'hotel-refused': 'watched',
  'not-referred': 'watched',
  open: 'watched',
};
const FIGURES = Object.keys(GROUPS) as BoardFigure[];
const BURNING = FIGURES.filter((figure) => GROUPS[figure] !== 'watched');
const WATCHED = FIGURES.filter((figure) => GROUPS[figure] === 'watched');

/** Where does it burn? Each figure is a number of cases, and leads to them. */
@Component({
  selector: 'app-board-page',
  imports: [
    BoardTrendsSection,
    EmptyState,
    FigureLink,
    LoadBar,
    LoadLegend,
    PageHeading,
    ProblemLine,
    RouterLink,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.scss',
})
export class BoardPage {
  private readonly client = inject(BoardClient);
  private readonly time = inject(SpaceTime);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly url = inject(Router).url;
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly equipe = input<string>();

  protected readonly board = signal(this.navigationState.found<TeamBoard>(this.url));
  protected readonly problem = signal<Problem | null>(null);
  protected readonly groups = computed(() => {
    const board = this.board();
    if (!board) return [];
    return [
      { name: 'burning', figures: BURNING },
      { name: 'watched', figures: WATCHED },
    ].map(({ name, figures }) => ({
      name,
      figures: figures.map((figure) => ({
        figure,
        count: board.figures[figure],
        path: figurePath(figure),
        isBurning: board.figures[figure] > 0 && GROUPS[figure] === 'at-once',
      })),
    }));
  });
  protected readonly isCalm = computed(() => {
    const figures = this.board()?.figures;
    return figures && BURNING.every((figure) => figures[figure] === 0);
  });
  /** Of the whole team, whoever is in their circles: those of others are in no figure here. */
  protected readonly restricted = computed(() => {
    const count = this.board()?.restricted ?? 0;
    return count > 0 ? this.language.count('audit.board.restricted', count) : null;
  });
  /** Cases of whoever carries most. */
  protected readonly most = computed(() =>
    Math.max(0, ...(this.board()?.people ?? []).map(({ open, late }) => Math.max(open, late))),
  );
  protected readonly params = computed(() => filterParams(this.place()));

  constructor() {
    if (this.board()) afterNextRender(() => this.navigationState.restoreFocus(this.url));
    effect(() => {
      this.equipe();
      untracked(() => void this.loadBoard());
    });
    inject(DestroyRef).onDestroy(() => {
      const board = this.board();
      if (board) this.navigationState.keepState(this.url, board);
    });
  }

  /** The team that the address names; none, the reader's first. */
  protected place(more: BoardFilter = {}): BoardFilter {
    const equipe = this.equipe();
    return { ...(equipe === undefined ? {} : { equipe }), ...more };
  }

  protected async loadBoard(): Promise<void> {
    const equipe = this.equipe();
    const answer = await this.client.board(equipe);
    if (equipe !== this.equipe()) return;
    this.problem.set(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    this.time.follow(answer.value.now);
    this.board.set(answer.value);
  }
}
