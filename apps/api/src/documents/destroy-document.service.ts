import { Injectable } from '@nestjs/common';
import { CaseReader } from '../cases/reading/case-reader';
import { Refusal } from '../platform/refusals/refusal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { destroyedAlready } from './document-refusals';
import type { DestroyDocumentDto } from './documents.dto';
import { DocumentsRepository } from './documents.repository';

/** Destroys the bytes of every version of a document at once; what it was, its hashes, by whom and why stay. */
@Injectable()
export class DestroyDocumentService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly documents: DocumentsRepository,
  ) {}

  async destroyDocument(
    caseFileId: string,
    versionId: string,
    { reason }: DestroyDocumentDto,
  ): Promise<void> {
    const file = await this.reader.lock(caseFileId);
    const versions = await this.documents.documentWith(file, versionId);
    const [newest] = versions;
    if (!newest) throw new Refusal('not-found');
    if (!(await this.documents.destroy(file, newest.documentId, reason))) throw destroyedAlready();
    this.unit.notes({
      ...{ document: newest.documentId, reason },
      sha256: versions.map(({ sha256 }) => sha256),
    });
  }
}
