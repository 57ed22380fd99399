import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('reminder_notice', {
  purpose: { fr: 'qui a reçu quel rappel', en: 'who was given which reminder' },
  retention: 'case',
  rights: 'none',
})
export class ReminderNoticeEntity {
  @PrimaryColumn('uuid', ROW) reminderId: string;
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('text', CODED) why: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
}
