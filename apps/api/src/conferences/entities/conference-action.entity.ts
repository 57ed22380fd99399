import type { ActionState } from '@repere/cases';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

export interface ActionWords {
  readonly what: string;
  /** How it went, or why it was not done. */
  readonly outcome: string | null;
  /** Why somebody else took it over, the last time. */
  readonly passedWhy: string | null;
}

/** What somebody of ours took on at a conference, as it was said at one moment; the deadline is the conference's own (TOOL). */
@Table('conference_action', {
  purpose: {
    fr: 'actions décidées en concertation : qui, pour quand, faite ou non',
    en: 'actions agreed at case conferences: who, by when, done or not',
  },
  retention: 'case',
  rights: 'none',
})
export class ConferenceActionEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** The action: id of the first row that tells of it. */
  @Column('uuid', ROW) actionId: string;
  /** From 1; the highest is what stands. */
  @Column('integer', IMPERSONAL) version: number;
  @Column('uuid', ROW) appointmentId: string;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('uuid', ACCOUNT) ownerId: string;
  /** The first moment of the day after its day, by the clocks of the case. */
  @Column('timestamptz', IMPERSONAL) dueAt: Date;
  @Column('text', CODED) state: ActionState;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({
    holds: [
      'identity',
      'people',
      'contact',
      'places',
      'health',
      'judicial',
      'situation',
      'narrative',
      'staff',
    ],
    under: 'case',
    row: ['id'],
    keyId: 'keyId',
  })
  content: Sealed<ActionWords>;
}
