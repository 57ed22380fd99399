import type {
  Band,
  CaseView,
  DeadlineOrigin,
  Explanation,
  FactValue,
  FieldClass,
  StepState,
} from '@repere/protocol-engine';
import type { Words } from './problem';

/** Values that the reader may not see are said to be withheld, never shown as empty. */
export interface Withheld {
  readonly withheld: true;
  /** Whom to ask. */
  readonly ask: string;
}
export type Shown<T> = T | Withheld;

/** What identifies the child; everything optional but a way to call them. */
export interface Child {
  /** What the child is called on screen: given name, nickname, or "Inconnu·e". */
  readonly calledName: string;
  readonly givenNames?: string;
  readonly familyName?: string;
  readonly alsoKnownAs?: readonly string[];
  /** EDTF: `2009`, `2009-05`, `2009-05-12`, `2009~`. */
  readonly birth?: string;
  readonly gender?: 'girl' | 'boy' | 'other' | 'unknown';
  readonly nationality?: string;
  /** BCP 47 codes of languages understood. */
  readonly languages?: readonly string[];
  readonly phones?: readonly string[];
  /** G16: how the child may safely be reached; unknown = none. */
  readonly safeContact?: {
    readonly how?: string;
    readonly hours?: string;
    readonly codeWord?: string;
    readonly mayBeLeft?: string;
    readonly whoElseReads?: string;
  };
}

/** The child as a reader may see them: how to reach them may be withheld. */
export type ShownChild = Omit<Child, 'phones' | 'safeContact'> & {
  readonly phones?: Shown<readonly string[]>;
  readonly safeContact?: Shown<NonNullable<Child['safeContact']>>;
};

/** One line of a list of cases. */
export interface CaseFileSummary {
  readonly id: string;
  /** Human-readable, without personal data: `RP-7K4M-2Q`. */
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly danger: FactValue | null;
  readonly victimStatus: FactValue | null;
  readonly lead: { readonly id: string; readonly name: string } | null;
  readonly team: { readonly id: string; readonly name: string };
  readonly openedAt: string;
  readonly lateCount: number;
  readonly nextDueAt: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Hand back as `cursor`; `null` at the end. */
  readonly next: string | null;
  /** How many there are in all, on this page or not, where the list counts them. */
  readonly total?: number;
}

/** Search is a POST: names never travel in a URL. */
export interface CaseFileSearch {
  readonly text?: string;
  readonly scope?: 'mine' | 'team';
  readonly late?: boolean;
  readonly danger?: readonly string[];
  readonly sort?: 'recent' | 'due';
  readonly cursor?: string;
  readonly limit?: number;
}

export interface DuplicateSearch {
  readonly child: Child;
}

export interface DuplicateMatch {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: string;
  readonly birth?: string;
  readonly lead: string | null;
  /** Why it looks alike: `same-name`, `sounds-alike`, `birth-overlaps`, `same-phone`. */
  readonly why: readonly { readonly code: string; readonly text: Words }[];
}

export interface OpenCaseFile {
  /** UUID made by the client, also the idempotency key. */
  readonly id: string;
  readonly child: Child;
  /** Danger is asked before anything else: yes | no | unknown | not-asked. */
  readonly urgentDangerSeen: 'yes' | 'no' | 'unknown' | 'not-asked';
  /** When the child was first met: ISO 8601 instant or EDTF date. Recorded as first presentation. */
  readonly firstContactAt?: string;
  readonly notDuplicates: readonly { readonly caseFileId: string; readonly why: string }[];
}

/** A person around the child, as they are recorded. */
export interface PersonInput {
  readonly name: string;
  readonly relation: PersonRelation;
  /** What they are to what happened; left out: nobody has asked yet. */
  readonly familyRole?: PersonRole;
  readonly livesWithChild?: 'yes' | 'no' | 'unknown';
  /** `no`: not to be contacted, whatever their role. */
  readonly mayContact?: 'yes' | 'no' | 'unknown';
  readonly contact?: string;
  readonly note?: string;
}

