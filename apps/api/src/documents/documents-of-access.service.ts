import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FIELD_CLASS_WORDS } from '@repere/access';
import type { Words } from '@repere/cases';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { formatDay, sideBySide } from '../cases/words/format-codes';
import { words } from '../platform/answers/words';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { dayOf, type GatheredLine, LineSheet } from '../privacy/access-requests/gathered-line';
import { type FileBeside, FilesBeside } from '../privacy/access-requests/files-beside';
import { LinesBeside } from '../privacy/access-requests/lines-beside';
import { MOST_DOCUMENTS } from './document-kinds';
import { fileNameOf, isClosed } from './documents-page.service';
import { DocumentsQuery } from './documents.query';
import { DocumentsRepository, type KeptVersion } from './documents.repository';

/** Documents of a case, for who asks what is known of them: that each is kept, what it is and tells of, or that it was destroyed. */
@Injectable()
export class DocumentsOfAccess implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly documents: DocumentsRepository,
    private readonly query: DocumentsQuery,
    private readonly beside: LinesBeside,
    private readonly files: FilesBeside,
  ) {}

  onModuleInit(): void {
    this.beside.register('documents', (file) => this.gather(file));
    this.files.register((file, id, most) => this.readFile(file, id, most));
  }

  /** To who sees every class that any version of it tells of, as they see it now. */
  private async readFile(file: LoadedCase, id: string, most: number): Promise<FileBeside | null> {
    const versions = await this.documents.documentWith(file, id);
    const version = versions.find((it) => it.id === id);
    if (!version) return null;
    const name = fileNameOf(version);
    if (isClosed(versions, redactedClasses(principalOf(this.unit.account), file.resource)))
      return { name, why: 'closed' };
    if (version.bytes > most) return { name, why: 'too-large' };
    const bytes = await this.documents.bytesOf(file, id);
    return bytes ? { name, bytes, why: null } : { name, why: 'destroyed' };
  }

  private async gather(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const listed = await this.query.page(file.row.id, redacted, null, MOST_DOCUMENTS);
    const { closed } = await this.query.totals(file.row.id, redacted);
    const ids = listed.map(({ documentId }) => documentId);
    const versions = await this.documents.versionsOf(file, ids);
    const destroyed = await this.documents.destructionsOf(file, ids);
    const sheet = new LineSheet();
    for (const id of ids.toReversed())
      for (const version of (versions.get(id) ?? []).toReversed())
        addVersion(sheet, version, destroyed.get(id)?.at ?? null);
    if (closed > 0)
      sheet.addLine(SECTION, words('Non lus', 'Not read'), closedWords(closed), 'others', 'narrative');
    return sheet.lines;
  }
}

const SECTION = words('Documents', 'Documents');

function addVersion(
  sheet: LineSheet,
  { words: { title, author, original }, ...it }: KeptVersion,
  destroyedAt: Date | null,
): void {
  const section = sideBySide(dayOf(it.at), SECTION);
  const [first = 'narrative'] = it.classes;
  sheet.addLine(section, words('Document', 'Document'), title, 'free-text', first);
  sheet.addLine(
    section,
    words('Du', 'Of'),
    formatDay(it.datedOn === null ? undefined : it.datedOn),
    'own',
    first,
  );
  sheet.addLine(section, words('De qui', 'By whom'), author, 'others', 'staff');
  for (const fieldClass of it.classes)
    sheet.addLine(section, words('Parle de', 'Tells of'), FIELD_CLASS_WORDS[fieldClass], 'own', fieldClass);
  if (original)
    sheet.addLine(
      section,
      words('Où est l’original', 'Where the original is'),
      original.place,
      'free-text',
      first,
    );
  const label = words('Fichier', 'File');
  if (destroyedAt === null)
    // What stands in it nobody has read for others' names but whoever opens it.
    sheet.addLine(section, label, leavesAs(it), 'free-text', first, it.id);
  else sheet.addLine(section, label, sideBySide(DESTROYED, dayOf(destroyedAt)), 'own', first);
}

const leavesAs = (version: Pick<KeptVersion, 'kind' | 'sha256' | 'mediaType'>): Words => {
  const name = fileNameOf(version);
  return words(`${name} : part avec cette ligne`, `${name}: leaves with this line`);
};
const DESTROYED: Words = words('Détruit', 'Destroyed');

const closedWords = (count: number): Words =>
  words(
    `${String(count)} que ne voit pas qui prépare cette demande`,
    `${String(count)} that whoever prepares this request doesn’t see`,
  );
