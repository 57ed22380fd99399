import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { CaseAsKnownDto, ReplayDto } from './replay.dto';
import { ReplayService } from './replay.service';

@ApiTags('audit')
@Controller('case-files/:id')
export class ReplayController {
  constructor(private readonly replay: ReplayService) {}

  @Get('replay')
  @Act('case-file.replay')
  @ApiOperation({
    summary: 'The life of the case: when the page changed, by an act or by a date that passed',
  })
  @ApiOkResponse({ type: ReplayDto })
  @Refuses('not-found')
  life(@Param('id') id: string): Promise<ReplayDto> {
    return this.replay.life(id);
  }

  @Get('as-known')
  @Act('case-file.replayed')
  @ApiOperation({
    summary: 'The case page as it was known at a moment; read-only, cut as the page of today is',
  })
  @ApiQuery({
    name: 'at',
    description: '`seq` of an act, an ISO 8601 instant, or a day (its end where the case is)',
    example: '2026-03-12T10:00:00Z',
  })
  @ApiOkResponse({ type: CaseAsKnownDto })
  @Refuses('not-found', 'invalid')
  asKnown(@Param('id') id: string, @Query('at') at?: string): Promise<CaseAsKnownDto> {
    return this.replay.asKnown(id, at);
  }
}
