import { ACCOUNT, CASE, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('recusal', {
  purpose: { fr: 'conflits d’intérêts déclarés', en: 'conflicts of interest declared' },
  retention: 'case',
  rights: {
    key: ['id'],
    recorded: ['caseFileId', 'accountId', 'declaredAt', 'liftedAt', 'liftedBy'],
    silent: ['teamId', 'keyId', 'words'],
  },
})
export class RecusalEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) keyId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) accountId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) liftedBy: string | null;
  @SealedColumn({ holds: ['narrative', 'staff'], under: 'case', row: ['id'], keyId: 'keyId' })
  words: Sealed<string>;
  @Column('timestamptz', IMPERSONAL) declaredAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) liftedAt: Date | null;
}
