import { ACCOUNT, ANYTHING, CASE, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** Minutes as somebody types them: their own, until they are saved or thrown away. */
@Table('minutes_draft', {
  purpose: { fr: 'compte rendu en cours de saisie', en: 'minutes that are being typed' },
  retention: 'draft',
  rights: 'none',
})
export class MinutesDraftEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @PrimaryColumn('uuid', ROW) appointmentId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', ROW) keyId: string;
  /** The version of the conference that was read. */
  @Column('integer', IMPERSONAL) version: number;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['accountId', 'appointmentId'], keyId: 'keyId' })
  content: Sealed<unknown>;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
  @Column('timestamptz', IMPERSONAL) savedAt: Date;
  /** By the machine's clock: when its saving was in the record last. */
  @Column('timestamptz', IMPERSONAL, { default: "'-infinity'::timestamp with time zone" }) recordedAt: Date;
}
