import { IMPERSONAL, ROW, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_leaf', {
  purpose: { fr: 'place de chaque trace', en: 'the place of each event' },
  retention: 'record',
  rights: 'none',
})
export class LedgerLeafEntity {
  @PrimaryColumn('bigint', IMPERSONAL) leaf: string;
  @Column('bigint', IMPERSONAL) seq: string;
  @Column('bigint', IMPERSONAL) pos: string;
  @Column('text', ROW) stream: string;
  @Column('bytea', oneWay('an entry of the record')) hash: Buffer;
}
