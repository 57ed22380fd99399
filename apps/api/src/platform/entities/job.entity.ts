import { CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

@Table('job', {
  purpose: { fr: 'travaux en attente', en: 'work that waits' },
  retention: 'machine',
  rights: 'none',
})
export class JobEntity {
  @PrimaryColumn('text', CODED) kind: string;
  @PrimaryColumn('uuid', ROW) subject: string;
  @Column('text', CODED, { default: "'waiting'::text" }) state: string;
  @Column('text', CODED, { nullable: true }) stoppedBecause: string | null;
  @Column('real', IMPERSONAL, { default: '0' }) progress: number;
  @Column('integer', IMPERSONAL, { default: '0' }) attempts: number;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) runAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', IMPERSONAL, { default: 'now()' }) createdAt: Date;
  @Column('uuid', IMPERSONAL, { nullable: true }) lease: string | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) leasedUntil: Date | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) finishedAt: Date | null;
}
