import { ANYTHING, IMPERSONAL, ROW } from '../data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../data/columns';

/** Fields with their salts, as they are sealed beside an event. */
export interface SealedPayload {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly salts: Readonly<Record<string, string>>;
}

@Table('ledger_payload', {
  purpose: { fr: 'détails d’une trace', en: 'details of an event' },
  retention: 'record',
  rights: 'none',
})
export class LedgerPayloadEntity {
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  /** The id in the event's entry, to which the content is bound. */
  @Column('uuid', ROW) eventId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ANYTHING, under: 'case-or-space', row: ['eventId'], keyId: 'keyId' })
  content: Sealed<SealedPayload>;
}
