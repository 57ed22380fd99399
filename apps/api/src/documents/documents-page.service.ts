import { Injectable } from '@nestjs/common';
import { type FieldClass, may } from '@repere/access';
import { redactedClasses, unlessRedacted } from '../cases/disclosure/redacted-classes';
import { pageOfCase } from '../cases/page/page-of-case';
import { AccountNames, namedIn, type Names } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { readCursor, writeCursor } from '../platform/requests/cursor';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import type { DocumentType } from './cleaning/cleaned-file';
import type { CaseDocumentDto, CaseDocumentsDto, DocumentVersionDto } from './documents.dto';
import { DocumentsQuery } from './documents.query';
import { DocumentsRepository, type KeptVersion } from './documents.repository';
import { destroyedAlready } from './document-refusals';

const PAGE = 20;

/**
 * Documents of a case as the reader may see them: a paper can't be masked, so that who doesn't see each class that it tells of
 * learns that there is one, by a number, and nothing else.
 */
@Injectable()
export class DocumentsPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly documents: DocumentsRepository,
    private readonly query: DocumentsQuery,
    private readonly names: AccountNames,
  ) {}

  async listDocuments(file: LoadedCase, cursor: string | undefined): Promise<CaseDocumentsDto> {
    const redacted = this.redacted(file);
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const found = await this.query.page(file.row.id, redacted, after, PAGE + 1);
    const { documents: total, closed } = await this.query.totals(file.row.id, redacted);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    const principal = principalOf(this.unit.account);
    return {
      ...pageOfCase(file, redacted),
      ...{ total, closed, next: last ? writeCursor([last.place, last.documentId]) : null },
      mayAdd: may(principal, 'write', file.resource).yes,
      mayDestroy: may(principal, 'retain', file.resource).yes,
      items: await this.showItems(
        file,
        redacted,
        shown.map(({ documentId }) => documentId),
      ),
    };
  }

  /** The file that was kept: a copy outside of the record, from then on. */
  async download(
    file: LoadedCase,
    versionId: string,
  ): Promise<{ readonly bytes: Buffer; readonly type: DocumentType; readonly fileName: string }> {
    const versions = await this.documents.documentWith(file, versionId);
    const version = versions.find(({ id }) => id === versionId);
    if (!version || isClosed(versions, this.redacted(file))) throw new Refusal('not-found');
    const bytes = await this.documents.bytesOf(file, versionId);
    if (!bytes) throw destroyedAlready();
    const { documentId, sha256, mediaType } = version;
    this.unit.notes({ document: documentId, version: version.version, sha256 });
    return { bytes, type: mediaType, fileName: fileNameOf(version) };
  }

  private async showItems(
    file: LoadedCase,
    redacted: ReadonlySet<FieldClass>,
    ids: readonly string[],
  ): Promise<readonly CaseDocumentDto[]> {
    const versions = await this.documents.versionsOf(file, ids);
    const destructions = await this.documents.destructionsOf(file, ids);
    const people = [...versions.values()].flat().map(({ byId }) => byId);
    const names = await this.names.readNames([...people, ...[...destructions.values()].map((it) => it.byId)]);
    const person = (id: string) => unlessRedacted(redacted, ['staff'], namedIn(names, id));
    return ids.map((id) => {
      const gone = destructions.get(id);
      return {
        versions: (versions.get(id) ?? []).map((it) => showVersion(it, names, redacted)),
        destroyed: gone ? { at: gone.at.toISOString(), by: person(gone.byId), reason: gone.reason } : null,
      };
    });
  }

  private redacted(file: LoadedCase): ReadonlySet<FieldClass> {
    return redactedClasses(principalOf(this.unit.account), file.resource);
  }
}

const ENDINGS: Readonly<Record<DocumentType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** What it is called outside: by what it is, and by its bytes; no word of it. */
export const fileNameOf = ({
  kind,
  sha256,
  mediaType,
}: Pick<KeptVersion, 'kind' | 'sha256' | 'mediaType'>): string =>
  `${kind}-${sha256.slice(0, 8)}.${ENDINGS[mediaType]}`;

/** One version that may not be seen closes them all: the next tells of the one before. */
export const isClosed = (versions: readonly KeptVersion[], redacted: ReadonlySet<FieldClass>): boolean =>
  versions.some(({ classes }) => classes.some((it) => redacted.has(it)));

const showVersion = (
  { words, byId, at, ...version }: KeptVersion,
  names: Names,
  redacted: ReadonlySet<FieldClass>,
): DocumentVersionDto => ({
  ...{ id: version.id, version: version.version, kind: version.kind, classes: version.classes },
  ...{ title: words.title, author: words.author, original: words.original, datedOn: version.datedOn },
  ...{ at: at.toISOString(), by: unlessRedacted(redacted, ['staff'], namedIn(names, byId)) },
  ...{ mediaType: version.mediaType, pages: version.pages, bytes: version.bytes },
  ...{ originalSha256: version.originalSha256, sha256: version.sha256 },
});
