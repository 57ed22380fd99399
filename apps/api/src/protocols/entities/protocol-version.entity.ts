import type { ProtocolFiles, Words } from '@repere/cases';
import type { ProtocolDocument } from '@repere/protocol';
import { ACCOUNT, IMPERSONAL, PUBLISHED } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('protocol_version', {
  purpose: { fr: 'protocoles publiés', en: 'published protocols' },
  retention: 'protocol',
  rights: 'none',
})
export class ProtocolVersionEntity {
  @PrimaryColumn('text', PUBLISHED) name: string;
  @PrimaryColumn('text', PUBLISHED) version: string;
  @Column('text', PUBLISHED) hash: string;
  @Column('jsonb', PUBLISHED) document: ProtocolDocument;
  @Column('jsonb', PUBLISHED, { nullable: true }) files: ProtocolFiles | null;
  @Column('jsonb', PUBLISHED, { nullable: true }) changeNotes: Words | null;
  @Column('text', PUBLISHED, { nullable: true }) base: string | null;
  @Column('text', PUBLISHED, { nullable: true }) territory: string | null;
  @Column('jsonb', PUBLISHED, { nullable: true }) lostProofs: readonly Words[] | null;
  @Column('text', PUBLISHED, { nullable: true }) lossReason: string | null;
  @Column('text', ACCOUNT) publishedBy: string;
  @Column('text', ACCOUNT, { nullable: true }) approvedBy: string | null;
  @Column('text', ACCOUNT, { nullable: true }) lossAcceptedBy: string | null;
  @Column('timestamptz', IMPERSONAL) publishedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) inForceFrom: Date | null;
}
