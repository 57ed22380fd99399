import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';
import type { CapacityEventKind, CapacityReason } from '../capacity/capacity-state';

/** What a service said with its answer. */
export interface CapacityWords {
  /** Of another offer: what. */
  readonly words: string | null;
  readonly whomToCall: string | null;
}

/** What came of a question for a place: append-only, so that an answer that changed is seen to have changed. */
@Table('capacity_event', {
  purpose: {
    fr: 'réponses des services aux questions de place, et suites données',
    en: 'answers of services to questions for a place, and what followed',
  },
  retention: 'case',
  rights: 'none',
})
export class CapacityEventEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  @Column('uuid', ROW) questionId: string;
  /** `null`: of the whole question. */
  @Column('uuid', ROW, { nullable: true }) requestId: string | null;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) kind: CapacityEventKind;
  @Column('text', CODED, { nullable: true }) reason: CapacityReason | null;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) heldUntil: Date | null;
  @Column('uuid', ROW, { nullable: true }) sharingId: string | null;
  @Column('timestamptz', IMPERSONAL) at: Date;
  /** `null`: by the link of the request, or by itself. */
  @Column('uuid', ACCOUNT, { nullable: true }) byId: string | null;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['narrative', 'contact'], under: 'case', row: ['id'], keyId: 'keyId' })
  content: Sealed<CapacityWords>;
}
