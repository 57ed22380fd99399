import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('deviation', {
  purpose: { fr: 'écarts au protocole', en: 'deviations from the protocol' },
  retention: 'case',
  rights: 'none',
})
export class DeviationEntity {
  @PrimaryColumn('text', ROW) key: string;
  @Column('uuid', ROW) runId: string;
  @Column('uuid', ROW, { nullable: true }) entryId: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) kind: string;
  @Column('text', CODED) step: string;
  @Column('text', CODED) protocol: string;
  @Column('text', CODED) version: string;
  @Column('smallint', CODED) rank: number;
  @Column('text', CODED, { nullable: true }) origin: string | null;
  @Column('timestamptz', IMPERSONAL) openedAt: Date;
  @Column('timestamptz', IMPERSONAL) since: Date;
  @Column('bigint', IMPERSONAL, { nullable: true }) byMs: string | null;
  @Column('text', ACCOUNT, { nullable: true }) enteredBy: string | null;
}
