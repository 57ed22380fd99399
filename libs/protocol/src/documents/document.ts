import type { CaseLines, Text } from '@repere/feel';
import type { FactTypeName } from '../fact-types';
import type { FactShape } from '../fact-types/fact-type';

/** Who may need to see a fact: decides access and encryption class. `identity`: who the child is; `people`: who anybody else around the child is. */
export const FIELD_CLASSES = [
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
] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

/** Text of an expression, quoted or a block in YAML. */
export type ExpressionText = string;

export type DerivedText = ExpressionText | CaseLines;

/** A part of a sentence; `{low}` in it stands for that field or derived value of the row, a number. */
export interface SaidOfRow {
  readonly when: ExpressionText;
  readonly text: Text;
}

/**
 * What the product reads a fact of the case as. The last line is of the fields of `people-around`, a list.
 */
export const FACT_ROLES = [
  ...(['birth', 'sex', 'language', 'first-seen', 'danger-seen', 'danger', 'victim-status'] as const),
  ...(['contact-is-safe', 'safe-contact', 'contact-hours', 'code-word', 'may-be-left', 'read-by'] as const),
  ...(['people-around', 'family-told', 'heard-before'] as const),
  ...([
    'person-name',
    'relation',
    'family-role',
    'lives-with',
    'may-contact',
    'reach',
    'person-note',
  ] as const),
] as const;
export type FactRole = (typeof FACT_ROLES)[number];

/** Answers that the board and samples of cases count. */
export const COUNTED_ANSWERS = ['sign', 'at-risk', 'not-referred'] as const;
export type CountedAnswer = (typeof COUNTED_ANSWERS)[number];

/** Something that happens to a child and is told in one press: the answer that is recorded by it. */
export interface ReportableEvent {
  readonly answer: string;
  readonly title: Text;
  readonly hint?: Text;
  /** Facts of the case that are asked with it: without them it opens nothing. */
  readonly asks: readonly string[];
  /** Engaged with it where no protocol at work opens it by itself. */
  readonly engages?: string;
  /** Numbers to call before anything is written. */
  readonly call: readonly string[];
  /** The most urgent stands first. */
  readonly urgent: boolean;
}

export interface FactDefinition extends FactShape {
  readonly id: string;
  readonly type: FactTypeName;
  readonly class: FieldClass;
  readonly title: Text;
  readonly hint?: Text;
  /** `never`: a different value is an amendment with its reason. `over-time`: a new value is a change. Default `never`. */
  readonly changes: 'never' | 'over-time';
  readonly row?: Readonly<Record<string, FactDefinition>>;
  /** Computed in each row of a list. */
  readonly derived?: Readonly<Record<string, DerivedText>>;
  /** What a row of a list says with its own figures: each part whose `when` is exactly true, one after the other. */
  readonly says?: readonly SaidOfRow[];
  /** The only step that writes it: `lost-key.assess`. */
  readonly writtenBy?: string;
  /** When the answer matters; elsewhere it is not asked. */
  readonly relevant?: ExpressionText;
  readonly sensitive?: boolean;
  readonly role?: FactRole;
  /** Codes that are counted, of a checklist those of its items. */
  readonly counted?: Readonly<Partial<Record<CountedAnswer, readonly string[]>>>;
  /** Of the danger: codes that are marked wherever the child is named. */
  readonly marked?: readonly string[];
  /** Of a yes-no: whether a method looks at puberty, never what it saw: the one question that the ban itself needs. */
  readonly asksOfBan?: boolean;
  /** Of a text: it names nobody, and is not masked for those who may not see names. */
  readonly namesNobody?: boolean;
  readonly reportableEvents?: readonly ReportableEvent[];
  readonly basis: readonly string[];
}

export interface Limit {
  readonly value: number;
  /** The margin of a medical age: no version goes below what the report asks. */
  readonly margin?: 'age';
  readonly unit?: string;
  readonly overlay: 'never' | 'higher' | 'lower';
  readonly origin?: DeadlineOrigin;
  /** Territory whose overlay makes it stricter. */
  readonly tightenedBy?: string;
  readonly basis: readonly string[];
}

/** What a deadline stands on. */
export const DEADLINE_ORIGINS = ['LEGAL', 'REPORT', 'MEDICAL', 'TOOL'] as const;
export type DeadlineOrigin = (typeof DEADLINE_ORIGINS)[number];

/** Whose time it is: a worker's, or an authority's that we wait for. */
export const DEADLINE_OWNERS = ['ours', 'outside'] as const;
export type DeadlineOwner = (typeof DEADLINE_OWNERS)[number];

