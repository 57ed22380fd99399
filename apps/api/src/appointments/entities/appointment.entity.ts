import type {
  AppointmentKind,
  AppointmentState,
  CancelReason,
  SureOrNot,
  ThirdPerson,
  Told,
} from '@repere/cases';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** What is said of it in words; `null`: nothing. */
export interface AppointmentWords {
  /** Of a journey: where it begins; `place` is where it ends. */
  readonly from: string | null;
  readonly place: string | null;
  readonly withWhom: string | null;
  /** Who goes with the child, where it is nobody of ours. */
  readonly escort: string | null;
  /** Which language the interpreter speaks. */
  readonly language: string | null;
  /** The person beside the child, or the decision that there is none: who, when, which, why. */
  readonly third: string | null;
  /** Of a hearing or confrontation: why the child is heard again (S39). */
  readonly whyAgain: string | null;
  readonly notes: string | null;
  /** How it went, or why it did not take place. */
  readonly outcome: string | null;
}

/** An appointment as it was said at one moment: append-only, so that what was said before a move or a correction stays. */
@Table('appointment', {
  purpose: {
    fr: 'rendez-vous de l’enfant, tels qu’ils ont été dits, déplacés, tenus',
    en: 'appointments of the child, as they were said, moved, held',
  },
  retention: 'case',
  rights: 'none',
})
export class AppointmentEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** The appointment: id of the first row that tells of it. */
  @Column('uuid', ROW) appointmentId: string;
  /** From 1; the highest is what stands. */
  @Column('integer', IMPERSONAL) version: number;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) kind: AppointmentKind;
  @Column('text', CODED) state: AppointmentState;
  @Column('text', CODED, { nullable: true }) reason: CancelReason | null;
  /** Of a day without an hour: its first moment, by the clocks of the case. */
  @Column('timestamptz', IMPERSONAL) startsAt: Date;
  @Column('boolean', IMPERSONAL) isWholeDay: boolean;
  @Column('integer', IMPERSONAL, { nullable: true }) minutes: number | null;
  @Column('boolean', IMPERSONAL) hasEscort: boolean;
  /** Who of ours goes with the child. */
  @Column('uuid', ACCOUNT, { nullable: true }) escortId: string | null;
  /** Whether an interpreter is needed. */
  @Column('text', CODED) interpreter: SureOrNot;
  @Column('text', CODED) interpreterFound: SureOrNot;
  /** `null`: nobody is asked for at this kind. */
  @Column('text', CODED, { nullable: true }) third: ThirdPerson | null;
  @Column('text', CODED) told: Told;
  @Column('timestamptz', IMPERSONAL) at: Date;
  @Column('uuid', ACCOUNT) byId: string;
  @Column('uuid', ROW) keyId: string;
  @SealedColumn({
    holds: ['places', 'people', 'staff', 'identity', 'judicial', 'narrative'],
    under: 'case',
    row: ['id'],
    keyId: 'keyId',
  })
  content: Sealed<AppointmentWords>;
}
