import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Act } from '../../platform/act';
import { fileOf } from '../../platform/file-of';
import { Refuses } from '../../platform/openapi';
import { readerLanguage } from '../../platform/reader-language';
import { Refusal } from '../../platform/refusal';
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
@Refuses('not-found', 'not-allowed')
export class DryRunsController {
  constructor(
    private readonly asking: AskDryRun,
    private readonly page: DryRunPage,
  ) {}

  @Get()
  @Act('protocol-dry-run.list')
  @ApiOperation({ summary: 'The latest dry runs' })
  @ApiOkResponse({ type: [DryRunDto] })
  async list(): Promise<DryRunDto[]> {
    return [...(await this.page.list())];
  }

  @Post()
  @HttpCode(202)
  @Act('protocol-dry-run.ask', { idempotent: true })
  @ApiOperation({ summary: 'Try a version or a draft on every open run of the protocol, in the background' })
  @ApiAcceptedResponse({ type: DryRunDto })
  @Refuses('invalid', 'refused')
  async ask(@Body() { protocol, to: { version, draftId } }: DryRunRequestDto): Promise<DryRunDto> {
    if (draftId !== undefined && version === undefined)
      return this.page.show(await this.asking.ask({ protocol, to: { draftId } }));
    if (version === undefined || draftId !== undefined)
      throw new Refusal('invalid', { reasons: [ONE_OF_TWO] });
    return this.page.show(await this.asking.ask({ protocol, to: { version } }));
  }

  @Get(':id')
  @Act('protocol-dry-run.read')
  @ApiOperation({ summary: 'How far it is, and counts over all open cases' })
  @ApiOkResponse({ type: DryRunDto })
  read(@Param('id') id: string): Promise<DryRunDto> {
    return this.page.show(id);
  }

  @Get(':id/cases')
  @Act('protocol-dry-run.cases')
  @ApiOperation({ summary: 'Runs that would change, of the cases that the reader may see' })
  @ApiOkResponse({ type: DryRunCasesDto })
  @Refuses('invalid')
  cases(@Param('id') id: string, @Query() { after }: DryRunCasesQueryDto): Promise<DryRunCasesDto> {
    return this.page.cases(id, after);
  }

  @Get(':id/download')
  @Act('protocol-dry-run.download')
  @ApiProduces('text/csv', 'application/json')
  @ApiOperation({ summary: 'All of them as a table (CSV) or JSON; the record names each case that it shows' })
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('invalid')
  async download(
    @Param('id') id: string,
    @Query() { format = 'csv' }: DryRunDownloadQueryDto,
    @Req() request: Request,
  ): Promise<StreamableFile> {
    const text = await this.page.download(id, format, readerLanguage(request));
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
    return fileOf(Buffer.from(text), type, `essai-${id.slice(0, 8)}.${format}`);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Act('protocol-dry-run.cancel', { idempotent: true })
  @ApiOperation({ summary: 'Call it off' })
  @ApiOkResponse({ type: DryRunDto })
  async cancel(@Param('id') id: string): Promise<DryRunDto> {
    await this.asking.cancel(id);
    return this.page.show(id);
  }
}

const ONE_OF_TWO = {
  code: 'invalid-value',
  field: 'to',
  text: { fr: 'Donnez `version` ou `draftId`.', en: 'Give `version` or `draftId`.' },
};
