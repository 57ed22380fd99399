import type { FieldClass } from '@repere/protocol';
import {
  ACCOUNT,
  ANYTHING,
  CASE,
  CODED,
  IMPERSONAL,
  oneWay,
  ROW,
  TEAM,
} from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { DocumentType } from '../cleaning/cleaned-file';
import type { DocumentKind } from '../document-kinds';

/** Where the thing itself is, of which this is an image. */
export interface OriginalPlace {
  readonly place: string;
  readonly seal: string;
}

/** What is said of a document in words. */
export interface DocumentWords {
  readonly title: string;
  /** Who wrote it, or which service. */
  readonly author: string | null;
  /** Of what is evidence. */
  readonly original: OriginalPlace | null;
}

/** A version of a document; the first one's id is that of the document. Append-only: a newer version stands beside it. */
@Table('case_document', {
  purpose: {
    fr: 'documents d’un dossier : ce qu’ils sont, leurs empreintes',
    en: 'documents of a case: what they are, their hashes',
  },
  retention: 'case',
  rights: 'none',
})
export class CaseDocumentEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) documentId: string;
  @Column('integer', IMPERSONAL) version: number;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) kind: DocumentKind;
  /** Classes of fields that it tells of: shown to who sees each of them. */
  @Column('text[]', CODED) classes: readonly FieldClass[];
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** The day that stands on it; `null`: not known. */
  @Column('date', IMPERSONAL, { nullable: true }) datedOn: string | null;
  @Column('text', CODED) mediaType: DocumentType;
  /** Of a PDF. */
  @Column('integer', IMPERSONAL, { nullable: true }) pages: number | null;
  @Column('integer', IMPERSONAL) bytes: number;
  /** SHA-256 of the file as it came. */
  @Column('text', oneWay('a file, which nobody guesses who has not seen it')) originalSha256: string;
  /** SHA-256 of what is kept; the record commits to both. */
  @Column('text', oneWay('the file that was made anew of it')) sha256: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['id'], keyId: 'keyId' })
  words: Sealed<DocumentWords>;
}
