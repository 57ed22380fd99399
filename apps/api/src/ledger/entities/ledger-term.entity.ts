import { IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_term', {
  purpose: {
    fr: 'quel signataire a le droit de signer les traces',
    en: 'which signer has the right to sign the record',
  },
  retention: 'record',
  rights: 'none',
})
export class LedgerTermEntity {
  @PrimaryColumn('integer', IMPERSONAL) number: number;
  @Column('timestamptz', IMPERSONAL) beganAt: Date;
  @Column('text', ROW) mark: string;
  @Column('bigint', IMPERSONAL, { nullable: true }) eventSeq: string | null;
}
