import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('reminder', {
  purpose: { fr: 'ce qui est à dire sans attendre', en: 'what is to be told without waiting' },
  retention: 'case',
  rights: 'none',
})
export class ReminderEntity {
  @PrimaryColumn('uuid', ROW, { default: 'gen_random_uuid()' }) id: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ROW) runId: string;
  @Column('text', CODED) step: string;
  @Column('text', CODED) of: string;
  @Column('timestamptz', IMPERSONAL) startsAt: Date;
  @Column('timestamptz', IMPERSONAL) remindAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) answeredAt: Date | null;
  @Column('uuid', ACCOUNT, { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) passedOnAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) overAt: Date | null;
}
