import { IMPERSONAL, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_tile', {
  purpose: { fr: 'arbre des traces', en: 'tree of the record' },
  retention: 'record',
  rights: 'none',
})
export class LedgerTileEntity {
  @PrimaryColumn('smallint', IMPERSONAL) level: number;
  @PrimaryColumn('bigint', IMPERSONAL) index: string;
  @Column('bytea', oneWay('entries of the record')) nodes: Buffer;
  @Column('bytea', oneWay('entries of the record')) root: Buffer;
}
