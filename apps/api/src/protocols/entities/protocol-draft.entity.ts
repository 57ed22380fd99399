import type { DraftState, ProtocolFiles, Words } from '@repere/cases';
import { ACCOUNT, CODED, IMPERSONAL, PUBLISHED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('protocol_draft', {
  purpose: { fr: 'protocoles en cours d’écriture', en: 'protocols being written' },
  retention: 'protocol',
  rights: 'none',
})
export class ProtocolDraftEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', PUBLISHED) protocol: string;
  @Column('text', PUBLISHED, { nullable: true }) fromVersion: string | null;
  @Column('text', PUBLISHED, { nullable: true }) version: string | null;
  @Column('jsonb', PUBLISHED, { nullable: true }) title: Words | null;
  @Column('jsonb', PUBLISHED) files: ProtocolFiles;
  @Column('jsonb', PUBLISHED, { nullable: true }) changeNotes: Words | null;
  @Column('text', PUBLISHED) hash: string;
  @Column('text', PUBLISHED, { nullable: true }) approvedHash: string | null;
  @Column('text', PUBLISHED, { nullable: true }) lossHash: string | null;
  @Column('text', PUBLISHED, { nullable: true }) lossReason: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) inForceFrom: Date | null;
  @Column('integer', IMPERSONAL, { default: '1' }) revision: number;
  @Column('timestamptz', IMPERSONAL) changedAt: Date;
  @Column('timestamptz', IMPERSONAL) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) approvedAt: Date | null;
  @Column('text', CODED, { default: "'drafting'::text" }) state: DraftState;
  @Column('uuid', ACCOUNT) authorId: string;
  @Column('uuid[]', ACCOUNT) savedBy: readonly string[];
  @Column('uuid', ACCOUNT) changedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) approvedBy: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) lossAcceptedBy: string | null;
}