/** `when` is left out of the last line. `is`: a period, as in `within`. */
export interface RecurrenceLine {
  readonly when?: ExpressionText;
  readonly is: string;
}

export interface DeadlineDefinition {
  /** `at once`, `end of day`, `48 hours`, `8 days`, `5 working days`, `3 months`. */
  readonly within: string;
  /** `run`, a step id, or a date fact. */
  readonly from: string;
  readonly origin: DeadlineOrigin;
  readonly owner: DeadlineOwner;
  readonly basis: readonly string[];
  readonly late: readonly { readonly after: string; readonly do?: 'remind'; readonly tell?: Role }[];
  /**
   * A duty that comes again, so long after it was last done, for as long as its step applies: the first line whose `when` is
   * exactly true. The last line has none, and is the shortest: doubt asks more often.
   */
  readonly every?: readonly RecurrenceLine[];
  /** Territory whose overlay makes it shorter. */
  readonly overlay?: string;
}

export const ROLES = [
  'TS',
  'REF',
  'CRIP',
  'EVAL',
  'MED',
  'PSY',
  'INT',
  'LOG',
  'ONG',
  'SUP',
  'AUD',
  'OPJ',
  'PROC',
  'JE',
  'JI',
  'AAH',
  'AVO',
  'PREF',
] as const;
/** Role codes of the domain; the second line are outside authorities, whose acts are recorded. */
export type Role = (typeof ROLES)[number];

export const STEP_KINDS = [
  'form',
  'checklist',
  'decision',
  'interview',
  'referral',
  'approval',
  'document',
  'recorded-act',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Requirement {
  readonly when: ExpressionText;
  /** Must be exactly true of what is sent. */
  readonly that: ExpressionText;
  readonly because: Text;
  /** What is counted each time it refuses. */
  readonly counted?: 'hotel-refused';
  readonly basis: readonly string[];
}

export interface Flag {
  readonly when: ExpressionText;
  readonly tell?: Role;
  readonly incident?: boolean;
  readonly because: Text;
  readonly basis: readonly string[];
}

export interface StepDefinition {
  readonly id: string;
  /** Name of the part of parts.yaml that it is; its words and rules are the part's. */
  readonly part?: string;
  /** Territory whose overlay adds it: a local rule. */
  readonly overlay?: string;
  readonly code: string;
  readonly kind: StepKind;
  readonly title: Text;
  readonly guidance?: Text;
  /** What remains to be done once its MEDICAL window has closed. */
  readonly tooLate?: Text;
  /** Whose act it is (a participant, who may have no account). */
  readonly by: readonly Role[];
  /** Roles that may enter it; default: the worker in charge of the case. */
  readonly enteredBy?: readonly Role[];
  readonly after: readonly string[];
  /** Applies? Waits while unknown. */
  readonly when?: ExpressionText;
  /** Applies except when exactly true; does not wait. */
  readonly unless?: ExpressionText;
  /** May it be done now? */
  readonly ready?: ExpressionText;
  readonly opensAt?: { readonly after: string; readonly from: string };
  /** Facts asked: own, shared, or `list.field` of the row that the step adds or is about. */
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly adds?: string;
  readonly about?: string;
  readonly closes?: string;
  readonly decides?: string;
  /** Value of the decided fact → closed list of reasons. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly approvedBy?: {
    readonly role: Role;
    readonly when?: ExpressionText;
    readonly effect?: 'before' | 'at-once';
    /** Territory whose overlay asks for it, always or at all. */
    readonly overlay?: string;
  };
  readonly evidence: readonly string[];
  readonly due?: DeadlineDefinition;
  readonly repeatable: false | { readonly newFacts: boolean };
  readonly waivable: 'never' | 'with-approval' | 'with-reason';
  readonly waiverReasons?: string;
  readonly requires: readonly Requirement[];
  readonly flags: readonly Flag[];
  readonly protective: boolean;
  readonly offers?: string;
  readonly contacts?: 'family';
  /** It reports to them: what the law asks of the worker's service is said beside it. */
  readonly reports?: 'prosecutor';
  /** What it hands to the child. */
  readonly hands?: 'rights-sheet';
  /** It says that somebody was called: shown, in the order of steps, where it is said whom to call. */
  readonly saysCalled?: boolean;
  /** What is counted for as long as it is to be done. */
  readonly counted?: 'no-place-tonight';
  /** It can't be done without the child: while an absence is open it is suspended, in whatever protocol. */
  readonly needs?: 'child present';
  /** Of a part: how long an act done in one run counts in another, unless one of these facts is told anew. */
  readonly valid?: ValidityDefinition;
  readonly basis: readonly string[];
}

export interface ValidityDefinition {
  readonly for: string;
  readonly until: readonly string[];
}

