import { ACCOUNT, CODED, IMPERSONAL, ROW, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('account_mail', {
  purpose: { fr: 'courriels aux comptes et leurs liens', en: 'mails to accounts and their links' },
  retention: 'sign-in',
  rights: {
    key: ['id'],
    recorded: ['kind', 'accountId', 'tokenHash', 'expiresAt', 'endedAt'],
    silent: ['asked', 'about', 'email', 'createdAt', 'sentAt', 'mac'],
  },
})
export class AccountMailEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', CODED) kind: string;
  @Column('uuid', ACCOUNT, { nullable: true }) accountId: string | null;
  /** The referral or request for a place that it is about, until it has left. */
  @Column('uuid', ROW, { nullable: true }) about: string | null;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], nullable: true })
  asked: Sealed<string> | null;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], nullable: true })
  email: Sealed<string> | null;
  @Column('bytea', oneWay('256 random bits'), { nullable: true }) tokenHash: Buffer | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) expiresAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
}
