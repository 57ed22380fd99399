import { CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('step_conformance', {
  purpose: { fr: 'étapes comparées à leur protocole', en: 'steps beside their protocol' },
  retention: 'case',
  rights: 'none',
})
export class StepConformanceEntity {
  @PrimaryColumn('uuid', ROW) runId: string;
  @Column('uuid', ROW, { nullable: true }) lateAfter: string | null;
  @Column('uuid', ROW, { nullable: true }) unapprovedEntry: string | null;
  @Column('uuid', ROW, { nullable: true }) unweighedEntry: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @PrimaryColumn('text', CODED) step: string;
  @Column('text', CODED) protocol: string;
  @Column('text', CODED) version: string;
  @Column('smallint', CODED) weight: number;
  @Column('boolean', CODED) expected: boolean;
  @Column('boolean', CODED) met: boolean;
  @Column('text', CODED, { nullable: true }) origin: string | null;
  @Column('timestamptz', IMPERSONAL) openedAt: Date;
  @Column('integer', IMPERSONAL) times: number;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) possibleAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) doneAt: Date | null;
  @Column('bigint', IMPERSONAL, { nullable: true }) waitedMs: string | null;
  @Column('bigint', IMPERSONAL, { nullable: true }) lateMs: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) lateFrom: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) unapprovedFrom: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) unweighedFrom: Date | null;
}
