import { ACCOUNT, IMPERSONAL, oneWay } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('recovery_code', {
  purpose: { fr: 'codes de secours', en: 'recovery codes' },
  retention: 'account',
  rights: {
    key: ['accountId', 'codeHash'],
    recorded: ['usedAt'],
    silent: ['madeAt', 'mac'],
  },
})
export class RecoveryCodeEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @PrimaryColumn('bytea', oneWay('80 random bits')) codeHash: Buffer;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) madeAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) usedAt: Date | null;
}
