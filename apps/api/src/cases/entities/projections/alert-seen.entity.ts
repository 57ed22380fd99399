import { ACCOUNT, CASE, IMPERSONAL, ROW } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('alert_seen', {
  purpose: { fr: 'qui a vu quelle alerte', en: 'who saw which alert' },
  retention: 'case',
  rights: 'none',
})
export class AlertSeenEntity {
  @PrimaryColumn('uuid', ROW) alertId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', ACCOUNT) seenBy: string;
  @Column('timestamptz', IMPERSONAL) seenAt: Date;
}
