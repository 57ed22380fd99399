import { CODED, IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** Aliases, codes and commitments; the form is that of libs/ledger, without room for words. */
@Table('ledger_event', {
  purpose: {
    fr: 'journal des traces : chaque changement et chaque consultation',
    en: 'the record: every change and every look',
  },
  retention: 'record',
  rights: 'none',
  onlySql: 'TypeORM knows no xid8',
})
export class LedgerEventEntity {
  @PrimaryColumn('bigint', IMPERSONAL, { identity: true }) seq: string;
  @Column('xid8', IMPERSONAL, { default: 'pg_current_xact_id()' }) xid: string;
  @Column('text', CODED) entry: string;
}
