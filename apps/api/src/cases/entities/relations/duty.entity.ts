import { ACCOUNT, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('duty', {
  purpose: { fr: 'astreintes', en: 'the rota' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['teamId', 'accountId', 'namedBy', 'fromAt', 'untilAt', 'endedAt', 'endedBy'],
    silent: ['namedAt'],
  },
})
export class DutyEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT) namedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) endedBy: string | null;
  @Column('timestamptz', IMPERSONAL) fromAt: Date;
  @Column('timestamptz', IMPERSONAL) untilAt: Date;
  @Column('timestamptz', IMPERSONAL) namedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
}
