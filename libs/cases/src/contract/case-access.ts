import type { CaseAct, FieldClass, Relation, TieRelation } from '@repere/access';
import type { Shown } from './case-file';
import type { Words } from './problem';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** `GET /case-files/{id}/access`: who may see this case and why; why the reader can, and what they can't. */
export interface CaseAccess {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly zone: string;
  readonly reader: {
    /** What ties the reader to the case. */
    readonly relations: readonly { readonly relation: Relation; readonly title: Words }[];
    readonly acts: readonly {
      readonly act: CaseAct;
      readonly title: Words;
      readonly yes: boolean;
      /** The relation that gives it, or why not. */
      readonly why: Words;
    }[];
    readonly fields: readonly {
      readonly fieldClass: FieldClass;
      readonly title: Words;
      readonly yes: boolean;
      readonly why: Words;
    }[];
  };
  readonly lead: Shown<Named & { readonly isAway: boolean }> | null;
  readonly team: Named;
  /** By relation, then by name; withheld, as the lead is, from whom staff is. */
  readonly people: Shown<readonly CasePerson[]>;
  readonly restriction: CaseRestriction | null;
  /** For whoever is in charge or examines the case. */
  readonly conflicts: Shown<readonly (Named & { readonly declaredAt: string })[]>;
  /** Of the last ninety days, newest first; for whoever is in charge or examines the case. */
  readonly emergencies: Shown<readonly BreakGlassShown[]>;
  readonly may: {
    readonly assign: boolean;
    readonly restrict: boolean;
    readonly advise: boolean;
    readonly declareConflict: boolean;
    /** End an emergency access that is open: whoever may review it, but who opened it. */
    readonly endEmergency: boolean;
  };
}

/** Somebody whom something ties to the case beside its lead and its team. */
export interface CasePerson extends Named {
  readonly relation: Relation;
  readonly title: Words;
  /** For whom they stand in. */
  readonly insteadOf: string | null;
  readonly until: string | null;
  /** Of a partner: titles of the classes that the referral carries. */
  readonly carries: readonly Words[];
}

export type RestrictionReason = 'colleague' | 'press' | 'threat' | 'other';

export interface CaseRestriction {
  readonly since: string;
  readonly reason: RestrictionReason;
  /** For whoever is in charge or examines the case; so is the circle. */
  readonly words: Shown<string>;
  readonly setBy: Shown<string>;
  readonly circle: Shown<readonly Named[]>;
}

/** `PUT /case-files/{id}/restriction`. */
export interface RestrictCase {
  readonly circle: readonly string[];
  readonly reason: RestrictionReason;
  readonly words: string;
}

/** `POST /case-files/{id}/second-opinions`. */
export interface AskSecondOpinion {
  readonly accountId: string;
  /** ISO 8601. */
  readonly until: string;
  readonly question: string;
}

/** `GET /case-files/{id}/colleagues`: who can be asked for a second opinion, or named in the circle. */
export interface CaseColleague extends Named {
  readonly teams: readonly string[];
  readonly mayAdvise: boolean;
  /** Follows the case already, or is of its team. */
  readonly isTied: boolean;
  readonly isSupervisor: boolean;
  /** May be named in the circle before a part of the case is referred to them. */
  readonly isPartner: boolean;
}

/** `POST /case-files/{id}/approvers`: somebody of another team approves one act. */
export interface AskApprover {
  readonly accountId: string;
  readonly entryId: string;
  readonly until: string;
}

export type GivenTie = Exclude<TieRelation, 'assigned' | 'break-glass'>;

export type BreakGlassReason =
  'child-present' | 'immediate-danger' | 'missing-child' | 'authority-request' | 'other';

/** `POST /break-glass`: by reference, or by name and birth. */
export interface BreakGlass {
  readonly reference?: string;
  readonly child?: { readonly calledName: string; readonly familyName?: string; readonly birth?: string };
  readonly reason: BreakGlassReason;
  readonly words: string;
}

export interface BrokenGlass {
  readonly caseFileId: string;
  /** `null`: the case was open to the reader already. */
  readonly until: string | null;
}

export interface BreakGlassShown {
  readonly id: string;
  readonly by: Named;
  readonly openedAt: string;
  readonly until: string;
  /** Whether it opens the case now. */
  readonly isOpen: boolean;
  /** By whom it was ended before its hour was over; `null`: by nobody. */
  readonly ended: { readonly by: string; readonly at: string } | null;
  readonly reason: BreakGlassReason;
  readonly words: string;
  readonly reviewDueAt: string;
  readonly review: {
    readonly verdict: 'justified' | 'not-justified';
    readonly by: string;
    readonly at: string;
    readonly words: string;
  } | null;
}

/** `GET /break-glass/reviews`: what a supervisor has to review, due first. */
export interface BreakGlassReviews {
  readonly now: string;
  readonly items: readonly (BreakGlassShown & {
    readonly caseFileId: string;
    readonly reference: string;
    readonly mayReview: boolean;
  })[];
  readonly next: string | null;
}

/** `POST /break-glass/{id}/review`. */
export interface ReviewBreakGlass {
  readonly verdict: 'justified' | 'not-justified';
  readonly words: string;
}

/** `GET /cover`: who stands in for whom, and who is on duty, in the reader's teams; now and to come. */
export interface Cover {
  readonly now: string;
  readonly teams: readonly (Named & { readonly mayPlan: boolean })[];
  readonly substitutions: readonly Substitution[];
  readonly duties: readonly Duty[];
  /** Cases of these teams that nobody works on now, for who plans. */
  readonly uncovered: readonly UncoveredCase[];
}

export interface Substitution {
  readonly id: string;
  readonly absent: Named;
  readonly substitute: Named;
  readonly from: string;
  readonly until: string;
  /** Names of the teams whose cases it carries; the absent person’s others stay where they are. */
  readonly teams: readonly string[];
}

export interface Duty {
  readonly id: string;
  readonly team: Named;
  readonly account: Named;
  readonly from: string;
  readonly until: string;
}

export interface UncoveredCase {
  readonly caseFileId: string;
  readonly reference: string;
  readonly lead: string | null;
  readonly why: 'no-lead' | 'conflict' | 'left' | 'away';
}

/** `POST /substitutions`. */
export interface PlanSubstitution {
  readonly absentId: string;
  readonly substituteId: string;
  readonly from: string;
  readonly until: string;
}

/** `POST /duties`. */
export interface PlanDuty {
  readonly teamId: string;
  readonly accountId: string;
  readonly from: string;
  readonly until: string;
}
