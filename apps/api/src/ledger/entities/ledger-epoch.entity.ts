import { IMPERSONAL, PUBLISHED } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_epoch', {
  purpose: { fr: 'reprises après une restauration', en: 'restarts after a restore' },
  retention: 'record',
  rights: 'none',
})
export class LedgerEpochEntity {
  @PrimaryColumn('integer', IMPERSONAL) number: number;
  @Column('timestamptz', IMPERSONAL) beganAt: Date;
  @Column('bigint', IMPERSONAL, { nullable: true }) eventSeq: string | null;
  @Column('text', IMPERSONAL) origin: string;
  @Column('text', IMPERSONAL, { nullable: true }) previous: string | null;
  /** Words of who runs the server, about the server; whoever checks the record reads them. */
  @Column('text', PUBLISHED, { nullable: true }) reason: string | null;
}
