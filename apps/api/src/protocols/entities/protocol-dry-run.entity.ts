import { ACCOUNT, CODED, IMPERSONAL, PUBLISHED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('protocol_dry_run', {
  purpose: { fr: 'essais d’une version sur les dossiers ouverts', en: 'trials of a version on open cases' },
  retention: 'protocol',
  rights: 'none',
})
export class ProtocolDryRunEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW, { nullable: true }) draftId: string | null;
  @Column('uuid', ROW, { nullable: true }) lastRunId: string | null;
  @Column('text', PUBLISHED) protocol: string;
  @Column('text', PUBLISHED) toVersion: string;
  @Column('text', PUBLISHED) hash: string;
  @Column('jsonb', PUBLISHED) document: unknown;
  @Column('uuid', ACCOUNT) askedBy: string;
  @Column('timestamptz', IMPERSONAL) askedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) finishedAt: Date | null;
  @Column('integer', IMPERSONAL, { default: '0' }) total: number;
  @Column('integer', IMPERSONAL, { default: '0' }) done: number;
  @Column('jsonb', CODED) counts: unknown;
}
