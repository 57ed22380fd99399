import { ACCOUNT, CODED, IMPERSONAL, ROW, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('provider_invitation', {
  purpose: { fr: 'invitations à lier une identité', en: 'invitations to link an identity' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['tokenHash', 'accountId', 'provider', 'invitedBy', 'invitedAt', 'usedAt'],
    silent: ['mac'],
  },
})
export class ProviderInvitationEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('bytea', oneWay('256 random bits')) tokenHash: Buffer;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT) invitedBy: string;
  @Column('text', CODED) provider: string;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) invitedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) usedAt: Date | null;
}
