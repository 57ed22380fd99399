import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ActDoneDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { readIfMatch } from '../../platform/requests/if-match';
import { Route } from '../../platform/routes/route';
import { StepActsService } from './step-acts.service';
import { StepInputDto } from './step-input.dto';
import { StepPageService } from './step-page.service';
import {
  AmendDto,
  ApproveDto,
  ReturnDto,
  StepCheckDto,
  StepPageDto,
  StepQueryDto,
  WaiveDto,
} from './steps.dto';

@ApiTags('steps')
@Controller('case-files/:id/runs/:runId/steps/:step')
export class StepsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: StepPageService,
    private readonly acts: StepActsService,
  ) {}

  @Route('GET', {
    summary: 'The step page in one answer',
    act: 'step.read',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: StepPageDto,
    refuses: [],
  })
  async readStep(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Query() { entries }: StepQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StepPageDto> {
    const file = await this.reader.readCase(id);
    response.setHeader('ETag', `"${String(file.seq)}"`);
    return this.page.showStep(file, { runId, step }, entries === 'all');
  }

  @Route('POST check', {
    summary: 'What completing would do; changes nothing',
    act: 'step.check',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    once: false,
    goesOn: 'looks',
    answers: StepCheckDto,
    refuses: ['invalid', 'not-allowed'],
  })
  check(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() input: StepInputDto,
  ): Promise<StepCheckDto> {
    return this.acts.check(id, { runId, step }, input);
  }

  @Route('POST complete', {
    summary: 'Do the step',
    act: 'step.complete',
    purpose: 'care',
    needs: { on: 'case-file', act: 'protect' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['refused', 'invalid'],
  })
  complete(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() input: StepInputDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.complete(id, { runId, step }, input, readIfMatch(seen));
  }

  @Route('POST approve', {
    summary: 'Agree, as a second person, to exactly one entry',
    act: 'step.approve',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve', entry: 'entryId' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['refused', 'invalid'],
  })
  approveEntry(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: ApproveDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.approveEntry(id, { runId, step }, body, readIfMatch(seen));
  }

  @Route('POST return', {
    summary: 'Send an entry back, with the reason',
    act: 'step.return',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'approve', entry: 'entryId' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['refused', 'invalid'],
  })
  sendBack(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: ReturnDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.sendBack(id, { runId, step }, body, readIfMatch(seen));
  }

  @Route('POST waive', {
    summary: 'Leave the step out, for a reason of the closed list',
    act: 'step.waive',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['refused', 'invalid'],
  })
  waive(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: WaiveDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.acts.waive(id, { runId, step }, body, readIfMatch(seen));
  }

  @Route('POST amend', {
    summary: 'Correct what an earlier entry said; nothing is erased',
    act: 'step.amend',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['refused', 'invalid'],
  })
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
