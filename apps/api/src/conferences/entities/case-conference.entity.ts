import type { Attendance, ChildPart, ConferenceState, DecisionKind, PointGround, Told } from '@repere/cases';
import { ACCOUNT, CASE, CODED, IMPERSONAL, ROW, TEAM } from '../../platform/data/column-class';
import { Column, PrimaryColumn, type Sealed, SealedColumn, Table } from '../../platform/data/columns';

/** Somebody from outside who was invited: by name and function, and no account. */
export interface OutsideGuest {
  readonly name: string;
  readonly role: string;
  readonly came: Attendance;
}

export interface ConferencePoint {
  readonly ground: PointGround;
  readonly text: string;
}

export interface ConferenceDecision {
  readonly kind: DecisionKind;
  /** `null` where the kind says it. */
  readonly what: string | null;
  readonly why: string;
  /** Who is to lead the case. */
  readonly leadId: string | null;
}

/** What part the child has in it. */
export interface PartOfChild {
  /** Whether the child was asked what they want said. */
  readonly asked: Told;
  readonly came: ChildPart;
  readonly whyNot: string | null;
  /** Their own words. */
  readonly words: string | null;
  /** Who tells the child what came of it, and by which day. */
  readonly teller: string | null;
  readonly tellBy: string | null;
}

/** What is said of a conference in words. When and where it is, and whether the child was told, its appointment says. */
export interface ConferenceWords {
  readonly purpose: string;
  readonly outside: readonly OutsideGuest[];
  /** Of those of ours who were invited, by account. */
  readonly came: Readonly<Record<string, Attendance>>;
  readonly points: readonly ConferencePoint[];
  readonly child: PartOfChild;
  readonly decisions: readonly ConferenceDecision[];
  readonly summary: string | null;
  /** Why minutes that were agreed to are written anew. */
  readonly correction: string | null;
  /** Why another person sent them back. */
  readonly sentBack: string | null;
}

/** A conference as it was said at one moment: append-only, so that minutes that were agreed to stay as they were. */
@Table('case_conference', {
  purpose: {
    fr: 'concertations : qui est invité, points, place de l’enfant, décisions, compte rendu et sa validation',
    en: 'case conferences: who is invited, points, the child’s part, decisions, minutes and who agreed to them',
  },
  retention: 'case',
  rights: 'none',
})
export class CaseConferenceEntity {
  @PrimaryColumn('uuid', ROW) id: string;
  /** When and where: the appointment that it is in the calendar. */
  @Column('uuid', ROW) appointmentId: string;
  /** From 1; the highest is what stands. */
  @Column('integer', IMPERSONAL) version: number;
  @Column('uuid', CASE) caseFileId: string;
  @Column('uuid', TEAM) teamId: string;
  @Column('text', CODED) state: ConferenceState;
  /** Who of ours is invited. */
  @Column('uuid[]', ACCOUNT) memberIds: readonly string[];
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
      'opinion',
      'staff',
    ],
    under: 'case',
    row: ['id'],
    keyId: 'keyId',
  })
  content: Sealed<ConferenceWords>;
}
