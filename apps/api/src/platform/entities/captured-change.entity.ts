import { CODED, IMPERSONAL, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('captured_change', {
  purpose: {
    fr: 'changements que l’événement de la même transaction va dire ; vide entre deux',
    en: 'changes that the event of the same transaction will tell of; empty in between',
  },
  retention: 'machine',
  rights: 'none',
  onlySql: 'TypeORM knows no xid8',
})
export class CapturedChangeEntity {
  @PrimaryColumn('bigint', IMPERSONAL, { identity: true }) id: string;
  @Column('xid8', IMPERSONAL, { default: 'pg_current_xact_id()' }) xid: string;
  @Column('text', CODED) tableName: string;
  @Column('text', CODED) rowName: string;
  @Column('text', oneWay('the row'), { nullable: true }) digest: string | null;
}
