import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { readIfMatch } from '../../platform/if-match';
import { Refuses } from '../../platform/openapi';
import { Findings } from './findings.service';
import { FindingAnswerDto, FindingClosingDto, FindingInputDto } from './mission-plan.dto';
import { FindingDto, FindingListDto } from './mission.dto';
import { SEEN } from './missions.controller';

const AUDIT = { purpose: 'audit' } as const;
const WRITES = { ...AUDIT, idempotent: true } as const;

/** Findings: raised in an open mission, answered by their owner, closed by a third person. */
@ApiTags('audit')
@Controller()
@Refuses('not-found')
export class FindingsController {
  constructor(private readonly findings: Findings) {}

  @Post('missions/:id/findings')
  @Act('finding.raise', WRITES)
  @ApiOperation({ summary: 'Write a finding: expected, happened, days, evidence; to whom, and until when' })
  @ApiCreatedResponse({ type: FindingDto })
  @Refuses('invalid', 'not-allowed', 'refused')
  async raise(@Param('id') missionId: string, @Body() finding: FindingInputDto): Promise<FindingDto> {
    return this.findings.get(await this.findings.raise(missionId, finding));
  }

  @Get('findings')
  @Act('finding.list', AUDIT)
  @ApiOperation({ summary: 'Findings addressed to the reader, open ones first' })
  @ApiOkResponse({ type: FindingListDto })
  async list(): Promise<FindingListDto> {
    return { items: await this.findings.mine() };
  }

  @Get('findings/:id')
  @Act('finding.read', AUDIT)
  @ApiOperation({ summary: 'A finding, for its owner and for who leads or works in its mission' })
  @ApiOkResponse({ type: FindingDto })
  read(@Param('id') id: string): Promise<FindingDto> {
    return this.findings.get(id);
  }

  @Put('findings/:id/answer')
  @Act('finding.answer', WRITES)
  @ApiOperation({ summary: 'Its owner’s answer; what was answered before stays in the record' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: FindingDto })
  @Refuses('invalid', 'not-allowed', 'refused', 'precondition-missing', 'stale')
  async answer(
    @Param('id') id: string,
    @Body() { text }: FindingAnswerDto,
    @Headers('If-Match') seen?: string,
  ): Promise<FindingDto> {
    await this.findings.answer(id, text, readIfMatch(seen));
    return this.findings.get(id);
  }

  @Post('findings/:id/close')
  @HttpCode(200)
  @Act('finding.close', WRITES)
  @ApiOperation({ summary: 'Close it: neither by who wrote it nor by who answers it' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: FindingDto })
  @Refuses('invalid', 'not-allowed', 'refused', 'precondition-missing', 'stale')
  async close(
    @Param('id') id: string,
    @Body() closing: FindingClosingDto,
    @Headers('If-Match') seen?: string,
  ): Promise<FindingDto> {
    await this.findings.close(id, closing, readIfMatch(seen));
    return this.findings.get(id);
  }
}
