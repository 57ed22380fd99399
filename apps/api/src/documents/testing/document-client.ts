import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Answer, Download, TestClient } from '../../testing/accounts/test-client';
import type { DestructionReason } from '../document-kinds';
import type { AddDocumentDto, CaseDocumentsDto, DocumentAddedDto } from '../documents.dto';
import { SMALL_PDF } from './small-pdf';

/** Speaks of the documents of one case as the pages do. */
export class DocumentClient {
  constructor(
    readonly http: TestClient,
    readonly caseFileId: string,
  ) {}

  async listDocuments(cursor?: string): Promise<CaseDocumentsDto> {
    const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    return (await this.http.get<CaseDocumentsDto>(this.at(query))).body;
  }

  addDocument<T = DocumentAddedDto>(
    change: Partial<AddDocumentDto> = {},
    key: string = randomUUID(),
  ): Promise<Answer<T>> {
    const document: AddDocumentDto = {
      ...{ kind: 'certificate', title: 'Certificat du médecin', classes: ['health'] },
      ...{ isNoImageOfAbuse: true, content: SMALL_PDF },
      ...change,
    };
    return this.http.post<T>(this.at(), document, { 'Idempotency-Key': key });
  }

  /** Adds one; throws when it is refused. Gives the id of its version. */
  async added(change: Partial<AddDocumentDto> = {}): Promise<string> {
    const { status, body } = await this.addDocument(change);
    if (status !== 201) throw new Error(`adding gave ${String(status)}: ${JSON.stringify(body)}`);
    return body.id;
  }

  download(id: string): Promise<Download> {
    return this.http.download(this.at(`/${id}/file`));
  }

  destroyDocument(id: string, reason: DestructionReason = 'wrong-child'): Promise<Answer<ProblemDto>> {
    return this.http.post<ProblemDto>(
      this.at(`/${id}/destruction`),
      { reason },
      { 'Idempotency-Key': randomUUID() },
    );
  }

  private at(path = ''): string {
    return `/case-files/${this.caseFileId}/documents${path}`;
  }
}
