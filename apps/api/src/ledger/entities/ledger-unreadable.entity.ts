import { IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_unreadable', {
  purpose: { fr: 'traces illisibles, mises de côté', en: 'unreadable events, set aside' },
  retention: 'record',
  rights: 'none',
})
export class LedgerUnreadableEntity {
  @PrimaryColumn('bigint', IMPERSONAL) seq: string;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) foundAt: Date;
}
