import { CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('step_state', {
  purpose: { fr: 'ce qui est à faire', en: 'what is to be done' },
  retention: 'case',
  rights: 'none',
})
export class StepStateEntity {
  @PrimaryColumn('uuid', ROW) runId: string;
  @Column('uuid', ROW, { nullable: true }) toApprove: string | null;
  @PrimaryColumn('text', CODED) step: string;
  @Column('text', CODED) protocol: string;
  @Column('text', CODED) state: string;
  @Column('text', CODED, { nullable: true }) approverRole: string | null;
  @Column('boolean', CODED, { default: 'false' }) rests: boolean;
  @Column('boolean', CODED, { default: 'false' }) isOver: boolean;
  @Column('text', CODED, { nullable: true }) counted: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) opensAt: Date | null;
}
