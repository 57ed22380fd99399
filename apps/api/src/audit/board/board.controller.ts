import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { BOARD_FIGURES, type BoardFigure } from '@repere/audit';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { BoardCasePageDto, TeamBoardDto } from './board.dto';
import { BoardService } from './board.service';
import { readNarrowed } from './read-narrowed';

@ApiTags('audit')
@Controller('team-board')
@Refuses('not-allowed', 'not-found')
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Get()
  @Act('team-board.read', { purpose: 'supervision' })
  @ApiOperation({ summary: 'Where it burns in a team that the reader supervises: numbers of cases' })
  @ApiQuery({ name: 'team', required: false, description: 'Id; the first of the reader’s own when absent' })
  @ApiOkResponse({ type: TeamBoardDto })
  show(@Query('team') team?: string): Promise<TeamBoardDto> {
    return this.board.show(team);
  }

  @Get(':figure')
  @Act('team-board.cases', { purpose: 'supervision' })
  @ApiOperation({ summary: 'The cases behind a figure, what counts longest first' })
  @ApiParam({ name: 'figure', enum: BOARD_FIGURES })
  @ApiQuery({ name: 'team', required: false })
  @ApiQuery({ name: 'lead', required: false, description: 'Account id, or `nobody`' })
  @ApiQuery({ name: 'protocol', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: BoardCasePageDto })
  @Refuses('invalid')
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
