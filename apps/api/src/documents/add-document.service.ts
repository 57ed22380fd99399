import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FIELD_CLASSES } from '@repere/access';
import { isoDay, localDay } from '@repere/feel';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import { CaseReader } from '../cases/reading/case-reader';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { CleanBefore } from './clean-before';
import { MOST_CASE_BYTES, MOST_DOCUMENTS, MOST_VERSIONS } from './document-kinds';
import {
  dayToCome,
  destroyedAlready,
  fileRefused,
  noRoom,
  notStated,
  tooManyDocuments,
  tooManyVersions,
} from './document-refusals';
import type { AddDocumentDto, DocumentAddedDto } from './documents.dto';
import { isClosed } from './documents-page.service';
import { DocumentsQuery } from './documents.query';
import { DocumentsRepository, type KeptVersion } from './documents.repository';

/** Keeps a file that was made anew: the record commits to its hash, and to that of the file as it came. */
@Injectable()
export class AddDocumentService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly before: CleanBefore,
    private readonly query: DocumentsQuery,
    private readonly documents: DocumentsRepository,
  ) {}

  async addDocument(caseFileId: string, sent: AddDocumentDto): Promise<DocumentAddedDto> {
    const file = await this.reader.lock(caseFileId);
    if (!sent.isNoImageOfAbuse) throw notStated();
    if (sent.datedOn !== undefined && sent.datedOn > this.today(file)) throw dayToCome();
    const { cleaned } = this.before;
    if (cleaned === null) throw fileRefused('not-taken');
    if ('fault' in cleaned) throw fileRefused(cleaned.fault);
    const before = sent.follows === undefined ? null : await this.newestOf(file, sent.follows);
    await this.demandRoom(file, cleaned.bytes.length, before === null);
    const { mediaType, pages, originalSha256 } = cleaned;
    const sha256 = createHash('sha256').update(cleaned.bytes).digest('hex');
    const { title, author = null, original = null, kind } = sent;
    // Whatever is kept of a child says which child.
    const classes = FIELD_CLASSES.filter((it) => it === 'identity' || sent.classes.includes(it));
    const id = await this.documents.addVersion(
      file,
      {
        ...{ kind, classes, mediaType, pages, originalSha256, sha256, before },
        ...{ datedOn: sent.datedOn ?? null, bytes: cleaned.bytes.length },
        words: { title, author, original },
      },
      cleaned.bytes,
    );
    this.unit.notes({
      ...{ document: before?.documentId ?? id, version: (before?.version ?? 0) + 1, kind },
      ...{ title, classes, sha256, originalSha256, isNoImageOfAbuse: true },
      ...(author !== null && { author }),
      ...(original !== null && { seal: original.seal, place: original.place }),
    });
    return { id, originalSha256, sha256 };
  }

  private today(file: LoadedCase): string {
    return isoDay(localDay(this.unit.now(), file.territory.zone));
  }

  /** Of what the account doesn't see there is nothing to follow. */
  private async newestOf(file: LoadedCase, versionId: string): Promise<KeptVersion> {
    const versions = await this.documents.documentWith(file, versionId);
    const [newest] = versions;
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    if (!newest || isClosed(versions, redacted)) throw new Refusal('not-found');
    if (versions.length >= MOST_VERSIONS) throw tooManyVersions();
    const gone = await this.documents.destructionsOf(file, [newest.documentId]);
    if (gone.size > 0) throw destroyedAlready();
    return newest;
  }

  private async demandRoom({ row }: LoadedCase, bytes: number, isNew: boolean): Promise<void> {
    const { documents, kept } = await this.query.totals(row.id, []);
    if (isNew && documents >= MOST_DOCUMENTS) throw tooManyDocuments();
    if (kept + bytes > MOST_CASE_BYTES) throw noRoom();
  }
}
