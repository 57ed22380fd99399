import {
  Component,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BoardCase } from '@repere/contract';
import { BOARD_FIGURES, BOARD_TRENDS, type BoardFigure, type BoardTrend } from '@repere/audit';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { EmptyState } from '@repere/ui/feedback';
import { CaseRow } from '../../cases/case-row';
import { KeysetList, type ListContent } from '../../platform/keyset-list';
import { NavigationStateStore } from '../../platform/navigation-state-store';
import { PageHeading } from '../../platform/pages/page-heading';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemLine } from '../../platform/problem-line';
import { BoardClient } from './board-client';
import { filterParams, readTrendFilter } from './board-filter';

/** The cases behind a figure of the board, what counts longest first. */
@Component({
  selector: 'app-board-cases-page',
  imports: [CaseRow, EmptyState, Icon, MatButton, PageHeading, ProblemLine, RouterLink],
  templateUrl: './board-cases-page.html',
  styleUrl: './board-cases-page.scss',
})
export class BoardCasesPage {
  private readonly client = inject(BoardClient);
  private readonly time = inject(SpaceTime);
  private readonly navigationState = inject(NavigationStateStore);
  private readonly title = inject(PageTitle);
  private readonly url = inject(Router).url;
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  // From the address.
  readonly figure = input.required<string>();
  readonly equipe = input<string>();
  readonly personne = input<string>();
  readonly protocole = input<string>();
  readonly semaine = input<string>();
  readonly origine = input<string>();
  readonly delai = input<string>();

  private readonly kept = this.navigationState.found<ListContent<BoardCase>>(this.url);
  /** `null`: there is no such figure. */
  protected readonly known = computed(
    () => [...BOARD_FIGURES, ...BOARD_TRENDS].find((it) => it === this.figure()) ?? null,
  );
  protected readonly place = computed(() => {
    const [equipe, personne, protocole] = [this.equipe(), this.personne(), this.protocole()];
    return filterParams({
      ...(equipe !== undefined && { equipe }),
      ...(personne !== undefined && { personne }),
      ...(protocole !== undefined && { protocole }),
    });
  });
  private readonly trendFilter = computed(() =>
    readTrendFilter({
      ...{ equipe: this.equipe(), semaine: this.semaine() },
      ...{ origine: this.origine(), delai: this.delai() },
    }),
  );
  protected readonly list = new KeysetList<BoardCase>((cursor) => {
    const figure = this.known() ?? 'open';
    return isTrend(figure)
      ? this.client.trendCases(figure, this.trendFilter(), cursor)
      : this.client.cases(figure, this.place(), cursor);
  });
  protected readonly isNarrowed = computed(
    () => this.personne() !== undefined || this.protocole() !== undefined,
  );
  protected readonly tally = computed(() => {
    const { items, next, pages } = this.list.content();
    if (!pages) return this.t('cases.search.loading');
    const found = this.language.count('cases.search.found', items.length);
    return next ? this.t('cases.search.found-more', { found }) : found;
  });

  constructor() {
    if (this.kept) {
      this.list.restore(this.kept);
      afterNextRender(() => this.navigationState.restoreFocus(this.url));
    }
    effect(() => {
      const figure = this.known();
      this.place();
      this.trendFilter();
      if (figure === null) return;
      this.title.name(`audit.board.figure.${figure}`);
      untracked(() => void this.list.loadPages(this.kept?.pages));
    });
    inject(DestroyRef).onDestroy(() => this.navigationState.keepState(this.url, this.list.content()));
  }

  protected since(at: string): string {
    return this.t(`audit.board.since.${this.figure()}`, { when: this.time.deadline(at) });
  }
}

const isTrend = (figure: BoardFigure | BoardTrend): figure is BoardTrend =>
  BOARD_TRENDS.some((it) => it === figure);
