import { ANYTHING, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { SealedPayload } from '../checking/open-payload';

@Table('ledger_payload', {
  purpose: { fr: 'détails d’une trace', en: 'details of an event' },
  retention: 'record',
})
export class LedgerPayloadEntity {
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case-or-space', row: ['eventSeq'], keyId: 'keyId' })
  content: Sealed<SealedPayload>;
}
