import { IMPERSONAL, PUBLISHED, oneWay } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_checkpoint', {
  purpose: { fr: 'racines signées des traces', en: 'signed roots of the record' },
  retention: 'record',
  rights: 'none',
})
export class LedgerCheckpointEntity {
  @PrimaryColumn('bigint', IMPERSONAL) size: string;
  @PrimaryColumn('text', IMPERSONAL) origin: string;
  @Column('timestamptz', IMPERSONAL) signedAt: Date;
  @Column('text', PUBLISHED) note: string;
  @Column('bytea', oneWay('entries of the record')) root: Buffer;
}
