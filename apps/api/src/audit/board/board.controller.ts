import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BOARD_FIGURES, type BoardFigure } from '@repere/audit';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { BoardCasePageDto, TeamBoardDto } from './board.dto';
import { BoardService } from './board.service';
import { readNarrowed } from './read-narrowed';

@ApiTags('audit')
@Controller('team-board')
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Route('GET', {
    summary: 'Where it burns in a team that the reader supervises: numbers of cases',
    act: 'team-board.read',
    purpose: 'supervision',
    needs: { on: 'lists' },
    query: [{ name: 'team', required: false, description: 'Id; the first of the reader’s own when absent' }],
    answers: TeamBoardDto,
    refuses: ['not-allowed', 'not-found'],
  })
  showBoard(@Query('team') team?: string): Promise<TeamBoardDto> {
    return this.board.showBoard(team);
  }

  @Route('GET :figure', {
    summary: 'The cases behind a figure, what counts longest first',
    act: 'team-board.cases',
    purpose: 'supervision',
    needs: { on: 'lists' },
    params: [{ name: 'figure', enum: BOARD_FIGURES }],
    query: [
      { name: 'team', required: false },
      { name: 'lead', required: false, description: 'Account id, or `nobody`' },
      { name: 'protocol', required: false },
      { name: 'cursor', required: false },
    ],
    answers: BoardCasePageDto,
    refuses: ['not-allowed', 'not-found', 'invalid'],
  })
  cases(
    @Param('figure') figure: string,
    @Query('team') team?: string,
    @Query('lead') leadId?: string,
    @Query('protocol') protocol?: string,
    @Query('cursor') cursor?: string,
  ): Promise<BoardCasePageDto> {
    const known = BOARD_FIGURES.find((it): it is BoardFigure => it === figure);
    if (!known) throw new Refusal('not-found');
    return this.board.cases(known, team, readNarrowed(leadId, protocol), cursor);
  }
}
