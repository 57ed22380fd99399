import { Body, Controller, Get, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { ActDoneDto } from '../case-file.dto';
import { CaseReader } from '../case-reader';
import { readIfMatch } from '../../platform/if-match';
import { StepActsService } from './step-acts.service';
import { StepInputDto } from './step-input.dto';
import { StepPageService } from './step-page.service';
import { AmendDto, ApproveDto, ReturnDto, StepCheckDto, StepPageDto, WaiveDto } from './steps.dto';

const KEY = { name: 'Idempotency-Key', required: true } as const;
const SEEN = { name: 'If-Match', required: true, description: 'The `seq` that was read: `"12"`' } as const;
/** What every act on a step may refuse. */
const ACT_REFUSES = [
  'key-missing',
  'key-reused',
  'precondition-missing',
  'stale',
  'refused',
  'not-allowed',
  'invalid',
] as const;

@ApiTags('steps')
@Controller('case-files/:id/runs/:runId/steps/:step')
@Refuses('not-found')
export class StepsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: StepPageService,
    private readonly acts: StepActsService,
  ) {}

  @Get()
  @Act('step.read')
  @ApiOperation({ summary: 'The step page in one answer' })
  @ApiOkResponse({ type: StepPageDto })
  async read(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StepPageDto> {
    const file = await this.reader.read(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.page.show(file, { runId, step });
  }

  @Post('check')
  @HttpCode(200)
  @Act('step.check')
  @ApiOperation({ summary: 'What completing would do; changes nothing' })
  @ApiOkResponse({ type: StepCheckDto })
  @Refuses('invalid', 'not-allowed')
  check(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() input: StepInputDto,
  ): Promise<StepCheckDto> {
    return this.acts.check(id, { runId, step }, input);
  }

  @Post('complete')
  @HttpCode(200)
  @Act('step.complete', { idempotent: true })
  @ApiOperation({ summary: 'Do the step' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses(...ACT_REFUSES)
  complete(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() input: StepInputDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.complete(id, { runId, step }, input, readIfMatch(seen));
  }

  @Post('approve')
  @HttpCode(200)
  @Act('step.approve', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Agree, as a second person, to exactly one entry' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses(...ACT_REFUSES)
  approve(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: ApproveDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.approve(id, { runId, step }, body, readIfMatch(seen));
  }

  @Post('return')
  @HttpCode(200)
  @Act('step.return', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Send an entry back, with the reason' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses(...ACT_REFUSES)
  sendBack(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: ReturnDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.sendBack(id, { runId, step }, body, readIfMatch(seen));
  }

  @Post('waive')
  @HttpCode(200)
  @Act('step.waive', { idempotent: true })
  @ApiOperation({ summary: 'Leave the step out, for a reason of the closed list' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses(...ACT_REFUSES)
  waive(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: WaiveDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.waive(id, { runId, step }, body, readIfMatch(seen));
  }

  @Post('amend')
  @HttpCode(200)
  @Act('step.amend', { idempotent: true })
  @ApiOperation({ summary: 'Correct what an earlier entry said; nothing is erased' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses(...ACT_REFUSES)
  amend(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: AmendDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.amend(id, { runId, step }, body, readIfMatch(seen));
  }
}
