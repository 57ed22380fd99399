import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { ActDoneDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { OnCallPageDto, RecordCallDto } from './on-call-page.dto';
import { OnCallPageService } from './on-call-page.service';

/** Whom the steps of a run say to call, and that they were called. */
@ApiTags('steps')
@Controller('case-files/:id/runs/:runId')
export class OnCallController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: OnCallPageService,
  ) {}

  @Route('GET on-call', {
    summary: 'Whom the steps of the run say to call where the case is, missing ones included',
    act: 'on-call.read',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: OnCallPageDto,
    refuses: [],
  })
  async showOnCall(@Param('id') id: string, @Param('runId') runId: string): Promise<OnCallPageDto> {
    return this.page.showOnCall(await this.reader.readCase(id), runId);
  }

  @Route('POST steps/:step/calls', {
    summary: 'Somebody on call was rung up; they answered, or did not',
    act: 'on-call.call',
    purpose: 'care',
    needs: { on: 'case-file', act: 'protect' },
    once: true,
    answers: ActDoneDto,
    refuses: ['invalid'],
  })
  async recordCall(
    @Param('id') id: string,
    @Param('runId') runId: string,
    @Param('step') step: string,
    @Body() body: RecordCallDto,
  ): Promise<ActDoneDto> {
    return this.page.recordCall(await this.reader.lock(id), { runId, step }, body);
  }
}
