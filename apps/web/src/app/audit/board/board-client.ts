import { Injectable, inject } from '@angular/core';
import type { BoardFigure, BoardTrend } from '@repere/audit';
import type { BoardCasePage, BoardTrends, TeamBoard } from '@repere/contract';
import { vBoardCasePage, vTeamBoard } from '@repere/contract/audit/board/board';
import { vBoardTrends } from '@repere/contract/audit/board/trends/trends';
import { Api, type Answered } from '../../platform/api';
import type { BoardFilter, TrendFilter } from './board-filter';

/** Where it burns in a team, and the cases behind each figure. */
@Injectable({ providedIn: 'root' })
export class BoardClient {
  private readonly api = inject(Api);

  board(team?: string): Promise<Answered<TeamBoard>> {
    return this.api.get('/team-board', vTeamBoard, { team });
  }

  trends(team?: string): Promise<Answered<BoardTrends>> {
    return this.api.get('/team-trends', vBoardTrends, { team });
  }

  /** The cases behind a bar. */
  trendCases(
    of: BoardTrend,
    { equipe, semaine, origine, delai }: TrendFilter,
    cursor?: string,
  ): Promise<Answered<BoardCasePage>> {
    return this.api.get('/team-trends/cases', vBoardCasePage, {
      ...{ of, team: equipe, weeksAgo: semaine, origin: origine, delay: delai, cursor },
    });
  }

  cases(
    figure: BoardFigure,
    { equipe, personne, protocole }: BoardFilter,
    cursor?: string,
  ): Promise<Answered<BoardCasePage>> {
    return this.api.get(`/team-board/${figure}`, vBoardCasePage, {
      ...{ team: equipe, lead: personne, protocol: protocole, cursor },
    });
  }
}
