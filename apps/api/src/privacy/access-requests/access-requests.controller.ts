import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { StepUp } from '../../access/factors/step-up';
import { Act } from '../../platform/act';
import { fileOf } from '../../platform/file-of';
import { readIfMatch } from '../../platform/if-match';
import { Refuses } from '../../platform/openapi';
import { ParseUuid } from '../../platform/parse-uuid';
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
@Refuses('not-allowed')
export class AccessRequestsController {
  constructor(
    private readonly requests: AccessRequestsService,
    private readonly handing: HandOver,
    private readonly stepUp: StepUp,
  ) {}

  @Get()
  @Act('access-request.list', { purpose: 'supervision' })
  @ApiOperation({
    summary: 'Who asked what is known of them: what waits, by when it is due, then what was settled',
  })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: AccessRequestPageDto })
  @Refuses('invalid')
  list(@Query('cursor') cursor?: string): Promise<AccessRequestPageDto> {
    return this.requests.list(cursor);
  }

  @Post()
  @HttpCode(201)
  @Act('access-request.make', { purpose: 'supervision', idempotent: true })
  @ApiOperation({
    summary: 'Gather all that concerns one person, for another to read before anything leaves',
  })
  @ApiCreatedResponse({ type: AccessRequestDto })
  @Refuses('not-found', 'refused', 'invalid', 'step-up-required')
  make(@Body() body: MakeAccessRequestDto): Promise<AccessRequestDto> {
    // A colleague's comings and goings are not a thing to look up in passing.
    if (body.subject === 'staff') this.stepUp.require(FRESH_MINUTES);
    return this.requests.make(body);
  }

  @Get(':id')
  @Act('access-request.read', { purpose: 'supervision' })
  @ApiOperation({ summary: 'A request with its lines' })
  @ApiOkResponse({ type: AccessRequestDto })
  @Refuses('not-found')
  read(@Param('id', ParseUuid) id: string): Promise<AccessRequestDto> {
    return this.requests.read(id);
  }

  @Put(':id/review')
  @Act('access-request.review', { purpose: 'supervision', idempotent: true })
  @ApiOperation({
    summary: 'Line by line: it leaves, or it does not and why. By another than who prepared it',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The `revision` that was read' })
  @ApiOkResponse({ type: AccessRequestDto })
  @Refuses('not-found', 'refused', 'stale', 'precondition-missing', 'invalid')
  review(
    @Param('id', ParseUuid) id: string,
    @Body() { verdicts, isDone }: ReviewDto,
    @Headers('If-Match') seen?: string,
  ): Promise<AccessRequestDto> {
    return this.requests.review(id, readIfMatch(seen), verdicts, isDone);
  }

  @Get(':id/package')
  @Act('access-request.package', { purpose: 'supervision' })
  @ApiOperation({ summary: 'What leaves, as pages, paper and data: only lines that a second person kept' })
  @ApiProduces(ZIP)
  @ApiOkResponse({
    description: 'A ZIP',
    content: { [ZIP]: { schema: { type: 'string', format: 'binary' } } },
  })
  @Refuses('not-found', 'refused', 'step-up-required')
  async pack(@Param('id', ParseUuid) id: string): Promise<StreamableFile> {
    this.stepUp.require(FRESH_MINUTES);
    const { zip, name } = await this.handing.pack(id);
    return fileOf(zip, ZIP, name);
  }

  @Post(':id/hand-over')
  @HttpCode(200)
  @Act('access-request.hand-over', { purpose: 'supervision', idempotent: true })
  @ApiOperation({
    summary: 'Record to whom it was handed, and how; on the case as something that was shared',
  })
  @ApiOkResponse({ type: AccessRequestDto })
  @Refuses('not-found', 'refused', 'invalid', 'step-up-required')
  handOver(
    @Param('id', ParseUuid) id: string,
    @Body() { toWhom, how }: HandOverDto,
  ): Promise<AccessRequestDto> {
    this.stepUp.require(FRESH_MINUTES);
    return this.handing.handOver(id, toWhom, how);
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Act('access-request.refuse', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Nothing is handed over, and why. By another than who prepared it' })
  @ApiOkResponse({ type: AccessRequestDto })
  @Refuses('not-found', 'refused', 'invalid')
  refuse(@Param('id', ParseUuid) id: string, @Body() { why }: RefuseRequestDto): Promise<AccessRequestDto> {
    return this.requests.refuse(id, why);
  }
}
