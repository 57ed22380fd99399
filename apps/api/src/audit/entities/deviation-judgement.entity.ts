import type { JudgementKind } from '@repere/audit';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, Table } from '../../platform/data/columns';

/** The words are the event's payload. */
@Table('deviation_judgement', {
  purpose: { fr: 'ce qui a été dit d’un écart', en: 'what was said of a deviation' },
  retention: 'case',
  rights: 'none',
})
export class DeviationJudgementEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('text', ROW) deviationKey: string;
  @Column('uuid', ROW) runId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) step: string;
  @Column('text', CODED) kind: JudgementKind;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('text', ACCOUNT, { nullable: true }) enteredBy: string | null;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('bigint', IMPERSONAL) eventSeq: string;
}
