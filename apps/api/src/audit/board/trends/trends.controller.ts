import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../../platform/routes/route';
import { BoardCasePageDto } from '../board.dto';
import { BoardTrendsDto, TrendCasesQueryDto } from './trends.dto';
import { TrendsService } from './trends.service';

@ApiTags('audit')
@Controller('team-trends')
export class TrendsController {
  constructor(private readonly trends: TrendsService) {}

  @Route('GET', {
    summary:
      'How a team’s cases went over the last weeks: late by origin, delay to the first act that protects',
    act: 'team-board.trends',
    purpose: 'supervision',
    needs: { on: 'lists' },
    query: [{ name: 'team', required: false, description: 'Id; the first of the reader’s own when absent' }],
    answers: BoardTrendsDto,
    refuses: ['not-allowed', 'not-found'],
  })
  showTrends(@Query('team') team?: string): Promise<BoardTrendsDto> {
    return this.trends.showTrends(team);
  }

  @Route('GET cases', {
    summary: 'The cases behind a bar of a trend, what happened first first',
    act: 'team-board.trend-cases',
    purpose: 'supervision',
    needs: { on: 'lists' },
    answers: BoardCasePageDto,
    refuses: ['not-allowed', 'not-found', 'invalid'],
  })
  cases(@Query() query: TrendCasesQueryDto): Promise<BoardCasePageDto> {
    return this.trends.cases(query);
  }
}
