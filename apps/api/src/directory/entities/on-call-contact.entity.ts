import type { OnCallKind } from '@repere/protocol';
import type { OpeningHours } from '../on-call/opening-hours';
import { ACCOUNT, CODED, IMPERSONAL, ROW } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** What an interpreter may be. */
export const INTERPRETER_SEXES = ['woman', 'man'] as const;
export type InterpreterSex = (typeof INTERPRETER_SEXES)[number];

/** Who answers and how: the numbers of magistrates and officers on duty are nobody else's to have. */
export interface OnCallContent {
  readonly name: string;
  readonly phones: readonly string[];
  /** `null`: day and night. */
  readonly hours: OpeningHours | null;
  /** Its own words beside what is always said to its kind. */
  readonly say: string | null;
  /** Of an interpreter: in words, as written. */
  readonly languages: readonly string[];
  readonly sexes: readonly InterpreterSex[];
  readonly byTelephone: boolean;
}

/** Whom to call in a territory. One that is replaced stays, with its end: what was called at that time is still known. */
@Table('on_call_contact', {
  purpose: { fr: 'contacts d’astreinte par territoire', en: 'on-call contacts by territory' },
  retention: 'account',
  rights: 'none',
})
export class OnCallContactEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** INSEE code of the département. */
  @Column('text', CODED) territory: string;
  @Column('text', CODED) kind: OnCallKind;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({ holds: ['staff'], under: 'space', row: ['id'], keyId: 'keyId' })
  content: Sealed<OnCallContent>;
  @Column('uuid', ACCOUNT) verifiedBy: string;
  @Column('timestamptz', IMPERSONAL) verifiedAt: Date;
  @Column('timestamptz', IMPERSONAL) createdAt: Date;
  @Column('timestamptz', IMPERSONAL, { nullable: true }) removedAt: Date | null;
  @Column('uuid', ACCOUNT, { nullable: true }) removedBy: string | null;
}
