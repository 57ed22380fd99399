import { IMPERSONAL, PUBLISHED } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('ledger_key', {
  purpose: { fr: 'clés publiques du signataire', en: 'public keys of the signer' },
  retention: 'record',
  rights: 'none',
})
export class LedgerKeyEntity {
  @PrimaryColumn('integer', IMPERSONAL) number: number;
  @Column('timestamptz', IMPERSONAL) since: Date;
  @Column('text', PUBLISHED) key: string;
  @Column('text', PUBLISHED, { nullable: true }) voucher: string | null;
}
