import { ANYTHING, CASE, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** The bytes of a version, until they are destroyed. */
@Table('case_document_content', {
  purpose: { fr: 'fichiers des documents d’un dossier', en: 'files of the documents of a case' },
  retention: 'case',
  rights: 'none',
})
export class CaseDocumentContentEntity {
  @PrimaryColumn('uuid', ROW) versionId: string;
  @Column('uuid', ROW) documentId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['versionId'], keyId: 'keyId', form: 'bytes' })
  content: Sealed<Uint8Array>;
}
