import { ACCOUNT, CODED, IMPERSONAL, ROW } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';
import { ACCOUNT_MAC } from '../account-mac';

@Table('account_change', {
  purpose: { fr: 'changements à deux', en: 'changes that take two' },
  retention: 'account',
  rights: {
    key: ['id'],
    recorded: [
      'accountId',
      'kind',
      'beforeRoles',
      'roles',
      'email',
      'requestedBy',
      'state',
      'decidedBy',
      'decidedAt',
    ],
    silent: ['words', 'requestedAt', 'mac'],
  },
})
export class AccountChangeEntity {
  @Column('bytea', ACCOUNT_MAC, { nullable: true }) mac: Buffer | null;
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT) requestedBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) decidedBy: string | null;
  @Column('text', CODED) kind: 'roles' | 'email';
  @Column('text[]', CODED, { nullable: true }) beforeRoles: readonly string[] | null;
  @Column('text[]', CODED, { nullable: true }) roles: readonly string[] | null;
  @Column('text', CODED, { default: "'waiting'::text" }) state: 'waiting' | 'approved' | 'refused' | 'void';
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], nullable: true })
  email: Sealed<string> | null;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'] }) words: Sealed<string>;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) requestedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) decidedAt: Date | null;
}
