import { ACCOUNT, IMPERSONAL } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('reminder_choice', {
  purpose: { fr: 'heure du rappel du jour', en: 'hour of the day’s reminder' },
  retention: 'account',
  rights: 'none',
})
export class ReminderChoiceEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @Column('smallint', IMPERSONAL) digestHour: number;
  @Column('boolean', IMPERSONAL) digestByMail: boolean;
  @Column('timestamptz', IMPERSONAL) chosenAt: Date;
}
