import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { CaseFileConformanceDto } from './case-conformance.dto';
import { CaseConformanceService } from './case-conformance.service';
import { DeviationItemDto, ExplainDeviationDto, JudgeDeviationDto } from './deviations.dto';
import { JudgeDeviationService } from './judge-deviation.service';

@ApiTags('audit')
@Controller('case-files/:id')
export class CaseConformanceController {
  constructor(
    private readonly conformance: CaseConformanceService,
    private readonly judging: JudgeDeviationService,
  ) {}

  @Get('conformance')
  @Act('case-file.conformance')
  @ApiOperation({ summary: 'One case beside its protocols, its deviations and what was said of them' })
  @ApiOkResponse({ type: CaseFileConformanceDto })
  @Refuses('not-found')
  read(@Param('id') id: string): Promise<CaseFileConformanceDto> {
    return this.conformance.show(id);
  }

  @Post('explained-deviations')
  @HttpCode(200)
  @Act('deviation.explain', { idempotent: true })
  @ApiOperation({ summary: 'Say why; a later word adds to an earlier one' })
  @ApiOkResponse({ type: DeviationItemDto })
  @Refuses('not-found', 'not-allowed', 'invalid')
  explain(@Param('id') id: string, @Body() body: ExplainDeviationDto): Promise<DeviationItemDto> {
    return this.judging.explain(id, body);
  }

  @Post('judged-deviations')
  @HttpCode(200)
  @Act('deviation.judge', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Accept, make a finding, or say that it is none; never of one’s own act' })
  @ApiOkResponse({ type: DeviationItemDto })
  @Refuses('not-found', 'not-allowed', 'invalid', 'refused')
  judge(@Param('id') id: string, @Body() body: JudgeDeviationDto): Promise<DeviationItemDto> {
    return this.judging.judge(id, body);
  }
}
