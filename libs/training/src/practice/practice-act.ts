import type { DescribedEntry, CaseState, Reason } from '@repere/case-engine';
import type { ExampleLine, ScenarioBeat } from '@repere/protocol';

/** What is done while practising. A run is the list of these: told again from the beginning, it comes to the same case. */
export type PracticeAct =
  /** A line of the language of examples. `at` in it: time runs on until then first. `model`: its place in the model run. */
  | { readonly kind: 'line'; readonly line: ExampleLine; readonly model?: number }
  /** Time runs on until this moment, epoch ms. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'answer'; readonly question: string; readonly choice: string }
  /** What the trainer saw of an expectation that no machine can see. */
  | { readonly kind: 'tick'; readonly expectation: string; readonly seen: boolean };

/** Something that came about: a beat that was told, or an inject with what others did. */
export interface Arrived {
  readonly beat: ScenarioBeat;
  readonly at: number;
  readonly isInject: boolean;
}

/** The practised case at one of its moments. */
export interface PracticeMoment {
  readonly place: number;
  /** Epoch ms, by the clock of the story. */
  readonly at: number;
  /** The act behind it; `null`: time alone, or the beginning. */
  readonly act: PracticeAct | null;
  /** How many acts lead to this moment, this one included. */
  readonly acts: number;
  /** What came into the journal, in words. */
  readonly entries: readonly DescribedEntry[];
  /** Entries of the journal by then. */
  readonly journal: number;
  readonly refused: readonly Reason[];
  readonly arrived: readonly Arrived[];
  /** Ask it with `viewCase`, `orderSteps`, `explain`. */
  readonly state: CaseState;
}

/** An act that the engine refused. The journal has no trace of it, so that a run keeps it itself. */
export interface Attempt {
  readonly at: number;
  readonly runId: string;
  readonly step: string;
  readonly reasons: readonly Reason[];
}

/** Why practising does not go there. */
export type PracticeRefusal =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'refused'; readonly reasons: readonly Reason[] }
  | { readonly ok: false; readonly code: 'past' | 'too-far' | 'unknown' | 'malformed' };
