import { Injectable, inject } from '@angular/core';
import type { BoardFigure } from '@repere/audit';
import type { BoardCase, Page, TeamBoard } from '@repere/contract';
import { vBoardCasePage, vTeamBoard } from '@repere/contract/audit/board/board';
import { Api, type Answered } from '../../platform/api';
import { queryOf } from '../../platform/api-path';
import type { BoardFilter } from './board-filter';

/** Where it burns in a team, and the cases behind each figure. */
@Injectable({ providedIn: 'root' })
export class BoardClient {
  private readonly api = inject(Api);

  board(team?: string): Promise<Answered<TeamBoard>> {
    return this.api.get(`/team-board${queryOf({ team })}`, vTeamBoard);
  }

  cases(
    figure: BoardFigure,
    { equipe, personne, protocole }: BoardFilter,
    cursor?: string,
  ): Promise<Answered<Page<BoardCase>>> {
    const query = queryOf({ team: equipe, lead: personne, protocol: protocole, cursor });
    return this.api.get(`/team-board/${figure}${query}`, vBoardCasePage);
  }
}
