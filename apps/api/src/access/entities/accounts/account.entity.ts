import type { AccountRole } from '@repere/access';
import { ACCOUNT, CODED, IMPERSONAL, oneWay, staff } from '../../../platform/data/column-class';
import {
  Column,
  DICTIONARY_ORDER,
  PrimaryColumn,
  type Sealed,
  SealedColumn,
  Table,
} from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('account', {
  purpose: { fr: 'comptes des professionnels', en: 'accounts of staff' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['login', 'name', 'roles', 'disabledAt', 'startsOn', 'endsOn', 'passwordHash', 'email'],
    silent: ['language', 'createdAt', 'passwordSetAt', 'rightsConfirmedAt', 'passwordMac', 'emailMac'],
  },
})
export class AccountEntity {
  @PrimaryColumn('uuid', ACCOUNT, { default: 'gen_random_uuid()' }) id: string;
  /** Lower case. */
  @Column('text', staff('typed at sign-in, shown to who administers accounts')) login: string;
  @Column('text', staff('signs every act, in every dossier'), { collation: DICTIONARY_ORDER }) name: string;
  /** `null`: invited, or signs in without one. */
  @Column('text', oneWay('password, Argon2id with a salt'), { nullable: true }) passwordHash: string | null;
  @Column('text[]', CODED) roles: AccountRole[];
  @Column('text', CODED, { default: "'fr'::text" }) language: 'fr' | 'en';
  @Column('timestamptz', IMPERSONAL, { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], nullable: true })
  email: Sealed<string> | null;
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) passwordMac: Buffer | null;
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) emailMac: Buffer | null;
  @Column('date', IMPERSONAL, { nullable: true }) startsOn: string | null;
  @Column('date', IMPERSONAL, { nullable: true }) endsOn: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) passwordSetAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) rightsConfirmedAt: Date;
}
