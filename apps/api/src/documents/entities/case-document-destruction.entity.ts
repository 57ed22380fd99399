import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';
import type { DestructionReason } from '../document-kinds';

/** That the bytes of all versions of a document were destroyed, once: by whom, when, why. */
@Table('case_document_destruction', {
  purpose: {
    fr: 'destructions de documents : par qui, quand, pourquoi',
    en: 'destructions of documents: by whom, when, why',
  },
  retention: 'case',
  rights: 'none',
})
export class CaseDocumentDestructionEntity {
  @PrimaryColumn('uuid', ROW) documentId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('text', CODED) reason: DestructionReason;
}
