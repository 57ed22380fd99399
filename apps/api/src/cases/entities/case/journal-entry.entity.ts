import { ACCOUNT, ANYTHING, CASE, CODED, IMPERSONAL, ROW, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';
import type { SealedEntry } from '../../journal/sealed-entry';

@Table('journal_entry', {
  purpose: {
    fr: 'journal du dossier : tout ce qui a été fait et dit',
    en: 'the journal of a case: all that was done and said',
  },
  retention: 'case',
  rights: 'none',
})
export class JournalEntryEntity {
  @PrimaryColumn('uuid', CASE) caseFileId: string;
  @PrimaryColumn('bigint', IMPERSONAL) seq: string;
  @Column('bigint', IMPERSONAL) ledgerSeq: string;
  @Column('uuid', ROW) id: string;
  @Column('uuid', ROW, { nullable: true }) runId: string | null;
  @Column('uuid', ROW, { nullable: true }) targetId: string | null;
  @Column('uuid', ROW) keyId: string;
  @Column('text', CODED) kind: string;
  @Column('text', CODED, { nullable: true }) step: string | null;
  @Column('text', CODED) occurredPrecision: string;
  @Column('boolean', CODED, { default: 'false' }) occurredEstimated: boolean;
  @Column('timestamptz', IMPERSONAL) occurredFrom: Date;
  @Column('timestamptz', IMPERSONAL) occurredTo: Date;
  @Column('timestamptz', IMPERSONAL) recordedAt: Date;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) machineAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) deviceAt: Date | null;
  @Column('text', ACCOUNT) enteredBy: string;
  @Column('text', ACCOUNT, { nullable: true }) targetEnteredBy: string | null;
  @SealedColumn({ holds: ANYTHING, under: 'case', row: ['id'], keyId: 'keyId' }) payload: Sealed<SealedEntry>;
  @Column('bytea', oneWay('fields, each with a random salt')) commitment: Buffer;
  @Column('bytea', oneWay('commitments of entries'), { nullable: true }) targetHash: Buffer | null;
}
