import type { CaseConformance, JournalEntry, ProtocolSet } from '@repere/case-engine';
import type { Territory, Text } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import type { Attempt } from '../practice/practice-act';
import type { ReasonRating } from './reason-rubric';
import type { PlaceOfStep } from './shared-act';

/** A choice that was given to a question. */
export interface GivenChoice {
  readonly choice: string;
  /** How many gave it. */
  readonly times: number;
  /** When the last of them did, epoch ms. */
  readonly at: number;
  /** Said for the whole class: what each of them gave counts nothing beside it. */
  readonly isForAll: boolean;
}

/** What a score is computed from: the journal, and what a journal does not hold. */
export interface PracticeRecord {
  readonly set: ProtocolSet;
  readonly scenario: TrainingScenario;
  readonly territory: Territory;
  readonly journal: readonly JournalEntry[];
  /** The moment at which it is counted, epoch ms. */
  readonly now: number;
  /** Whether whoever practises is done: what has not come about by then does not come any more. */
  readonly isOver: boolean;
  /** Question → what was answered. */
  readonly answers: ReadonlyMap<string, readonly GivenChoice[]>;
  /** Expectation → when the trainer saw it met. */
  readonly ticks: ReadonlyMap<string, number>;
  readonly attempts: readonly Attempt[];
  /** Entry → how whoever leads rated the reason that it gives. */
  readonly ratings: ReadonlyMap<string, ReasonRating>;
}

export const SCORE_PARTS = [
  'steps',
  'deadlines',
  'protection-order',
  'expectations',
  'questions',
  'reasons',
  'safeguards',
] as const;
/**
 * `steps`: the audit's own conformance, with its weights. `deadlines`: one point for each time of ours that came due. `protection-order`: one
 * for each step that protects now, lost if something else went before it. `reasons`: one for each criterion that whoever leads looked at. `safeguards`: nothing to be won, three lost each time.
 */
export type ScorePart = (typeof SCORE_PARTS)[number];

/** What a breach of a safeguard, or trying one, takes from the whole. */
export const BREACH_COSTS = 3;

/** A point that was lost: when, at which step, on what ground. */
export interface LostPoint {
  /** `part:what`: the same however often the run is told. */
  readonly key: string;
  readonly part: ScorePart;
  readonly points: number;
  /** The moment that lost it, epoch ms. */
  readonly at: number;
  readonly runId?: string;
  readonly step?: string;
  /** Where that act is asked for: of one that several protocols ask for, each of them. */
  readonly places?: readonly PlaceOfStep[];
  readonly title: Text;
  readonly why: Text;
  /** Codes of sources. */
  readonly basis: readonly string[];
}

/** What was won: an expectation or a question, with when it was first so. */
export interface MetPoint {
  readonly key: string;
  readonly title: Text;
  readonly points: number;
  readonly at: number;
  /** Codes of sources. */
  readonly basis: readonly string[];
}

export interface ScenarioScore {
  readonly points: number;
  readonly of: number;
  /** 0 to 100, rounded down: a hundred is nothing lost. */
  readonly percent: number;
  readonly parts: readonly { readonly part: ScorePart; readonly points: number; readonly of: number }[];
  /** The earliest first. */
  readonly lost: readonly LostPoint[];
  readonly met: readonly MetPoint[];
  /** The case beside its protocols, as audit has it. */
  readonly conformance: CaseConformance;
  /** What audit calls it: met ÷ expected of the case, 0 to 1; `null` while nothing was expected. */
  readonly fitness: number | null;
  /** Points of what is expected by a moment that has not come: neither won nor lost, and in no other figure. */
  readonly open: number;
  /** How many reasons nobody rated: they count neither for nor against anybody. */
  readonly unratedReasons: number;
}

/** One part, counted. */
export interface CountedPart {
  readonly of: number;
  readonly lost: readonly LostPoint[];
  readonly met?: readonly MetPoint[];
  /** Points that are not decided yet; none unless said. */
  readonly open?: number;
}
