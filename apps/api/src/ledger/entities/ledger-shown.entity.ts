import { CASE, IMPERSONAL, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_shown', {
  purpose: { fr: 'quels dossiers une liste a montrés', en: 'which cases a list showed' },
  retention: 'record',
  rights: 'none',
})
export class LedgerShownEntity {
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  @Column('bytea', oneWay('a line with a random salt')) commitment: Buffer;
}
