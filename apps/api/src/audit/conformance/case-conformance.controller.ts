import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { CaseFileConformanceDto } from './case-conformance.dto';
import { CaseConformanceService } from './case-conformance.service';
import { DeviationItemDto, ExplainDeviationDto, JudgeDeviationDto } from './deviations/deviations.dto';
import { JudgeDeviationService } from './deviations/judge-deviation.service';

@ApiTags('audit')
@Controller('case-files/:id')
export class CaseConformanceController {
  constructor(
    private readonly conformance: CaseConformanceService,
    private readonly judging: JudgeDeviationService,
  ) {}

  @Route('GET conformance', {
    summary: 'One case beside its protocols, its deviations and what was said of them',
    act: 'case-file.conformance',
    purpose: 'care',
    tellsHandling: true,
    needs: { on: 'case-file', act: 'read' },
    answers: CaseFileConformanceDto,
    refuses: [],
  })
  readConformance(@Param('id') id: string): Promise<CaseFileConformanceDto> {
    return this.conformance.showConformance(id);
  }

  @Route('POST explained-deviations', {
    summary: 'Say why; a later word adds to an earlier one',
    act: 'deviation.explain',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    tellsHandling: true,
    answers: DeviationItemDto,
    refuses: ['invalid'],
  })
  explain(@Param('id') id: string, @Body() body: ExplainDeviationDto): Promise<DeviationItemDto> {
    return this.judging.explain(id, body);
  }

  @Route('POST judged-deviations', {
    summary: 'Accept, make a finding, or say that it is none; never of one’s own act',
    act: 'deviation.judge',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve' },
    once: true,
    answers: DeviationItemDto,
    refuses: ['invalid', 'refused'],
  })
  judge(@Param('id') id: string, @Body() body: JudgeDeviationDto): Promise<DeviationItemDto> {
    return this.judging.judge(id, body);
  }
}
