import type { RestrictionReason } from '@repere/cases';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('restriction', {
  purpose: { fr: 'dossiers réservés à un cercle', en: 'cases restricted to a circle' },
  retention: 'case',
  rights: {
    key: ['id'],
    recorded: ['caseFileId', 'circle', 'setBy', 'since', 'endedAt', 'endedBy'],
    silent: ['teamId', 'reason', 'keyId', 'words'],
  },
})
export class RestrictionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) keyId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid[]', ACCOUNT) circle: readonly string[];
  @Column('uuid', ACCOUNT) setBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) endedBy: string | null;
  @Column('text', CODED) reason: RestrictionReason;
  @SealedColumn({ holds: ['narrative', 'staff'], under: 'case', row: ['id'], keyId: 'keyId' })
  words: Sealed<string>;
  @Column('timestamptz', IMPERSONAL) since: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) endedAt: Date | null;
}
