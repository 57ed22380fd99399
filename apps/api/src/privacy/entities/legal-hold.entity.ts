import { ACCOUNT, CASE, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('legal_hold', {
  purpose: { fr: 'dossiers que personne ne doit effacer', en: 'cases that nobody may erase' },
  retention: 'case',
  rights: 'none',
})
export class LegalHoldEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) setBy: string;
  @Column('uuid', ACCOUNT, { nullable: true }) liftedBy: string | null;
  @Column('timestamptz', IMPERSONAL) setAt: Date;
  @Column('bigint', IMPERSONAL) setSeq: string;
  @Column('date', IMPERSONAL, { nullable: true }) reviewOn: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) liftedAt: Date | null;
  @Column('bigint', IMPERSONAL, { nullable: true }) liftedSeq: string | null;
}
