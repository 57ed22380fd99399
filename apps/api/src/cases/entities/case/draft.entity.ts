import { ACCOUNT, ANYTHING, CASE, CODED, IMPERSONAL, ROW } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('draft', {
  purpose: { fr: 'saisie en cours', en: 'what is being typed' },
  retention: 'draft',
  rights: 'none',
})
export class DraftEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @PrimaryColumn('uuid', ROW) runId: string;
  @Column('uuid', ROW) keyId: string;
  @PrimaryColumn('text', CODED) step: string;
  @Column('text', CODED) protocolVersion: string;
  @Column('uuid', CASE) caseFileId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['accountId', 'runId', 'step'], keyId: 'keyId' })
  content: Sealed<unknown>;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
  @Column('timestamptz', IMPERSONAL) savedAt: Date;
  @Column('timestamptz', IMPERSONAL, { default: "'-infinity'::timestamp with time zone" }) recordedAt: Date;
}
