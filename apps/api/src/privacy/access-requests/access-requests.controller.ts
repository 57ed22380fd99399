import { Body, Controller, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { StepUp } from '../../access/factors/second-step/step-up';
import { fileOf } from '../../platform/answers/file-of';
import { readIfMatch } from '../../platform/requests/if-match';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { binary, created } from '../../platform/routes/route-answers';
import {
  AccessRequestDto,
  AccessRequestPageDto,
  HandOverDto,
  MakeAccessRequestDto,
  RefuseRequestDto,
  ReviewDto,
} from './access-requests.dto';
import { AccessRequestsService } from './access-requests.service';
import { HandOver } from './hand-over.service';

const ZIP = 'application/zip';
/** Before all of a case leaves: whoever takes it out has shown who they are as many minutes ago at most. */
const FRESH_MINUTES = 5;

@ApiTags('privacy')
@Controller('access-requests')
export class AccessRequestsController {
  constructor(
    private readonly requests: AccessRequestsService,
    private readonly handing: HandOver,
    private readonly stepUp: StepUp,
  ) {}

  @Route('GET', {
    summary: 'Who asked what is known of them: what waits, by when it is due, then what was settled',
    act: 'access-request.list',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    query: [{ name: 'cursor', required: false }],
    answers: AccessRequestPageDto,
    refuses: ['invalid'],
  })
  listRequests(@Query('cursor') cursor?: string): Promise<AccessRequestPageDto> {
    return this.requests.listRequests(cursor);
  }

  @Route('POST', {
    summary: 'Gather all that concerns one person, for another to read before anything leaves',
    act: 'access-request.make',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    once: true,
    answers: created(AccessRequestDto),
    refuses: ['refused', 'invalid', 'step-up-required'],
  })
  makeRequest(@Body() body: MakeAccessRequestDto): Promise<AccessRequestDto> {
    // A colleague's comings and goings are not a thing to look up in passing.
    if (body.subject === 'staff') this.stepUp.require(FRESH_MINUTES);
    return this.requests.makeRequest(body);
  }

  @Route('GET :id', {
    summary: 'A request with its lines',
    act: 'access-request.read',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    answers: AccessRequestDto,
    refuses: ['not-allowed', 'not-found'],
  })
  readRequest(@Param('id', ParseUuid) id: string): Promise<AccessRequestDto> {
    return this.requests.readRequest(id);
  }

  @Route('PUT :id/review', {
    summary: 'Line by line: it leaves, or it does not and why. By another than who prepared it',
    act: 'access-request.review',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    once: true,
    ifMatch: 'revision',
    answers: AccessRequestDto,
    refuses: ['refused', 'invalid'],
  })
  review(
    @Param('id', ParseUuid) id: string,
    @Body() { verdicts, isDone }: ReviewDto,
    @Headers('If-Match') seen?: string,
  ): Promise<AccessRequestDto> {
    return this.requests.review(id, readIfMatch(seen), verdicts, isDone);
  }

  @Route('GET :id/package', {
    summary: 'What leaves, as pages, paper and data: only lines that a second person kept',
    act: 'access-request.package',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    answers: binary(ZIP),
    refuses: ['not-allowed', 'not-found', 'refused', 'step-up-required'],
  })
  async pack(@Param('id', ParseUuid) id: string): Promise<StreamableFile> {
    this.stepUp.require(FRESH_MINUTES);
    const { zip, name } = await this.handing.pack(id);
    return fileOf(zip, ZIP, name);
  }

  @Route('POST :id/hand-over', {
    summary: 'Record to whom it was handed, and how; on the case as something that was shared',
    act: 'access-request.hand-over',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    once: true,
    answers: AccessRequestDto,
    refuses: ['refused', 'invalid', 'step-up-required'],
  })
  handOver(
    @Param('id', ParseUuid) id: string,
    @Body() { toWhom, how }: HandOverDto,
  ): Promise<AccessRequestDto> {
    this.stepUp.require(FRESH_MINUTES);
    return this.handing.handOver(id, toWhom, how);
  }

  @Route('POST :id/refuse', {
    summary: 'Nothing is handed over, and why. By another than who prepared it',
    act: 'access-request.refuse',
    purpose: 'supervision',
    needs: { on: 'privacy' },
    once: true,
    answers: AccessRequestDto,
    refuses: ['refused', 'invalid'],
  })
  refuseRequest(
    @Param('id', ParseUuid) id: string,
    @Body() { why }: RefuseRequestDto,
  ): Promise<AccessRequestDto> {
    return this.requests.refuseRequest(id, why);
  }
}
