import type { ExploreReport } from '@repere/protocol';
import { ACCOUNT, IMPERSONAL, PUBLISHED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('protocol_exploration', {
  purpose: { fr: 'recherche de failles d’un protocole', en: 'search for faults of a protocol' },
  retention: 'protocol',
  rights: 'none',
})
export class ProtocolExplorationEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW, { nullable: true }) draftId: string | null;
  @Column('integer', IMPERSONAL, { nullable: true }) revision: number | null;
  @Column('timestamptz', IMPERSONAL) askedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) finishedAt: Date | null;
  @Column('text', PUBLISHED) hash: string;
  @Column('jsonb', PUBLISHED, { nullable: true }) report: ExploreReport | null;
  @Column('text', ACCOUNT) askedBy: string;
}
