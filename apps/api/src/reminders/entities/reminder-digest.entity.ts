import { ACCOUNT, IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('reminder_digest', {
  purpose: { fr: 'rappel du jour, en nombres', en: 'the day’s reminder, in numbers' },
  retention: 'account',
  rights: 'none',
})
export class ReminderDigestEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @PrimaryColumn('date', IMPERSONAL) day: string;
  @Column('timestamptz', IMPERSONAL) madeAt: Date;
  @Column('integer', IMPERSONAL) late: number;
  @Column('integer', IMPERSONAL) today: number;
  @Column('integer', IMPERSONAL) approvals: number;
}
