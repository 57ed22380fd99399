import type { RiskReason } from '../sampling/score-risk';

export const SAMPLING_METHODS = ['random', 'risk', 'all'] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

export const MISSION_STATES = ['draft', 'open', 'closed'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** Answers to a question of the checklist; `unknown` is one, and never counts as `no`. */
export const CHECK_ANSWERS = ['yes', 'no', 'unknown', 'not-applicable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export const FINDING_SEVERITIES = ['minor', 'serious', 'critical'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

export const FINDING_OUTCOMES = ['settled', 'not-upheld'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

/** What a mission looks at: cases of these teams that were open before the end of the period and moved after its start. */
export interface MissionScope {
  readonly teamIds: readonly string[];
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  /** Names of protocols; none: all. */
  readonly protocols: readonly string[];
}

/** A mission as its supervisor plans it. */
export interface MissionPlan extends MissionScope {
  readonly title: string;
  readonly question: string;
  readonly auditorIds: readonly string[];
  readonly method: SamplingMethod;
  /** Cases to draw; absent for `all`. */
  readonly size?: number;
  /** Questions that are answered for each case. */
  readonly checklist: readonly string[];
}

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
}

/** What a plan can be made of, for this supervisor. */
export interface MissionChoices {
  readonly teams: readonly NamedPerson[];
  readonly auditors: readonly NamedPerson[];
  readonly protocols: readonly {
    readonly name: string;
    readonly title: { readonly fr: string; readonly en: string };
  }[];
  /** The space's day, ISO. */
  readonly today: string;
}

export interface MissionSummary {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly state: MissionState;
  readonly teams: readonly NamedPerson[];
  readonly auditors: readonly NamedPerson[];
  readonly createdAt: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  /** Whether the reader still gets in: an auditor does until it closes. */
  readonly isOpenToMe: boolean;
  /** `null` where the reader does not get in. */
  readonly progress: {
    readonly cases: number;
    readonly examined: number;
    readonly findings: number;
    readonly openFindings: number;
  } | null;
}

export interface Examination {
  readonly answers: readonly {
    readonly question: number;
    /** Absent: not answered yet. */
    readonly answer?: CheckAnswer;
    readonly note: string;
  }[];
  /** Whether the auditor says that this case is done. */
  readonly done: boolean;
}

export interface MissionCase {
  readonly caseFileId: string;
  readonly reference: string;
  /** In the record and in the frame. */
  readonly alias: string;
  /** As drawn, from 1. */
  readonly place: number;
  /** Of risk-based sampling. */
  readonly score: number | null;
  readonly reasons: readonly RiskReason[];
  readonly examination: Examination;
  readonly examinedBy: NamedPerson | null;
  readonly examinedAt: string | null;
  /** For `If-Match`. */
  readonly revision: number;
}

/** How the sample was drawn: enough for anyone to draw it again. */
export interface Sampling {
  readonly method: SamplingMethod;
  /** Of a random sample. */
  readonly seed: string | null;
  /** Handed in rather than drawn by the server. */
  readonly seedGiven: boolean;
  /** Aliases of the cases that could be drawn, sorted. */
  readonly frame: readonly string[];
  readonly frameHash: string;
}

export interface Mission extends MissionSummary {
  readonly revision: number;
  readonly plan: MissionPlan;
  readonly protocolTitles: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
  readonly createdBy: NamedPerson;
  readonly openedBy: NamedPerson | null;
  readonly closedBy: NamedPerson | null;
  /** `null` until it is open. */
  readonly sampling: Sampling | null;
  readonly cases: readonly MissionCase[];
  /** Cases drawn that are not there for the reader: restricted to a circle, or a conflict of interest. Nor are their findings. */
  readonly hiddenCases: number;
  readonly findings: readonly Finding[];
  /** Who may answer for a finding: colleagues of the teams. */
  readonly owners: readonly NamedPerson[];
  readonly may: {
    readonly change: boolean;
    readonly open: boolean;
    readonly close: boolean;
    readonly examine: boolean;
    readonly raise: boolean;
  };
}

/** A sentence: what was expected, what happened, how many days lie between, what shows it. */
export interface FindingInput {
  /** Absent: about no case in particular. */
  readonly caseFileId?: string;
  readonly severity: FindingSeverity;
  readonly expected: string;
  readonly happened: string;
  readonly days?: number;
  readonly evidence: string;
  readonly ownerId: string;
  /** ISO day by which an answer is expected. */
  readonly dueOn: string;
}

export interface Finding {
  readonly id: string;
  /** Of its mission, and its number in it: `M-7K4M-2QX/3`. */
  readonly reference: string;
  readonly missionId: string;
  readonly caseFile: { readonly id: string; readonly reference: string } | null;
  readonly severity: FindingSeverity;
  readonly expected: string;
  readonly happened: string;
  readonly days: number | null;
  readonly evidence: string;
  readonly author: NamedPerson;
  readonly raisedAt: string;
  readonly owner: NamedPerson;
  readonly dueOn: string;
  readonly answer: { readonly text: string; readonly at: string; readonly by: NamedPerson } | null;
  readonly closing: {
    readonly outcome: FindingOutcome;
    readonly note: string;
    readonly at: string;
    readonly by: NamedPerson;
  } | null;
  /** For `If-Match`. */
  readonly revision: number;
  readonly may: { readonly answer: boolean; readonly close: boolean };
}
