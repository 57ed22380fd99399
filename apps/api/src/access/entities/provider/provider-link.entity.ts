import { ACCOUNT, CODED, IMPERSONAL, ROW, keyedHash } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('provider_link', {
  purpose: {
    fr: 'identités de fournisseurs par lesquelles un compte est connu',
    en: 'identities at providers by which an account is known',
  },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: ['accountId', 'provider', 'issuer', 'subjectToken', 'linkedBy'],
    silent: ['linkedAt', 'mac'],
  },
})
export class ProviderLinkEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT) linkedBy: string;
  @Column('text', CODED) provider: string;
  @Column('text', CODED) issuer: string;
  @Column('bytea', keyedHash('issuer and sub')) subjectToken: Buffer;
  @Column('timestamptz', IMPERSONAL) linkedAt: Date;
}
