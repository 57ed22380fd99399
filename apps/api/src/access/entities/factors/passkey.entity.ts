import { ACCOUNT, CODED, IMPERSONAL, ROW, oneWay, staff } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('passkey', {
  purpose: { fr: 'clés d’accès', en: 'passkeys' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['accountId', 'credentialId', 'publicKey'],
    silent: ['signCount', 'transports', 'isSynced', 'name', 'createdAt', 'lastUsedAt', 'mac'],
  },
})
export class PasskeyEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('bytea', oneWay('made by the device for this service alone')) credentialId: Buffer;
  @Column('bytea', oneWay('made by the device for this service alone')) publicKey: Buffer;
  @Column('text[]', CODED) transports: readonly string[];
  @Column('text', staff('its owner tells it from others by it')) name: string;
  @Column('bigint', IMPERSONAL) signCount: string;
  @Column('boolean', IMPERSONAL) isSynced: boolean;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) lastUsedAt: Date | null;
}
