import type { Text } from '@repere/feel';

/**
 * What is known of a promise of the protocols.
 *
 * - `proven`: for every answer, known or not, and every path; the search was exhaustive or the solver refuted the contrary.
 * - `bounded`: nothing was found as far as was looked, and `bound` says how far. Never shown as proven.
 * - `broken`: there is a history that breaks it, replayed by the engine.
 */
export type Verdict = 'proven' | 'bounded' | 'broken';

/**
 * `safeguard`: written in the protocol. The others hold for every protocol without being written: each step can happen, each
 * outcome can be reached, each condition can be true and can be false, a run can always end, what protects less takes two persons.
 */
export type PropertyKind =
  'safeguard' | 'can-happen' | 'can-be-reached' | 'can-end' | 'two-persons' | 'no-dead-condition';

/** How much was looked at. Counts, never times: those are the caller's to measure. */
export interface Covered {
  /** Facts within the cone of influence. */
  readonly facts: number;
  /** Classes into which conditions divide the answers of those facts, *unknown* and, where they are told apart, *refused* included. */
  readonly classes: number;
  /** Distinct states visited; 0 when the solver alone answered. */
  readonly states: number;
  /** Acts tried from those states. */
  readonly paths: number;
  /** Questions put to the solver. */
  readonly queries: number;
}

/** A history that breaks a promise: the shortest that was found, in words and as a file to keep. */
export interface CounterExample {
  /** One sentence: what happens to the child. */
  readonly story: Text;
  /** One line an act: who does what, with which answers. The last says what is wrong. */
  readonly lines: readonly Text[];
  /** An `examples/*.yaml` that `protocol test` runs and that fails while the fault is there. */
  readonly example: string;
  readonly acts: number;
  /** No shorter history breaks it: breadth-first search reached this one first. */
  readonly isShortest: boolean;
}

export interface ProofFinding {
  readonly kind: PropertyKind;
  readonly protocol: string;
  readonly version: string;
  /** Id of the safeguard, step, outcome or condition. Unique with `kind` and `protocol`. */
  readonly id: string;
  readonly title: Text;
  readonly basis: readonly string[];
  readonly verdict: Verdict;
  readonly method: 'dependencies' | 'solver' | 'search' | 'solver-and-search';
  readonly covered: Covered;
  /** What was left out, when `bounded`. */
  readonly bound?: Text;
  /** When `broken`, if one could be told as a history. */
  readonly counterExample?: CounterExample;
}

export interface ExploreReport {
  /** What was explored together: runs of these versions open each other. */
  readonly subjects: readonly {
    readonly protocol: string;
    readonly version: string;
    readonly hash: string;
  }[];
  readonly findings: readonly ProofFinding[];
  readonly covered: Covered;
}
