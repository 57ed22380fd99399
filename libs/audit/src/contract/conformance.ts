import type { Page, Shown, Words } from '@repere/cases';
import type { DeadlineOrigin, DeviationKind, Expectation } from '@repere/protocol-engine';

/** What figures and lists are about; the same for both, so that a figure leads to its cases. Days are of the runs' opening. */
export interface ConformanceFilter {
  readonly team?: string;
  readonly protocol?: string;
  readonly step?: string;
  /** ISO days, both included, in UTC. */
  readonly from?: string;
  readonly to?: string;
}

export interface DeviationFilter extends ConformanceFilter {
  readonly kind?: DeviationKind;
  readonly origin?: DeadlineOrigin;
  /** `no` (usual): what is still to be judged. */
  readonly judged?: 'no' | 'yes';
}

/** Weights, their share, and what they are of. */
export interface FitnessFigures {
  /** Σ weights of expected steps, and of those done as they should. */
  readonly expected: number;
  readonly met: number;
  /** met ÷ expected, 0 to 1; `null` while nothing was expected. */
  readonly fitness: number | null;
}

export interface ProtocolFigures extends FitnessFigures {
  readonly protocol: string;
  readonly title: Words;
  readonly runs: number;
  /** Steps late by the law's time, and by another of ours. */
  readonly lateLegal: number;
  readonly lateOther: number;
}

export interface StepFigures extends FitnessFigures {
  readonly protocol: string;
  readonly step: string;
  readonly title: Words;
  /** Runs in which it was expected. */
  readonly expectedRuns: number;
  /** Runs in which it was done, and how often in all. */
  readonly doneRuns: number;
  readonly times: number;
  /** Milliseconds from possible to done; `null` where nobody can say. */
  readonly medianWait: number | null;
  readonly ninetiethWait: number | null;
  readonly lateLegal: number;
  readonly lateOther: number;
  /** Late ÷ expected runs of a step that has a time of ours; `null` when none was expected. */
  readonly shareLate: number | null;
}

export interface DeviationCount {
  readonly kind: DeviationKind;
  readonly count: number;
  readonly toJudge: number;
}

/** Versions that the runs looked at follow: the rules by which nothing was found. */
export interface FollowedRules {
  readonly protocol: string;
  readonly title: Words;
  readonly versions: readonly string[];
}

export interface ConformanceFormula {
  readonly what: Words;
  readonly weights: Words;
  readonly expected: Words;
  readonly leftOut: Words;
  readonly apart: Words;
}

/** How the cases of a team were handled, beside what their protocols say. */
export interface Conformance extends FitnessFigures {
  readonly formula: ConformanceFormula;
  readonly cases: number;
  readonly runs: number;
  readonly protocols: readonly ProtocolFigures[];
  readonly steps: readonly StepFigures[];
  readonly deviations: readonly DeviationCount[];
  readonly rules: readonly FollowedRules[];
  /** Teams that the reader may choose from. */
  readonly teams: readonly { readonly id: string; readonly name: string }[];
}

export const JUDGEMENTS = ['explained', 'accepted', 'finding', 'no-deviation'] as const;
export type JudgementKind = (typeof JUDGEMENTS)[number];

/** What somebody said of a deviation; never changed, only followed by another. */
export interface Judgement {
  readonly kind: JudgementKind;
  readonly by: Shown<string>;
  /** ISO 8601. */
  readonly at: string;
  /** `null`: erased with the case's key. */
  readonly text: Shown<string> | null;
}

export interface DeviationItem {
  readonly key: string;
  readonly kind: DeviationKind;
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly runId: string;
  readonly step: string;
  readonly stepTitle: Words;
  readonly protocol: string;
  readonly protocolTitle: Words;
  readonly version: string;
  /** From when it is one; of lateness, the due date. ISO 8601. */
  readonly since: string;
  /** Days, whole ones: how late, how long after. */
  readonly days: number | null;
  readonly origin: DeadlineOrigin | null;
  /** Still not done. */
  readonly isOpen: boolean;
  /** What happened, in a sentence. */
  readonly text: Words;
  /** Lines of the law and the report that the step stands on. */
  readonly basis: readonly string[];
  readonly entryId: string | null;
  readonly enteredBy: Shown<string> | null;
  readonly judgements: readonly Judgement[];
  readonly mayExplain: boolean;
  /** `null`: the reader may judge it; else why not. */
  readonly mayNotJudge: Words | null;
}

/** A page of deviations; what it is a page of, on the first. */
export interface DeviationPage extends Page<DeviationItem> {
  readonly about: {
    readonly count: number;
    readonly cases: number;
    readonly rules: readonly FollowedRules[];
    readonly teams: readonly { readonly id: string; readonly name: string }[];
  } | null;
}

/** A step of a case beside what was expected of it. Times ISO 8601. */
export interface CaseStepConformance {
  readonly step: string;
  readonly title: Words;
  readonly expectation: Expectation;
  readonly weight: number;
  readonly times: number;
  readonly isInOrder: boolean | null;
  readonly isInTime: boolean | null;
  readonly isByWhomItShould: boolean | null;
  readonly isApproved: boolean | null;
  readonly isMet: boolean;
  readonly doneAt: string | null;
  readonly origin: DeadlineOrigin | null;
  readonly lateDays: number | null;
}

export interface CaseRunConformance extends FitnessFigures {
  readonly runId: string;
  readonly protocol: string;
  readonly version: string;
  readonly title: Words;
  readonly steps: readonly CaseStepConformance[];
}

/** One case beside its protocols. */
export interface CaseFileConformance extends FitnessFigures {
  readonly formula: ConformanceFormula;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly runs: readonly CaseRunConformance[];
  readonly deviations: readonly DeviationItem[];
}

export interface ExplainDeviation {
  readonly key: string;
  readonly text: string;
}

export interface JudgeDeviation {
  readonly key: string;
  readonly verdict: Exclude<JudgementKind, 'explained'>;
  readonly text: string;
}