/** Codes of `adults.link` in facts.yaml: the people around are the rows of that list, which P4.3 reads and writes too. */
export const PERSON_RELATIONS = [
  'mother',
  'father',
  'parent',
  'step_parent',
  'guardian',
  'sibling',
  'relative',
  'friend',
  'neighbour',
  'partner',
  'exploiter',
  'professional',
  'other',
] as const;
export type PersonRelation = (typeof PERSON_RELATIONS)[number];

/** Codes of `adults.role`, and that it is not known. */
export const PERSON_ROLES = ['protective', 'overwhelmed', 'unaware', 'implicated', 'unknown'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** The same as a reader may see them: what was recorded and may not be seen is withheld, and what was not is absent. */
export type Person = { readonly [K in keyof PersonInput]: Shown<NonNullable<PersonInput[K]>> } & {
  readonly id: string;
  /** Whether this person may be contacted now, and why not (G07). */
  readonly mayBeContacted: boolean;
  /** Why not, in words; absent when they may be. */
  readonly whyNot?: Words;
};

/** The case page in one answer. */
export interface CaseFile {
  /** Until when the reader's emergency access lasts, where nothing else ties them to the case. */
  readonly emergencyUntil?: string | null;
  readonly id: string;
  readonly reference: string;
  readonly child: Shown<ShownChild>;
  readonly lead: { readonly id: string; readonly name: Shown<string> } | null;
  readonly team: { readonly id: string; readonly name: string };
  readonly territory: { readonly code: string; readonly name: string; readonly zone: string };
  readonly openedAt: string;
  readonly people: readonly Person[];
  /** Engine state, cut to what the reader may see. Withheld facts are listed in `withheldFacts`. */
  readonly state: CaseView;
  /** Facts that exist and that this reader may not see; a field of a list's rows as `list.field`. */
  readonly withheldFacts: readonly string[];
  /** Facts whose answer is shown, and whose note this reader may not see. */
  readonly withheldNotes: readonly string[];
  /** One next step with its reason and date; then the others that are due. */
  readonly next: NextStep | null;
  /** Explanations of every step that is not simply ready or done, by `runId/step`. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  /** Steps with a draft of this reader, by `runId/step`: when it was saved. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Names of accounts that appear in the state, by id. */
  readonly names: Readonly<Record<string, string>>;
  /** What the reader may do here. */
  readonly may: { readonly write: boolean; readonly approve: boolean; readonly assign: boolean };
}

export interface NextStep {
  readonly runId: string;
  readonly protocol: string;
  readonly step: string;
  readonly title: Words;
  /** Its band in the one order of all steps. */
  readonly band: Band;
  /** What presses, where the date does not say it all. */
  readonly why: Words | null;
  /** Why it is asked of this child, from what was recorded; cut to what the reader may see. */
  readonly grounds?: Words | null;
  readonly dueAt: string | null;
  /** Due without delay: `dueAt` is when that began, and it is late from `lateFrom` on. */
  readonly atOnce?: boolean;
  readonly lateFrom?: string | null;
  readonly origin?: DeadlineOrigin | null;
}

/** Words of an entry; `reasons`: those of closed lists, `by`: who took part, `enteredBy`: who wrote it. */
export type EntryWords = 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note' | 'by' | 'enteredBy';

/** One line of the chronology. */
export interface TimelineEntry {
  readonly entryId: string;
  readonly seq: number;
  readonly kind: string;
  readonly title: Words;
  readonly protocol: string | null;
  readonly runId: string | null;
  readonly step: string | null;
  /** The row that the entry added or was about: an amendment of the row names it. */
  readonly rowId?: string;
  readonly occurredAt: string;
  readonly occurredPrecision: 'minute' | 'day' | 'month' | 'year';
  readonly recordedAt: string;
  readonly by: string;
  readonly participants: readonly { readonly role: string; readonly name?: string }[];
  readonly values: readonly {
    readonly fact: string;
    readonly title: Words;
    readonly shown: Words;
    /** As recorded, for a form that corrects it; absent when withheld, without a note that is. */
    readonly value?: FactValue;
    /** Who may need to see it: a printed document leaves health and contact out unless asked for (G15, G16). */
    readonly fieldClass?: FieldClass;
    readonly withheld?: boolean;
  }[];
  readonly reasons: readonly Words[];
  readonly bestInterests?: string;
  readonly childView?: { readonly said: string } | { readonly whyNot: string };
  /** Papers by reference, and where they are kept; never a file. */
  readonly evidence?: readonly {
    readonly title: Words;
    readonly reference: string;
    readonly place?: string;
  }[];
  readonly note?: string;
  /** Words that there are and that the reader may not see: left out above, or empty. */
  readonly withheldWords?: readonly EntryWords[];
  /** Of an act that was done in another run and counts here: that protocol. */
  readonly doneIn?: Words;
  readonly approvedBy?: string;
  readonly approvedAt?: string;
  readonly amendedBy?: string;
  readonly system: boolean;
}

/** One field of a step's form. */
export interface FieldView {
  /** `papers`, or `exams.result` for a row's field. */
  readonly id: string;
  readonly type:
    'choice' | 'choices' | 'yes-no' | 'number' | 'months' | 'date' | 'duration' | 'text' | 'checklist';
  readonly title: Words;
  readonly hint?: Words;
  readonly required: boolean;
  readonly options?: readonly { readonly code: string; readonly label: Words }[];
  readonly items?: readonly { readonly id: string; readonly label: Words; readonly hint?: Words }[];
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** `never`: another value is a correction, with its reason. */
  readonly changes: 'never' | 'over-time';
  /** What is known now; absent if nobody answered. */
  readonly current?: Shown<FactValue>;
  /** A note stands beside what is known, which the reader may not see. */
  readonly withheldNote?: true;
  readonly currentFrom?: {
    readonly at: string;
    readonly by: Shown<string>;
    /** The entry that told it, and its step: where it is corrected. */
    readonly entryId?: string;
    readonly runId?: string;
    readonly step?: string;
  };
  /** Whether it matters now; `null`: not yet decided (shown). */
  readonly relevant: boolean | null;
  /** Fields of the same form whose answers decide whether it matters. */
  readonly decidedBy?: readonly string[];
  /** Belongs to the case: answered once for all protocols. */
  readonly ofCase: boolean;
}

/** What a step stands on: an item of the report, a fact of law or practice, a guard. */
export interface CitedSource {
  readonly code: string;
  readonly text: Words;
  readonly confidence?: 'A' | 'B' | 'C';
  /** Lines of the report. */
  readonly lines?: string;
  /** In force, or decided, on this day. ISO date. */
  readonly inForce?: string;
  /** Renumbered texts: the other name and since when it is that. */
  readonly aliases?: readonly { readonly was: string; readonly is: string; readonly from: string }[];
}

/** The step page in one answer. */
export interface StepPage {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly runId: string;
  readonly protocol: string;
  readonly protocolTitle: Words;
  readonly version: string;
  readonly step: string;
  readonly code: string;
  readonly kind: string;
  readonly title: Words;
  readonly guidance: Words | null;
  /** On what ground the case's service owes this report to the prosecutor; `null` where it reports nothing. */
  readonly duty: Words | null;
  /** The people around the child, where something waits for approval that depends on who they are. */
  readonly people?: readonly Person[];
  readonly state: StepState;
  readonly explanation: Explanation;
  /** Citations behind the step. */
  readonly sources: readonly CitedSource[];
  readonly fields: readonly FieldView[];
  /** `decision` steps ask these. */
  readonly asks: {
    readonly participants: readonly string[];
    readonly reasons: Readonly<Record<string, readonly { readonly code: string; readonly label: Words }[]>>;
    readonly decides: string | null;
    readonly bestInterests: boolean;
    readonly childView: boolean;
    readonly evidence: readonly { readonly code: string; readonly label: Words }[];
    readonly closes: boolean;
    readonly rows: readonly { readonly id: string; readonly summary: Words }[];
    readonly about: boolean;
    readonly adds: boolean;
  };
  readonly repeatable: boolean;
  readonly waiver: {
    readonly how: 'with-approval' | 'with-reason';
    readonly reasons: readonly { readonly code: string; readonly label: Words }[];
  } | null;
  readonly deadline: CaseView['deadlines'][number] | null;
  /** It needs the child, who is missing: nobody's work until the return, and never late. `explanation` says what ends it. */
  readonly isSuspended: boolean;
  /** The same act, done a short while ago in another protocol: `sameAs` makes it count here. `at`: ISO 8601. */
  readonly doneElsewhere: {
    readonly entryId: string;
    readonly runId: string;
    readonly step: string;
    readonly protocolTitle: Words;
    readonly at: string;
  } | null;
  readonly entries: readonly TimelineEntry[];
  /** Words and kinds of evidence that what was entered still lacks: given by completing once more with `confirms`. */
  readonly owes?: {
    readonly words: readonly ('best-interests' | 'child-view')[];
    readonly evidence: readonly string[];
  };
  readonly draft: Draft | null;
  /** For `If-Match`. */
  readonly seq: number;
  readonly may: {
    readonly complete: boolean;
    readonly approve: boolean;
    readonly amend: boolean;
    readonly waive: boolean;
  };
}

/** What a step's form sends. */
export interface StepInput {
  readonly values: Readonly<Record<string, FactValue>>;
  readonly row?: { readonly id: string; readonly values: Readonly<Record<string, FactValue>> };
  readonly closes?: boolean;
  /** When it happened: an ISO instant, or an EDTF date when less is known. Default: now. */
  readonly occurredAt?: string;
  readonly by?: readonly {
    readonly role: string;
    readonly name?: string;
    readonly language?: string;
    /** Of an interpreter: a tie to the child that rules the person out (G04). */
    readonly tie?: 'none' | 'relative' | 'facilitator' | 'fellow-resident';
  }[];
  readonly reasons?: readonly string[];
  readonly bestInterests?: string;
  readonly childView?: { readonly said: string } | { readonly whyNot: string };
  readonly evidence?: Readonly<Record<string, { readonly reference: string; readonly place?: string }>>;
  readonly note?: string;
  readonly confirms?: string;
  /** The same act, done in another run, counts here too: the entry of `doneElsewhere`. Nothing else is said. */
  readonly sameAs?: string;
  /** Why another's act is recorded though the protocol does not expect it now. */
  readonly outOfOrder?: string;
}

/** What completing the step would do, before it counts. */
export interface StepCheck {
  readonly ok: boolean;
  readonly reasons: readonly import('./problem').ProblemReason[];
  /** "ouvrira : Protection immédiate", "attendra la validation de …". */
  readonly effects: readonly Words[];
  readonly relevant: Readonly<Record<string, boolean | null>>;
}

/** What one types, kept on the server, never part of the record. */
export interface Draft {
  readonly content: unknown;
  readonly protocolVersion: string;
  readonly savedAt: string;
  /** Grows at each save; send the last one seen as `If-Match` so that two devices don't overwrite each other. */
  readonly revision: number;
}
export interface DraftSaved {
  readonly savedAt: string;
  readonly revision: number;
  readonly relevant: Readonly<Record<string, boolean | null>>;
}

/** Answer of every act on a step. */
export interface ActDone {
  readonly seq: number;
  readonly entryIds: readonly string[];
  /** Protocols that opened by this act. */
  readonly opened: readonly { readonly runId: string; readonly protocol: string; readonly title: Words }[];
  readonly state: StepState;
  /** Where the step's protocol stands now, and whether this act changed it: an act that changes nothing says so. */
  readonly outcome?: {
    readonly protocol: Words;
    readonly title: Words;
    readonly changed: boolean;
    /** What this act made new of why it stands so, this child's figures included, as far as the sender may see them. */
    readonly why: readonly Words[];
  };
  /** What the step still lacks: words, kinds of evidence, a second person. Nothing holds up what protects. */
  readonly owes?: {
    readonly words: readonly ('best-interests' | 'child-view')[];
    readonly evidence: readonly string[];
    readonly approval: boolean;
  };
  /** The step to go on with. */
  readonly next: NextStep | null;
}
