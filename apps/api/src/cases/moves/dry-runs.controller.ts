import { Body, Controller, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { fileOf } from '../../platform/answers/file-of';
import { readerLanguage } from '../../platform/requests/reader-language';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { accepted, binary } from '../../platform/routes/route-answers';
import { AskDryRun } from './ask-dry-run.service';
import { DryRunPage } from './dry-run-page.service';
import {
  DryRunCasesDto,
  DryRunCasesQueryDto,
  DryRunDownloadQueryDto,
  DryRunDto,
  DryRunRequestDto,
} from './dry-runs.dto';

/** What another version would change about the open cases, before anything is moved. */
@ApiTags('protocol dry runs')
@Controller('protocol-dry-runs')
export class DryRunsController {
  constructor(
    private readonly asking: AskDryRun,
    private readonly page: DryRunPage,
  ) {}

  @Route('GET', {
    summary: 'The latest dry runs',
    act: 'protocol-dry-run.list',
    purpose: 'care',
    needs: { on: 'service', act: 'try-protocol' },
    answers: [DryRunDto],
    refuses: ['not-found'],
  })
  async listDryRuns(): Promise<DryRunDto[]> {
    return [...(await this.page.listDryRuns())];
  }

  @Route('POST', {
    summary: 'Try a version or a draft on every open run of the protocol, in the background',
    act: 'protocol-dry-run.ask',
    purpose: 'care',
    needs: { on: 'service', act: 'try-protocol' },
    once: true,
    answers: accepted(DryRunDto),
    refuses: ['invalid', 'refused'],
  })
  async askForDryRun(@Body() { protocol, to: { version, draftId } }: DryRunRequestDto): Promise<DryRunDto> {
    if (draftId !== undefined && version === undefined)
      return this.page.showDryRun(await this.asking.askForDryRun({ protocol, to: { draftId } }));
    if (version === undefined || draftId !== undefined)
      throw new Refusal('invalid', { reasons: [ONE_OF_TWO] });
    return this.page.showDryRun(await this.asking.askForDryRun({ protocol, to: { version } }));
  }

  @Route('GET :id', {
    summary: 'How far it is, and counts over all open cases',
    act: 'protocol-dry-run.read',
    purpose: 'care',
    needs: { on: 'service', act: 'try-protocol' },
    answers: DryRunDto,
    refuses: ['not-found'],
  })
  readDryRun(@Param('id') id: string): Promise<DryRunDto> {
    return this.page.showDryRun(id);
  }

  @Route('GET :id/cases', {
    summary: 'Runs that would change, of the cases that the reader may see',
    act: 'protocol-dry-run.cases',
    purpose: 'care',
    needs: { on: 'lists' },
    answers: DryRunCasesDto,
    refuses: ['not-found', 'not-allowed', 'invalid'],
  })
  cases(@Param('id') id: string, @Query() { after }: DryRunCasesQueryDto): Promise<DryRunCasesDto> {
    return this.page.cases(id, after);
  }

  @Route('GET :id/download', {
    summary: 'All of them as a table (CSV) or JSON; the record names each case that it shows',
    act: 'protocol-dry-run.download',
    purpose: 'care',
    needs: { on: 'service', act: 'try-protocol' },
    answers: binary('text/csv', 'application/json'),
    refuses: ['not-found', 'invalid'],
  })
  async download(
    @Param('id') id: string,
    @Query() { format = 'csv' }: DryRunDownloadQueryDto,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const text = await this.page.download(id, format, readerLanguage(request));
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
    return fileOf(Buffer.from(text), type, `essai-${id.slice(0, 8)}.${format}`);
  }

  @Route('POST :id/cancel', {
    summary: 'Call it off',
    act: 'protocol-dry-run.cancel',
    purpose: 'care',
    needs: { on: 'service', act: 'try-protocol' },
    once: true,
    answers: DryRunDto,
    refuses: [],
  })
  async cancel(@Param('id') id: string): Promise<DryRunDto> {
    await this.asking.cancel(id);
    return this.page.showDryRun(id);
  }
}

const ONE_OF_TWO = {
  code: 'invalid-value',
  field: 'to',
  text: { fr: 'Donnez `version` ou `draftId`.', en: 'Give `version` or `draftId`.' },
};
