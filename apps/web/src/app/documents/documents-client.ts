import { Injectable, inject } from '@angular/core';
import type { AddDocument, CaseDocuments, DestroyDocument, DocumentAdded } from '@repere/contract';
import { vCaseDocuments, vDocumentAdded } from '@repere/contract/documents/documents';
import { Api, type Answered, type Sending } from '../platform/api';
import { hrefOf } from '../platform/api-path';

/** Documents of a case: added, looked at, destroyed. */
@Injectable({ providedIn: 'root' })
export class DocumentsClient {
  private readonly api = inject(Api);

  listDocuments(caseFileId: string, cursor?: string): Promise<Answered<CaseDocuments>> {
    return this.api.get(pathOf(caseFileId), vCaseDocuments, cursor === undefined ? {} : { cursor });
  }

  addDocument(caseFileId: string, document: AddDocument, sending: Sending): Promise<Answered<DocumentAdded>> {
    return this.api.post(pathOf(caseFileId), document, vDocumentAdded, sending);
  }

  /** Where the browser takes the file of a version from. */
  fileOf(caseFileId: string, versionId: string): string {
    return hrefOf(`${pathOf(caseFileId)}/${encodeURIComponent(versionId)}/file`);
  }

  destroyDocument(
    caseFileId: string,
    versionId: string,
    body: DestroyDocument,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(
      `${pathOf(caseFileId)}/${encodeURIComponent(versionId)}/destruction`,
      body,
      null,
      sending,
    );
  }
}

const pathOf = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/documents` as const;
