import type { ExploreReport } from '@repere/protocol';
import { IMPERSONAL, PUBLISHED, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('protocol_proof', {
  purpose: { fr: 'preuves des garde-fous', en: 'proofs of the safeguards' },
  retention: 'protocol',
  rights: 'none',
})
export class ProtocolProofEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('jsonb', PUBLISHED) subjects: ExploreReport['subjects'];
  @Column('jsonb', PUBLISHED) report: ExploreReport;
  @Column('timestamptz', IMPERSONAL) exploredAt: Date;
}
