import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readIfMatch } from '../../../platform/requests/if-match';
import { Route } from '../../../platform/routes/route';
import { created } from '../../../platform/routes/route-answers';
import { Findings } from './findings.service';
import { FindingAnswerDto, FindingClosingDto, FindingInputDto } from '../planning/mission-plan.dto';
import { FindingDto, FindingListDto } from '../mission.dto';

/** Findings: raised in an open mission, answered by their owner, closed by a third person. */
@ApiTags('audit')
@Controller()
export class FindingsController {
  constructor(private readonly findings: Findings) {}

  @Route('POST missions/:id/findings', {
    summary: 'Write a finding: expected, happened, days, evidence; to whom, and until when',
    act: 'finding.raise',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    answers: created(FindingDto),
    refuses: ['invalid', 'refused'],
  })
  async raise(@Param('id') missionId: string, @Body() finding: FindingInputDto): Promise<FindingDto> {
    return this.findings.getFinding(await this.findings.raise(missionId, finding));
  }

  @Route('GET findings', {
    summary: 'Findings addressed to the reader, open ones first',
    act: 'finding.list',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: FindingListDto,
    refuses: ['not-found'],
  })
  async listFindings(): Promise<FindingListDto> {
    return { items: await this.findings.mine() };
  }

  @Route('GET findings/:id', {
    summary: 'A finding, for its owner and for who leads or works in its mission',
    act: 'finding.read',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: FindingDto,
    refuses: ['not-found'],
  })
  readFinding(@Param('id') id: string): Promise<FindingDto> {
    return this.findings.getFinding(id);
  }

  @Route('PUT findings/:id/answer', {
    summary: 'Its owner’s answer; what was answered before stays in the record',
    act: 'finding.answer',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    ifMatch: 'revision',
    answers: FindingDto,
    refuses: ['invalid', 'refused'],
  })
  async answerFinding(
    @Param('id') id: string,
    @Body() { text }: FindingAnswerDto,
    @Headers('If-Match') seen?: string,
  ): Promise<FindingDto> {
    await this.findings.answerFinding(id, text, readIfMatch(seen));
    return this.findings.getFinding(id);
  }

  @Route('POST findings/:id/close', {
    summary: 'Close it: neither by who wrote it nor by who answers it',
    act: 'finding.close',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    ifMatch: 'revision',
    answers: FindingDto,
    refuses: ['invalid', 'refused'],
  })
  async closeFinding(
    @Param('id') id: string,
    @Body() closing: FindingClosingDto,
    @Headers('If-Match') seen?: string,
  ): Promise<FindingDto> {
    await this.findings.closeFinding(id, closing, readIfMatch(seen));
    return this.findings.getFinding(id);
  }
}
