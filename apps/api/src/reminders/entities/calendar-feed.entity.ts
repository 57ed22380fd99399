import { ACCOUNT, IMPERSONAL, keyedHash, oneWay, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('calendar_feed', {
  purpose: { fr: 'adresse secrète d’un agenda', en: 'secret address of a calendar' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['accountId', 'tokenHash', 'revokedAt'],
    silent: ['madeAt', 'fetches', 'fetchedAt', 'mac'],
  },
})
export class CalendarFeedEntity {
  @Column('bytea', keyedHash('the account and the address'), { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('bytea', oneWay('256 random bits')) tokenHash: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) madeAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) revokedAt: Date | null;
  @Column('integer', IMPERSONAL, { default: '0' }) fetches: number;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) fetchedAt: Date | null;
}
