import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('work_line', {
  purpose: { fr: 'lignes des listes de travail', en: 'lines of lists of work' },
  retention: 'case',
  rights: 'none',
})
export class WorkLineEntity {
  @PrimaryColumn('uuid', ROW) runId: string;
  @PrimaryColumn('text', CODED) step: string;
  @PrimaryColumn('text', CODED) of: string;
  @PrimaryColumn('text', CODED) lane: string;
  @Column('smallint', CODED) rank: number;
  @Column('integer', CODED) place: number;
  @Column('text', CODED) protocol: string;
  @Column('text', CODED) version: string;
  @Column('text', CODED) state: string;
  @Column('text', CODED, { nullable: true }) origin: string | null;
  @Column('text', CODED) owner: string;
  @Column('boolean', CODED) atOnce: boolean;
  @Column('text', CODED, { nullable: true }) approverRole: string | null;
  /** Of the act that waits for an approval. */
  @Column('text', ACCOUNT, { nullable: true }) enteredBy: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) leadId: string | null;
  /** Its place in its lane: when it is due, before all dates without one. */
  @Column('timestamptz', IMPERSONAL) sortedAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) lateFrom: Date | null;
  /** When something of its case presses more. */
  @Column('timestamptz', IMPERSONAL, { nullable: true }) quietUntil: Date | null;
}
