import type { CompiledProtocol, ProtocolSet } from '@repere/case-engine';
import type { Text } from '@repere/feel';

/**
 * What the solver's half of exploring offers (functions of `explore/solver/`). Pure: scripts are made here, `Solve` is
 * handed in (`@repere/protocol-verifier` starts z3).
 *
 *   encodeProtocols(set, subjects) → Encoding             nothing is asked yet; made once for a set
 *   proveSafeguard(encoding, protocol, safeguardId, solve) → Promise<Proof>
 *   findDeadConditions(encoding, protocol, solve) → Promise<DeadConditions>
 *   findJudgedDifferently(before, after, protocol, solve) → Promise<readonly JudgedDifferently[]>
 *
 * The encoding allows every state that the engine reaches, and some that it doesn't (how many rows a list has, how time
 * passes, in which order steps were done). So what it refutes holds (`proven`, dead), and what it allows may not be: `open`
 * is a question to the search, never a finding.
 */

/**
 * An SMT solver, handed in: an SMT-LIB 2 script goes in, its output comes back (`sat`, `unsat` or `unknown`, then what
 * `get-value` asked for). The command line and the server's worker give z3.
 */
export type Solve = (script: string) => Promise<string>;

/** One version that a case runs; runs of the subjects may read and open each other. */
export interface Subject {
  readonly protocol: string;
  readonly version: string;
}

/** The versions whose runs are encoded together. A protocol that is read but isn't among them may have any outcome. */
export interface Encoding {
  readonly set: ProtocolSet;
  /** By protocol name. */
  readonly subjects: ReadonlyMap<string, CompiledProtocol>;
}

/** An answer to one property. */
export interface Proof {
  /** `open`: the contrary is satisfiable in the encoding, or the solver gave up. Whether a history breaks it is for search to say. */
  readonly verdict: 'proven' | 'open';
  /** `dependencies`: nothing that the property is about reads what it varies. No query was made. */
  readonly method: 'dependencies' | 'solver';
  readonly queries: number;
  /** Facts within the cone of influence. */
  readonly facts: number;
  /** Classes into which the conditions of the cone divide them, *unknown* (and *refused* where it is told apart) included. */
  readonly classes: number;
  /** When `open`: a state that would break it. A hint for search, which may not find it reachable. */
  readonly model?: Model;
  /** Of properties that compare two children: the other one. */
  readonly other?: Model;
  /** The solver gave up before an answer. */
  readonly isUndecided?: boolean;
}

/** A state as the solver sees it. Only what the query reads is there; what is unknown is left out. */
export interface Model {
  /** `door` (shared) or `lost-key.trained` (of its run): `"ajar"`, `"yes"`, `"20"`, a checklist’s items as `signs.noise`. */
  readonly facts: Readonly<Record<string, string>>;
  /** `decisions` → rows that matter, each `field` → value. There may be more in a history. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Lists to which "no other" was said. */
  readonly closed: readonly string[];
  /** `lost-key.assess` → what is marked of that step. */
  readonly marks: Readonly<Record<string, readonly StepMark[]>>;
  /** Protocols that have a run. */
  readonly started: readonly string[];
}

/**
 * `in-effect`: a completion is in effect · `pending`: one needs a second person · `waits`: and waits for them · `approved`: what
 * rules was agreed to · `reopened`, `to-confirm`, `waived`, `owing` as in the engine · `time-came`: `opensAt` is over.
 */
export type StepMark =
  | 'in-effect'
  | 'pending'
  | 'waits'
  | 'approved'
  | 'reopened'
  | 'to-confirm'
  | 'waived'
  | 'owing'
  | 'time-came';

export interface DeadConditions {
  readonly found: readonly DeadCondition[];
  /** How many conditions were asked about. */
  readonly asked: number;
  readonly queries: number;
}

/** A condition that no state makes exactly true, or that every state does. Certain. */
export interface DeadCondition {
  readonly kind: 'never-true' | 'always-true';
  readonly place:
    | 'when'
    | 'unless'
    | 'ready'
    | 'requires'
    | 'flags'
    | 'approvedBy'
    | 'opens'
    | 'outcome'
    | 'derived'
    | 'relevant';
  /** Id of the step, `opens`, outcome or derived value. */
  readonly id: string;
  /** Of requirements, flags, outcomes and cases: which line, from 0. */
  readonly line?: number;
  readonly source: string;
  readonly message: Text;
}

/** A child whom two versions judge differently. */
export interface JudgedDifferently {
  readonly kind: 'outcome' | 'step-applies';
  /** Outcome of the version before, or id of the step. */
  readonly id: string;
  readonly before: string;
  readonly after: string;
  /** The later version protects less here: a less protective outcome, a protective step that no longer applies. */
  readonly isWeaker: boolean;
  readonly model: Model;
}
