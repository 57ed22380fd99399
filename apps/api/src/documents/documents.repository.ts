import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any } from 'typeorm';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { placeOf, rowOf } from '../platform/data/sealed-row';
import type { UnitRepository } from '../platform/data/unit-repository';
import { seal, unseal } from '../platform/secrecy/sealed';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import type { DestructionReason } from './document-kinds';
import { CaseDocumentContentEntity } from './entities/case-document-content.entity';
import { CaseDocumentDestructionEntity } from './entities/case-document-destruction.entity';
import { CaseDocumentEntity, type DocumentWords } from './entities/case-document.entity';

/** A version without its bytes. */
export type KeptVersion = Omit<CaseDocumentEntity, 'words'> & { readonly words: DocumentWords };

type NewVersion = Pick<
  CaseDocumentEntity,
  'kind' | 'classes' | 'datedOn' | 'mediaType' | 'pages' | 'bytes' | 'originalSha256' | 'sha256'
> & {
  readonly words: DocumentWords;
  /** The newest version so far; `null`: a new document. */
  readonly before: Pick<KeptVersion, 'documentId' | 'version'> | null;
};

/** Documents of cases, their words and bytes sealed under the key of the case. */
@Injectable()
export class DocumentsRepository {
  constructor(
    @InjectRepository(CaseDocumentEntity) private readonly versions: UnitRepository<CaseDocumentEntity>,
    @InjectRepository(CaseDocumentContentEntity)
    private readonly contents: UnitRepository<CaseDocumentContentEntity>,
    @InjectRepository(CaseDocumentDestructionEntity)
    private readonly destructions: UnitRepository<CaseDocumentDestructionEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** Every version of these documents, by document, the newest first. */
  async versionsOf(
    { row, key }: LoadedCase,
    documentIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly KeptVersion[]>> {
    const found = await this.versions.find({
      where: { caseFileId: row.id, documentId: Any([...documentIds]) },
      order: { version: 'DESC' },
    });
    return Map.groupBy(
      found.map((it) => this.opened(key, it)),
      ({ documentId }) => documentId,
    );
  }

  /** Every version of the document that has this one among them, the newest first; none: there is no such version here. */
  async documentWith(file: LoadedCase, versionId: string): Promise<readonly KeptVersion[]> {
    const found = await this.versions.findOne({
      where: { id: versionId, caseFileId: file.row.id },
      select: { id: true, documentId: true },
    });
    if (!found) return [];
    return (await this.versionsOf(file, [found.documentId])).get(found.documentId) ?? [];
  }

  /** The bytes; `null` once they are destroyed. */
  async bytesOf({ row, key }: LoadedCase, versionId: string): Promise<Buffer | null> {
    const found = await this.contents.findOneBy({ versionId, caseFileId: row.id });
    return found && unseal(key.key, placeOf(found, 'content'), found.content);
  }

  /** By document. */
  async destructionsOf(
    { row }: LoadedCase,
    documentIds: readonly string[],
  ): Promise<ReadonlyMap<string, CaseDocumentDestructionEntity>> {
    const found = await this.destructions.find({
      where: { caseFileId: row.id, documentId: Any([...documentIds]) },
    });
    return new Map(found.map((it) => [it.documentId, it]));
  }

  /** Its id. */
  async addVersion(
    { row, key }: LoadedCase,
    { words, before, ...version }: NewVersion,
    content: Uint8Array,
  ): Promise<string> {
    const id = randomUUID();
    const documentId = before?.documentId ?? id;
    const ofCase = { caseFileId: row.id, teamId: row.teamId, keyId: key.id };
    await this.versions.insert({
      ...version,
      ...ofCase,
      ...{ id, documentId, version: (before?.version ?? 0) + 1 },
      ...{ byId: this.unit.account.id, at: new Date(this.unit.now()) },
      words: this.secrecy.seal(key, rowOf(CaseDocumentEntity, { id }), 'words', words),
    });
    const place = placeOf(rowOf(CaseDocumentContentEntity, { versionId: id }), 'content');
    await this.contents.insert({
      ...ofCase,
      ...{ versionId: id, documentId, content: seal(key.key, place, Buffer.from(content)) },
    });
    return id;
  }

  /** Its bytes are gone with the end of the transaction; `false` when they were before. */
  async destroy({ row }: LoadedCase, documentId: string, reason: DestructionReason): Promise<boolean> {
    const isNew = await this.destructions.insertNew({
      ...{ documentId, caseFileId: row.id, teamId: row.teamId, reason },
      ...{ byId: this.unit.account.id, at: new Date(this.unit.now()) },
    });
    if (isNew) await this.contents.delete({ documentId, caseFileId: row.id });
    return isNew;
  }

  private opened(key: LoadedCase['key'], row: CaseDocumentEntity): KeptVersion {
    const { words: _sealed, ...rest } = row;
    return { ...rest, words: this.secrecy.openColumn(key, row, 'words') };
  }
}
