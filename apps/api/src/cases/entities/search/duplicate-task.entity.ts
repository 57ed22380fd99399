import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../../platform/data/columns';

@Table('duplicate_task', {
  purpose: { fr: 'doublons possibles entre équipes', en: 'possible duplicates across teams' },
  retention: 'case',
  rights: 'none',
})
export class DuplicateTaskEntity {
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', CASE) otherCaseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', TEAM) otherTeamId: string;
  @Column('text[]', CODED) why: readonly string[];
  @Column('text', CODED, { nullable: true }) outcome: string | null;
  @Column('timestamptz', IMPERSONAL) raisedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) dueAt: Date | null;
  @Column('text', ACCOUNT) raisedBy: string;
  @Column('text', ACCOUNT, { nullable: true }) closedBy: string | null;
  @Column('uuid', ACCOUNT, { nullable: true }) askedOf: string | null;
  @SealedColumn({ holds: ['identity', 'narrative'], under: 'space', row: ['id'], nullable: true })
  note: Sealed<unknown> | null;
}
