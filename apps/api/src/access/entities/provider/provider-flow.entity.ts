import { ACCOUNT, CODED, IMPERSONAL, ROW, keyedHash, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('provider_flow', {
  purpose: { fr: 'allers-retours chez un fournisseur', en: 'ways to a provider and back' },
  retention: 'sign-in',
  rights: 'by-mac',
})
export class ProviderFlowEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('bytea', oneWay('256 random bits')) stateHash: Buffer;
  @Column('bytea', oneWay('256 random bits')) browserHash: Buffer;
  @Column('text', CODED) provider: string;
  @Column('text', CODED) intent: string;
  @Column('text', CODED, { nullable: true }) issuer: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) accountId: string | null;
  @Column('uuid', ROW, { nullable: true }) invitationId: string | null;
  @Column('bytea', keyedHash('network address')) addressToken: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) begunAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) usedAt: Date | null;
  @Column('bytea', keyedHash('issuer and sub'), { nullable: true }) subjectToken: Buffer | null;
}
