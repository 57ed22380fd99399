import { CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('alert', {
  purpose: { fr: 'alertes aux encadrants', en: 'alerts to supervisors' },
  retention: 'case',
  rights: 'none',
})
export class AlertEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) runId: string;
  @Column('uuid', ROW) entryId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) step: string;
  @Column('text', CODED) kind: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
}
