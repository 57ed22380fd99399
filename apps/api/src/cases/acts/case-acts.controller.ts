import { Body, Controller, Headers, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Refusal } from '../../platform/refusals/refusal';
import { CaseCommandHandler } from './case-command-handler';
import { ProtectingOnly } from '../break-glass/protecting-only';
import { ActDoneDto } from '../page/case-file.dto';
import { CaseReader } from '../reading/case-reader';
import { readIfMatch } from '../../platform/requests/if-match';
import { Route } from '../../platform/routes/route';
import { readOccurrence } from '../journal/read-occurrence';
import { AssignService } from './assign.service';
import { AddNoteDto, ChangeChildDto, OpenRunDto, RecordFactsDto } from './case-acts.dto';
import { ChangeChildService } from './change-child.service';

/** Acts on a case that are not about one step. */
@ApiTags('cases')
@Controller('case-files/:id')
export class CaseActsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly commands: CaseCommandHandler,
    private readonly changeChild: ChangeChildService,
    private readonly assigning: AssignService,
    private readonly protecting: ProtectingOnly,
  ) {}

  @Route('PUT child', {
    summary: 'Correct or complete the identity, with the reason',
    act: 'case-file.change-child',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['invalid', 'refused', 'too-many'],
  })
  async putChild(
    @Param('id') id: string,
    @Body() { child, why }: ChangeChildDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    return this.changeChild.changeChild(await this.reader.lock(id), child, why, readIfMatch(seen));
  }

  @Route('POST notes', {
    summary: 'A note: changes nothing that the protocols read',
    act: 'case-file.note',
    purpose: 'care',
    needs: { on: 'case-file', act: 'protect' },
    once: true,
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async addNote(@Param('id') id: string, @Body() { note, occurredAt }: AddNoteDto): Promise<ActDoneDto> {
    const file = await this.reader.lock(id);
    return this.commands.handleCommand(file, {
      kind: 'add-note',
      note,
      occurredAt: readOccurrence(occurredAt, file.territory.zone),
    });
  }

  @Route('POST facts', {
    summary: 'Facts of the case that were told outside a step',
    act: 'case-file.facts',
    purpose: 'care',
    needs: { on: 'case-file', act: 'protect' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async recordFacts(
    @Param('id') id: string,
    @Body() { values, note, occurredAt }: RecordFactsDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    const file = await this.reader.lock(id);
    if (this.protecting.only(file)) this.protecting.refuseFacts(file, values);
    await this.commands.refuseStale(file, seq, (entries) =>
      entries.some((entry) => 'values' in entry && Object.keys(entry.values).some((fact) => fact in values)),
    );
    return this.commands.handleCommand(file, {
      kind: 'record-facts',
      values,
      note,
      occurredAt: readOccurrence(occurredAt, file.territory.zone),
    });
  }

  @Route('POST runs', {
    summary: 'Start a protocol in this case, in the version in force',
    act: 'case-file.open-run',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    ifMatch: 'seq',
    answers: ActDoneDto,
    refuses: ['invalid', 'refused'],
  })
  async openRun(
    @Param('id') id: string,
    @Body() { protocol }: OpenRunDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ActDoneDto> {
    const seq = readIfMatch(seen);
    const file = await this.reader.lock(id);
    await this.commands.refuseStale(file, seq, (entries) =>
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
    return this.commands.handleCommand(file, { kind: 'open-run', protocol, version });
  }

  @Route('PUT assignments/:accountId', {
    summary: 'Open the case to one more person of the service',
    act: 'case-file.assign',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  async assign(@Param('id') id: string, @Param('accountId') accountId: string): Promise<void> {
    await this.assigning.assign(await this.reader.lock(id), accountId);
  }

  @Route('DELETE assignments/:accountId', {
    summary: 'End an assignment',
    act: 'case-file.unassign',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'assign' },
    once: true,
    answers: null,
    refuses: ['invalid'],
  })
  async unassign(@Param('id') id: string, @Param('accountId') accountId: string): Promise<void> {
    await this.assigning.unassign(await this.reader.lock(id), accountId);
  }
}
