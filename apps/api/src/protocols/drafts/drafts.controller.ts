import { Body, Controller, Headers, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { readIfMatch } from '../../platform/requests/if-match';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { ProtocolReader } from '../protocol-reader';
import { DraftFinder } from './draft-finder';
import { DraftPage } from './draft-page.service';
import { BeginDraftDto, DraftSummaryDto, ProtocolDraftDto, SaveDraftFilesDto } from './drafts.dto';
import { ProtocolDraftsRepository } from './drafts.repository';
import { WriteDraft } from './write-draft.service';

/** Drafts of protocol versions, for who writes or reviews protocols. None of them ever sees a case here. */
@ApiTags('protocol drafts')
@Controller('protocol-drafts')
export class ProtocolDraftsController {
  constructor(
    private readonly reader: ProtocolReader,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly finder: DraftFinder,
    private readonly page: DraftPage,
    private readonly writing: WriteDraft,
  ) {}

  @Route('GET', {
    summary: 'Drafts, newest change first',
    act: 'protocol-draft.list',
    purpose: 'care',
    needs: { on: 'service', act: 'review-protocol' },
    answers: [DraftSummaryDto],
    refuses: ['not-found'],
  })
  async listDrafts(): Promise<DraftSummaryDto[]> {
    await this.reader.openProtocols('review-protocol');
    return [...(await this.drafts.listDrafts())];
  }

  @Route('POST', {
    summary: 'Begin a draft from a published version (`protocol`, `from`), or import `files`',
    act: 'protocol-draft.begin',
    purpose: 'care',
    needs: { on: 'service', act: 'edit-protocol' },
    once: true,
    answers: created(ProtocolDraftDto),
    refuses: ['invalid', 'too-large'],
  })
  async beginDraft(
    @Body() { protocol, from, files }: BeginDraftDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProtocolDraftDto> {
    if (files) return this.showDraft(await this.writing.import(files), response);
    if (protocol === undefined || from === undefined) throw new Refusal('invalid', { reasons: [WHAT_FROM] });
    return this.showDraft(await this.writing.beginFrom(protocol, from), response);
  }

  @Route('GET :id', {
    summary: 'A draft with what the checker says, its exploration, comments, and what keeps it',
    act: 'protocol-draft.read',
    purpose: 'care',
    needs: { on: 'service', act: 'review-protocol' },
    answers: ProtocolDraftDto,
    refuses: ['not-found'],
  })
  readDraft(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProtocolDraftDto> {
    return this.showDraft(id, response);
  }

  @Route('PUT :id/files', {
    summary: 'Save a new revision. An approval of the earlier one is void',
    act: 'protocol-draft.save',
    purpose: 'care',
    needs: { on: 'service', act: 'edit-protocol' },
    once: false,
    ifMatch: 'revision',
    answers: ProtocolDraftDto,
    refuses: ['not-found', 'invalid', 'too-large', 'refused'],
  })
  async saveDraft(
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
    await this.writing.saveDraft(id, content, readIfMatch(seen));
    return this.showDraft(id, response);
  }

  private async showDraft(id: string, response: Response): Promise<ProtocolDraftDto> {
    const { draft, published } = await this.finder.readDraft(id);
    response.setHeader('ETag', `"${String(draft.revision)}"`);
    return this.page.showDraft(draft, published);
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
