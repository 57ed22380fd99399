import { ACCOUNT, CASE, CODED, IMPERSONAL, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('access_event', {
  purpose: { fr: 'qui a consulté quel dossier', en: 'who looked at which case' },
  retention: 'record',
  rights: 'none',
})
export class AccessEventEntity {
  @PrimaryColumn('bigint', IMPERSONAL) eventSeq: string;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('uuid', CASE, { nullable: true }) caseFileId: string | null;
  /** The reader's alias. */
  @Column('text', ACCOUNT) reader: string;
  @Column('uuid[]', TEAM) teams: readonly string[];
  @Column('text', CODED) type: string;
  @Column('text', CODED) purpose: string;
  @Column('text', CODED) outcome: string;
}
