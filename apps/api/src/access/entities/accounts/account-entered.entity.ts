import { ACCOUNT, IMPERSONAL } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('account_entered', {
  purpose: { fr: 'comptes déjà utilisés', en: 'accounts that were used' },
  retention: 'account',
  rights: 'none',
})
export class AccountEnteredEntity {
  @PrimaryColumn('uuid', ACCOUNT) accountId: string;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) at: Date;
}
