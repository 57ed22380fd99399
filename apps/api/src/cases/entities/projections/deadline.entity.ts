import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../../platform/data/columns';

@Table('deadline', {
  purpose: { fr: 'délais', en: 'deadlines' },
  retention: 'case',
  rights: 'none',
})
export class DeadlineEntity {
  @PrimaryColumn('uuid', ROW) runId: string;
  @PrimaryColumn('text', CODED) step: string;
  @PrimaryColumn('text', CODED) of: string;
  @Column('text', CODED) protocol: string;
  @Column('text', CODED) origin: string;
  @Column('text', CODED) owner: string;
  @Column('boolean', CODED, { default: 'false' }) atOnce: boolean;
  @Column('boolean', CODED, { default: 'false' }) rests: boolean;
  @Column('text', CODED, { nullable: true }) waitsFor: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT, { nullable: true }) leadId: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) startsAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) lateFrom: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) metAt: Date | null;
}
