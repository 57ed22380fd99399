import { Body, Controller, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../cases/reading/case-reader';
import { fileOf } from '../platform/answers/file-of';
import { ParseUuid } from '../platform/requests/parse-uuid';
import { Route } from '../platform/routes/route';
import { binary, created } from '../platform/routes/route-answers';
import { AddDocumentService } from './add-document.service';
import { DOCUMENT_TYPES } from './cleaning/cleaned-file';
import { DestroyDocumentService } from './destroy-document.service';
import { AddDocumentDto, CaseDocumentsDto, DestroyDocumentDto, DocumentAddedDto } from './documents.dto';
import { DocumentsPageService } from './documents-page.service';

/** Papers and pictures that came into a case: added, looked at, destroyed. */
@ApiTags('documents')
@Controller('case-files/:id/documents')
export class DocumentsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: DocumentsPageService,
    private readonly adding: AddDocumentService,
    private readonly destroying: DestroyDocumentService,
  ) {}

  @Route('GET', {
    summary:
      'Documents of the case with their versions, the newest first; of those closed to the reader the number',
    act: 'document.list',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    query: [{ name: 'cursor', required: false }],
    answers: CaseDocumentsDto,
    refuses: ['invalid'],
  })
  async listDocuments(@Param('id') id: string, @Query('cursor') cursor?: string): Promise<CaseDocumentsDto> {
    return this.page.listDocuments(await this.reader.readCase(id), cursor);
  }

  @Route('POST', {
    summary:
      'Add a document, or a newer version of one: its file is made anew, without places, scripts or attachments',
    act: 'document.add',
    purpose: 'care',
    needs: { on: 'case-file', act: 'write' },
    once: true,
    answers: created(DocumentAddedDto),
    refuses: ['invalid', 'refused', 'too-many', 'too-large', 'unavailable'],
  })
  addDocument(@Param('id') id: string, @Body() body: AddDocumentDto): Promise<DocumentAddedDto> {
    return this.adding.addDocument(id, body);
  }

  @Route('GET :documentId/file', {
    summary: 'The file of a version as it is kept: a copy outside of the record',
    act: 'document.download',
    purpose: 'care',
    needs: { on: 'case-file', act: 'read' },
    answers: binary(...DOCUMENT_TYPES),
    refuses: ['refused'],
  })
  async download(
    @Param('id') id: string,
    @Param('documentId', new ParseUuid()) documentId: string,
  ): Promise<StreamableFile> {
    const { bytes, type, fileName } = await this.page.download(await this.reader.readCase(id), documentId);
    return fileOf(bytes, type, fileName);
  }

  @Route('POST :documentId/destruction', {
    summary:
      'Destroy the files of every version of the document at once; what it was, and why, stays recorded',
    act: 'document.destroy',
    purpose: 'supervision',
    needs: { on: 'case-file', act: 'retain' },
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  destroyDocument(
    @Param('id') id: string,
    @Param('documentId', new ParseUuid()) documentId: string,
    @Body() body: DestroyDocumentDto,
  ): Promise<void> {
    return this.destroying.destroyDocument(id, documentId, body);
  }
}