/**
 * Of a protocol whose runs are absences: until `over` is exactly true, the child is not there. `at`: the step that says when.
 * `since`, `hour`: its facts that say since when, a date and an hour of the day. `calls`: whom to call, in order.
 */
export interface AbsenceDefinition {
  readonly over: ExpressionText;
  readonly at: string;
  readonly since?: string;
  readonly hour?: string;
  readonly calls?: readonly CallDefinition[];
}

/** Somebody to call before anything is written. Without numbers: theirs differ from place to place. */
export interface CallDefinition {
  readonly who: Text;
  readonly why?: Text;
  readonly numbers: readonly string[];
}

/** Of an outcome after which a case is nobody's work until something new is told. */
export interface RestDefinition {
  /** The step that decides it, agreed by a second person. */
  readonly decidedBy: string;
  /** Steps elsewhere that stay work: those that protect, while a search goes on. */
  readonly keeps: 'nothing' | 'protective';
}

export interface OpensDefinition {
  readonly id: string;
  readonly protocol: string;
  readonly when?: ExpressionText;
  readonly unless?: ExpressionText;
  readonly again: boolean;
  readonly delay?: { readonly after: string; readonly from: string; readonly origin: DeadlineOrigin };
  readonly basis: readonly string[];
}

export interface OutcomeDefinition {
  readonly id: string;
  readonly title: Text;
  readonly protects: 'full' | 'less';
  readonly when?: ExpressionText;
  readonly otherwise: boolean;
  readonly note?: Text;
  readonly rests?: RestDefinition;
  /** A court has said so for good: the age is said in these words, never computed. */
  readonly age?: 'adult';
}

export interface SafeguardDefinition {
  readonly id: string;
  readonly title?: Text;
  readonly always?: ExpressionText;
  readonly never?: ExpressionText;
  readonly sameSteps?: { readonly whatever: readonly string[]; readonly among?: string };
  readonly sameOutcome?: { readonly whatever: readonly string[]; readonly when?: ExpressionText };
  readonly onlyAdds?: { readonly as: string; readonly below: string; readonly among: string };
  readonly forgetting?: 'outcome';
  /** Territory whose overlay adds it. */
  readonly overlay?: string;
  readonly basis: readonly string[];
}

export interface Moment {
  readonly from: string;
  readonly after: string;
  readonly at: 'latest' | 'earliest';
  readonly title: Text;
}

/** A closed list of reasons: code → words. Shared by several steps, of several protocols or of one. */
export type ReasonList = Readonly<Record<string, Text>>;

export type RefusedWords = Readonly<Record<'fr' | 'en', Readonly<Record<string, string>>>>;

/** `facts.yaml`: what protocols share, owned by the case. */
export interface SharedDocument {
  readonly language: number;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly moments: Readonly<Record<string, Moment>>;
  readonly reasons: Readonly<Record<string, ReasonList>>;
  /** List → code → condition under which a reason contradicts what is recorded. Read in the protocol whose step asks the list. */
  readonly contradictions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly evidence: Readonly<Record<string, Text>>;
  /** Language → word that blames the child → what to say instead. */
  readonly refusedWords: RefusedWords;
}

/** `protocol.yaml` with `en.yaml` merged in, defaults filled, as the engine compiles it. */
export interface ProtocolDocument {
  readonly protocol: string;
  readonly version: string;
  readonly code: string;
  readonly title: Text;
  readonly purpose: Text;
  readonly runs: 'one' | 'many';
  readonly basis: readonly string[];
  readonly absence?: AbsenceDefinition;
  /** `case`: every new case starts with a run of it. */
  readonly opensWith?: 'case';
  /** Its steps see and doubt: doing them is not yet protecting. */
  readonly noticesOnly?: boolean;
  /** What its outcome says of the child beside the name. */
  readonly tells?: 'age';
  readonly limits: Readonly<Record<string, Limit>>;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly derived: Readonly<Record<string, DerivedText>>;
  /** Closed lists of its own; one that is called as a shared list stands in its place. */
  readonly reasons?: Readonly<Record<string, ReasonList>>;
  /** List → code → condition under which the reason contradicts what is recorded. */
  readonly contradictions?: SharedDocument['contradictions'];
  readonly steps: readonly StepDefinition[];
  readonly opens: readonly OpensDefinition[];
  readonly outcomes: readonly OutcomeDefinition[];
  readonly safeguards: readonly SafeguardDefinition[];
}

/** One finding of the checker. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Stable code: `unknown-fact`, `missing-translation`, … */
  readonly code: string;
  readonly message: Text;
  /** What to write instead. */
  readonly remedy: Text;
  readonly severity: 'error' | 'warning';
}
