import type { FieldClass } from '@repere/access';
import type { Page, Shown, Words } from '@repere/cases';
import type { ErasureGround } from './erasure-grounds';
import type { CaseRule } from './retention/retention-rules';
import type { SharingGround } from './sharing-grounds';
import type { WithholdingReason } from './withholding-reasons';

export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** A period that the service gives itself: proposed by one, in force once another agreed. */
export interface RetentionDecision {
  readonly id: string;
  readonly rule: CaseRule;
  /** `null`: takes the period back. */
  readonly months: number | null;
  readonly source: string;
  readonly proposedBy: PersonName;
  readonly proposedAt: string;
  readonly state: 'proposed' | 'in-force' | 'replaced' | 'refused';
  readonly settledBy: PersonName | null;
  readonly settledAt: string | null;
  readonly maySettle: boolean;
}

/** A rule as the page shows it. */
export interface RetentionLine {
  readonly id: string;
  readonly what: Words;
  readonly from: Words;
  readonly months: number | null;
  readonly days: number | null;
  readonly origin: 'LEGAL' | 'TOOL';
  readonly source: Words;
  readonly confidence: 'A' | 'B' | 'C' | 'U';
  readonly status: 'verified' | 'unverified';
  readonly ends: 'two-persons' | 'by-itself' | 'never';
  readonly mayDecide: boolean;
  /** Newest first. */
  readonly decisions: readonly RetentionDecision[];
}

export interface RetentionRules {
  readonly items: readonly RetentionLine[];
}

/** A case whose every period in force has ended. */
export interface DueCase {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly team: PersonName;
  /** Days, `YYYY-MM-DD`. */
  readonly closedOn: string;
  readonly dueOn: string;
  readonly rule: CaseRule;
  readonly isHeld: boolean;
  readonly isProposed: boolean;
}
export interface DueCases extends Page<DueCase> {
  /** Whether any period is in force: without one, nothing is ever due. */
  readonly hasPeriod: boolean;
}

/** Nobody may erase this case until the hold is lifted. */
export interface LegalHold {
  readonly id: string;
  readonly caseFileId: string;
  readonly reference: string;
  readonly reason: Shown<string>;
  readonly setBy: Shown<PersonName>;
  readonly setAt: string;
  readonly liftedBy: Shown<PersonName> | null;
  readonly liftedAt: string | null;
  readonly whyLifted: Shown<string> | null;
}

/** What keeps a case from being erased now. */
export interface Obstacle {
  readonly code: string;
  readonly text: Words;
}

/** An erasure that was proposed, and what became of it. */
export interface Erasure {
  readonly id: string;
  /** `EF-2026-…`: names it on paper. */
  readonly reference: string;
  /** `null` once erased. */
  readonly caseFileId: string | null;
  readonly caseReference: string;
  readonly ground: ErasureGround;
  readonly groundWords: Words;
  readonly basis: string;
  readonly proposedBy: PersonName;
  readonly proposedAt: string;
  readonly state: 'proposed' | 'void' | 'done' | 'refused' | 'withdrawn';
  readonly settledBy: PersonName | null;
  readonly settledAt: string | null;
  /** SHA-256 of what is approved: the case as it was proposed. */
  readonly hash: string;
  readonly obstacles: readonly Obstacle[];
  readonly may: { readonly approve: boolean; readonly withdraw: boolean };
}

export interface ProposeErasure {
  readonly ground: ErasureGround;
  readonly basis: string;
}

/** What was told to whom of a case. Append-only: a correction is another line. */
export interface Sharing {
  readonly id: string;
  readonly at: string;
  readonly by: Shown<PersonName>;
  readonly recordedAt: string;
  readonly ground: SharingGround;
  readonly groundWords: Words;
  readonly classes: readonly FieldClass[];
  /** The line that this one corrects; `correctedBy` the one that corrects this. */
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  /** `null`: gone with the case's key. */
  readonly content: Shown<SharingContent> | null;
}

/** Somebody told before: when they were, or why not. */
export interface ToldFirst {
  readonly told: 'yes' | 'no';
  readonly why?: string;
}
/** What the law asks before something is told (CASF L226-2-2). */
export interface SharingBasis {
  /** Whether they are bound by secrecy. */
  readonly isBound: boolean;
  /** Why strictly this is needed. */
  readonly why: string;
  readonly child: ToldFirst;
  readonly parents: ToldFirst;
}
export interface SharingContent extends SharingBasis {
  readonly toWhom: string;
  readonly service?: string;
  readonly what: string;
  /** `referral`: they read it here, until it ends. */
  readonly how: 'spoken' | 'written' | 'meeting' | 'file' | 'referral';
  /** `referral`: when it ends by itself; ISO 8601. */
  readonly until?: string;
  readonly answer?: string;
}
export interface RecordSharing extends SharingContent {
  /** Day on which it was told, `YYYY-MM-DD`. */
  readonly on: string;
  readonly ground: SharingGround;
  readonly classes: readonly FieldClass[];
  readonly corrects?: string;
}

/** What privacy adds to the page of a case. */
export interface CasePrivacy {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly zone: string;
  readonly closedOn: string | null;
  readonly holds: readonly LegalHold[];
  readonly erasure: Erasure | null;
  readonly obstacles: readonly Obstacle[];
  readonly sharing: readonly Sharing[];
  readonly people: readonly PersonName[];
  readonly may: {
    readonly hold: boolean;
    readonly erase: boolean;
    readonly share: boolean;
    readonly request: boolean;
  };
}

export type RequestSubject = 'child' | 'person' | 'staff';
export type AccessState = 'to-review' | 'reviewed' | 'handed-over' | 'refused';

/** One line of what is known of a person. */
export interface AccessLine {
  readonly id: number;
  readonly section: Words;
  readonly label: Words;
  readonly text: Words;
  readonly fieldClass: FieldClass | null;
  /** `others`: of somebody else, withheld unless a person keeps it. `free-text`: may name others, so a person must read it. */
  readonly kind: 'own' | 'free-text' | 'others';
  readonly verdict: { readonly keep: boolean; readonly reason?: WithholdingReason } | null;
}

export interface AccessRequestSummary {
  readonly id: string;
  readonly subject: RequestSubject;
  readonly caseFileId: string | null;
  /** Of the case, or the person of the staff. */
  readonly about: string;
  readonly receivedOn: string;
  /** TOOL: one month. */
  readonly dueOn: string;
  readonly state: AccessState;
  readonly preparedBy: PersonName;
  readonly reviewedBy: PersonName | null;
  readonly lines: number;
  readonly toReview: number;
}
export interface AccessRequest extends AccessRequestSummary {
  /** Who asked, and how one knows that it is them. */
  readonly askedBy: string;
  readonly identityChecked: string;
  readonly items: readonly AccessLine[];
  readonly revision: number;
  readonly handedTo: string | null;
  readonly handedHow: string | null;
  readonly handedAt: string | null;
  readonly refusal: string | null;
  readonly may: {
    readonly review: boolean;
    readonly refuse: boolean;
    readonly handOver: boolean;
    readonly download: boolean;
  };
}
export interface MakeAccessRequest {
  readonly subject: RequestSubject;
  readonly caseFileId?: string;
  readonly personId?: string;
  readonly accountId?: string;
  readonly receivedOn: string;
  readonly askedBy: string;
  readonly identityChecked: string;
}
export interface AccessVerdict {
  readonly id: number;
  readonly keep: boolean;
  readonly reason?: WithholdingReason;
}
