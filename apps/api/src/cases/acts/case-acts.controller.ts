import { Body, Controller, Delete, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { Acting } from '../acting';
import { ProtectingOnly } from '../break-glass/protecting-only';
import { ActDoneDto } from '../case-file.dto';
import { CaseReader } from '../case-reader';
import { readIfMatch } from '../../platform/if-match';
import { readOccurrence } from '../read-occurrence';
import { AssignService } from './assign.service';
import { AddNoteDto, ChangeChildDto, NameAccountDto, OpenRunDto, RecordFactsDto } from './case-acts.dto';
import { ChangeChildService } from './change-child.service';

const KEY = { name: 'Idempotency-Key', required: true } as const;
const SEEN = { name: 'If-Match', required: true, description: 'The `seq` that was read: `"12"`' } as const;

/** Acts on a case that are not about one step. */
@ApiTags('cases')
@Controller('case-files/:id')
@Refuses('invalid', 'not-found', 'not-allowed', 'key-missing', 'key-reused')
export class CaseActsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly acting: Acting,
    private readonly changeChild: ChangeChildService,
    private readonly assigning: AssignService,
    private readonly protecting: ProtectingOnly,
  ) {}

  @Put('child')
  @Act('case-file.change-child', { idempotent: true })
  @ApiOperation({ summary: 'Correct or complete the identity, with the reason' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('precondition-missing', 'stale', 'refused', 'too-many')
  async putChild(
    @Param('id') id: string,
    @Body() { child, why }: ChangeChildDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.changeChild.change(await this.reader.lock(id), child, why, readIfMatch(seen));
  }

  @Post('notes')
  @HttpCode(200)
  @Act('case-file.note', { idempotent: true })
  @ApiOperation({ summary: 'A note: changes nothing that the protocols read' })
  @ApiHeader(KEY)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('refused')
  async addNote(@Param('id') id: string, @Body() { note, occurredAt }: AddNoteDto): Promise<ActDoneDto> {
    const file = await this.reader.lock(id, 'protect');
    return this.acting.act(file, {
      kind: 'add-note',
      note,
      occurredAt: readOccurrence(occurredAt, file.territory.zone),
    });
  }

  @Post('facts')
  @HttpCode(200)
  @Act('case-file.facts', { idempotent: true })
  @ApiOperation({ summary: 'Facts of the case that were told outside a step' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('precondition-missing', 'stale', 'refused')
  async recordFacts(
    @Param('id') id: string,
    @Body() { values, note, occurredAt }: RecordFactsDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    const file = await this.reader.lock(id, 'protect');
    if (this.protecting.only(file)) this.protecting.refuseFacts(file, values);
    await this.acting.refuseStale(file, seq, (entries) =>
      entries.some((entry) => 'values' in entry && Object.keys(entry.values).some((fact) => fact in values)),
    );
    return this.acting.act(file, {
      kind: 'record-facts',
      values,
      note,
      occurredAt: readOccurrence(occurredAt, file.territory.zone),
    });
  }

  @Post('runs')
  @HttpCode(200)
  @Act('case-file.open-run', { idempotent: true })
  @ApiOperation({ summary: 'Start a protocol in this case, in the version in force' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('precondition-missing', 'stale', 'refused')
  async openRun(
    @Param('id') id: string,
    @Body() { protocol }: OpenRunDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    const file = await this.reader.lock(id);
    await this.acting.refuseStale(file, seq, (entries) =>
      entries.some((entry) => entry.kind === 'run-opened' && entry.protocol === protocol),
    );
    const version = file.inForce[protocol];
    if (version === undefined)
      throw new Refusal('invalid', {
        reasons: [
          {
            code: 'no-such-protocol',
            field: 'protocol',
            text: { fr: 'Ce protocole n’existe pas.', en: 'There is no such protocol.' },
          },
        ],
      });
    return this.acting.act(file, { kind: 'open-run', protocol, version });
  }

  @Put('lead')
  @Act('case-file.lead', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Name the person in charge' })
  @ApiHeader(KEY)
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ActDoneDto })
  @Refuses('precondition-missing', 'stale', 'refused')
  async putLead(
    @Param('id') id: string,
    @Body() { accountId }: NameAccountDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    readIfMatch(seen);
    return this.assigning.name(await this.reader.lock(id, 'assign'), accountId);
  }

  @Put('assignments/:accountId')
  @HttpCode(204)
  @Act('case-file.assign', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Open the case to one more person of the service' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('refused')
  async assign(@Param('id') id: string, @Param('accountId') accountId: string): Promise<void> {
    await this.assigning.assign(await this.reader.lock(id, 'assign'), accountId);
  }

  @Delete('assignments/:accountId')
  @HttpCode(204)
  @Act('case-file.unassign', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'End an assignment' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  async unassign(@Param('id') id: string, @Param('accountId') accountId: string): Promise<void> {
    await this.assigning.unassign(await this.reader.lock(id, 'assign'), accountId);
  }
}
