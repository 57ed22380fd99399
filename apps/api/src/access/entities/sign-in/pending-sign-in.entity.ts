import { ACCOUNT, IMPERSONAL, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('pending_sign_in', {
  purpose: { fr: 'connexions à mi-chemin, cinq minutes', en: 'sign-ins half way, for five minutes' },
  retention: 'sign-in',
  rights: 'by-mac',
})
export class PendingSignInEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('bytea', oneWay('256 random bits')) tokenHash: Buffer;
  @Column('uuid', ACCOUNT, { nullable: true }) accountId: string | null;
  @Column('bytea', oneWay('256 random bits, which a passkey has to sign'), { nullable: true })
  challenge: Buffer | null;
  @Column('smallint', IMPERSONAL, { default: '0' }) tries: number;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
}
