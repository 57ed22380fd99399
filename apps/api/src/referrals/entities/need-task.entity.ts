import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';
import type { NeedTaskKind } from '../../cases/worklist/need-tasks.query';
import type { NeedCode } from './unmet-need-event.entity';

/** What a need of a child waits for from us: written by answers and the clock, gone once it is done, never by hand. */
@Table('need_task', {
  purpose: {
    fr: 'ce qu’une orientation ou une demande de place attend de l’équipe, et jusqu’à quand',
    en: 'what a referral or a question for a place waits for from the team, and until when',
  },
  retention: 'case',
  rights: 'none',
})
export class NeedTaskEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', CODED) kind: NeedTaskKind;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) need: NeedCode;
  /** Of a need in words alone: the first referral that was sent for it. */
  @Column('uuid', ROW, { nullable: true }) needId: string | null;
  /** Who asked last. */
  @Column('uuid', ACCOUNT, { nullable: true }) askerId: string | null;
  @Column('timestamptz', IMPERSONAL) since: Date;
  @Column('timestamptz', IMPERSONAL) dueAt: Date;
  /** From when supervisors are told. */
  @Column('timestamptz', IMPERSONAL) lateAt: Date;
}
