import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Act } from '../../platform/act';
import { readIfMatch } from '../../platform/if-match';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { ProtocolReader } from '../protocol-reader';
import { DraftFinder } from './draft-finder';
import { DraftPage } from './draft-page.service';
import { BeginDraftDto, DraftSummaryDto, ProtocolDraftDto, SaveDraftFilesDto } from './drafts.dto';
import { ProtocolDraftsRepository } from './drafts.repository';
import { WriteDraft } from './write-draft.service';

const SEEN = { name: 'If-Match', required: true, description: 'The revision that was read: `"3"`' } as const;

/** Drafts of protocol versions, for who writes or reviews protocols. None of them ever sees a case here. */
@ApiTags('protocol drafts')
@Controller('protocol-drafts')
@Refuses('not-found', 'not-allowed')
export class ProtocolDraftsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly finder: DraftFinder,
    private readonly page: DraftPage,
    private readonly writing: WriteDraft,
  ) {}

  @Get()
  @Act('protocol-draft.list')
  @ApiOperation({ summary: 'Drafts, newest change first' })
  @ApiOkResponse({ type: [DraftSummaryDto] })
  async list(): Promise<DraftSummaryDto[]> {
    await this.reader.open('review-protocol');
    return [...(await this.drafts.list())];
  }

  @Post()
  @Act('protocol-draft.begin', { idempotent: true })
  @ApiOperation({ summary: 'Begin a draft from a published version (`protocol`, `from`), or import `files`' })
  @ApiCreatedResponse({ type: ProtocolDraftDto })
  @Refuses('invalid', 'too-large')
  async begin(
    @Body() { protocol, from, files }: BeginDraftDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProtocolDraftDto> {
    if (files) return this.show(await this.writing.import(files), response);
    if (protocol === undefined || from === undefined) throw new Refusal('invalid', { reasons: [WHAT_FROM] });
    return this.show(await this.writing.beginFrom(protocol, from), response);
  }

  @Get(':id')
  @Act('protocol-draft.read')
  @ApiOperation({ summary: 'A draft with what the checker says, its exploration, comments, and what keeps it' })
  @ApiOkResponse({ type: ProtocolDraftDto })
  read(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<ProtocolDraftDto> {
    return this.show(id, response);
  }

  @Put(':id/files')
  @HttpCode(200)
  @Act('protocol-draft.save')
  @ApiOperation({ summary: 'Save a new revision. An approval of the earlier one is void' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: ProtocolDraftDto })
  @Refuses('invalid', 'too-large', 'precondition-missing', 'stale', 'refused')
  async save(
    @Param('id') id: string,
    @Body() { files, changeNotes, inForceFrom }: SaveDraftFilesDto,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<ProtocolDraftDto> {
    const content = {
      files,
      changeNotes: changeNotes ? { fr: changeNotes.fr, en: changeNotes.en } : null,
      inForceFrom: inForceFrom === undefined ? null : new Date(inForceFrom),
    };
    await this.writing.save(id, content, readIfMatch(seen));
    return this.show(id, response);
  }

  private async show(id: string, response: Response): Promise<ProtocolDraftDto> {
    const { draft, shelf } = await this.finder.read(id);
    response.setHeader('ETag', `"${String(draft.revision)}"`);
    return this.page.show(draft, shelf);
  }
}

const WHAT_FROM = {
  code: 'missing-field',
  field: 'from',
  text: {
    fr: 'Donnez `protocol` et `from`, ou des `files`.',
    en: 'Give `protocol` and `from`, or `files`.',
  },
};
