import { ACCOUNT, IMPERSONAL, ROW } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('totp_factor', {
  purpose: { fr: 'applications de codes', en: 'authenticator apps' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['accountId', 'secret', 'keyId', 'confirmedAt'],
    silent: ['lastStep', 'createdAt', 'mac'],
  },
})
export class TotpFactorEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @SealedColumn({ holds: ['key'], under: 'space', row: ['id'], keyId: 'keyId' }) secret: Sealed<string>;
  @Column('uuid', ROW) keyId: string;
  @Column('bigint', IMPERSONAL, { nullable: true }) lastStep: string | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) confirmedAt: Date | null;
}
