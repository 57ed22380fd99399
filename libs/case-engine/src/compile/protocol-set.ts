import type { CalendarTime, Condition, Expression, FeelType, Scope, Text, Value, Within } from '@repere/feel';
import type {
  DeadlineDefinition,
  FactDefinition,
  FactValue,
  Flag,
  OpensDefinition,
  OutcomeDefinition,
  ProtocolDocument,
  Requirement,
  Role,
  SafeguardDefinition,
  SharedDocument,
  StepDefinition,
} from '@repere/protocol';

/**
 * What conditions are evaluated against: the fold of a case, which points at the run, row and values in question meanwhile. No more
 * is said of it here: a fold holds what is compiled, and what is compiled reads a fold (`compile-condition.ts` ties the two).
 */
export interface Env {
  readonly stamp: number;
}
export type StateCondition = Condition<Env>;
export type StateExpression = Expression<Env>;

/** A fact with its place in the fold: a slot of the case (shared) or of the run. */
export interface CompiledFact {
  readonly id: string;
  /** How dependencies name it: `door`, or `lost-key.trained` for a run's own. */
  readonly key: string;
  readonly definition: FactDefinition;
  readonly isShared: boolean;
  readonly slot: number;
  readonly type: FeelType;
  /** What conditions read of a recorded value; `null` for a non-answer. */
  readonly convert: (raw: FactValue) => Value;
  /** Place of each code, 0 = most protective; only of ranked facts. */
  readonly ranks: ReadonlyMap<string, number> | null;
  /** The codes of a choice or yes-no. */
  readonly codes: readonly string[];
  readonly list: CompiledList | null;
}

export interface CompiledList {
  readonly fields: readonly CompiledFact[];
  readonly fieldOf: ReadonlyMap<string, CompiledFact>;
  readonly derived: ReadonlyMap<string, StateExpression>;
  readonly orderedBy: string | undefined;
  /** Parts of what a row says with its figures. */
  readonly says: readonly { readonly when: StateCondition; readonly text: Text }[];
  /** Relevance of a field, by field id. */
  readonly relevant: ReadonlyMap<string, StateCondition>;
}

/** Where a period starts. */
export type Start =
  | { readonly kind: 'run' }
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'fact'; readonly fact: CompiledFact };

export interface CompiledDeadline {
  readonly definition: DeadlineDefinition;
  readonly within: Within;
  readonly start: Start;
  /** Of a duty that comes again: the first line that is exactly true says how long after it was last done. */
  readonly every: readonly { readonly when: StateCondition | null; readonly within: Within }[] | null;
  readonly late: readonly { readonly after: Within; readonly do?: 'remind'; readonly tell?: Role }[];
}

export interface CompiledStep {
  readonly index: number;
  readonly id: string;
  readonly definition: StepDefinition;
  readonly fields: ReadonlyMap<string, CompiledFact>;
  /** The list that this step adds to, is about or closes. */
  readonly list: CompiledFact | null;
  readonly rowFields: ReadonlyMap<string, CompiledFact>;
  readonly required: readonly CompiledFact[];
  readonly requiredOfRow: readonly CompiledFact[];
  readonly relevant: ReadonlyMap<string, StateCondition>;
  readonly after: readonly number[];
  readonly when: StateCondition | null;
  readonly unless: StateCondition | null;
  readonly ready: StateCondition | null;
  readonly opensAt: { readonly after: Within; readonly start: Start } | null;
  readonly decides: CompiledFact | null;
  readonly approval: {
    readonly role: Role;
    readonly when: StateCondition | null;
    readonly effect: 'before' | 'at-once';
  } | null;
  /** List → code → the condition under which that reason contradicts what is recorded. */
  readonly contradictions: ReadonlyMap<string, ReadonlyMap<string, StateCondition>>;
  readonly due: CompiledDeadline | null;
  readonly requires: readonly CompiledRequirement[];
  readonly flags: readonly { readonly definition: Flag; readonly when: StateCondition }[];
  /** Whether it has requirements or flags at all. */
  readonly isGuarded: boolean;
  /** Of a part: how long an act done in another run counts here, and what ends that beside what the step itself reads. */
  readonly valid: { readonly within: Within; readonly until: readonly CompiledFact[] } | null;
  /** Steps whose deadline counts from this one. */
  readonly starts: readonly number[];
}

export interface CompiledRequirement {
  readonly definition: Requirement;
  readonly when: StateCondition;
  readonly that: StateCondition;
  /** The list of which it asks something of every row. */
  readonly every: string | undefined;
}

export interface CompiledOpens {
  readonly definition: OpensDefinition;
  readonly when: StateCondition | null;
  readonly unless: StateCondition | null;
  readonly delay: { readonly after: Within; readonly start: Start } | null;
}

export interface CompiledOutcome {
  readonly definition: OutcomeDefinition;
  readonly title: Text;
  readonly note: Text | null;
  readonly when: StateCondition | null;
}

/** What must hold in every state: broken only if its condition is exactly `brokenWhen`, never while it is unknown. */
export interface CompiledSafeguard {
  readonly definition: SafeguardDefinition;
  readonly condition: StateCondition;
  readonly brokenWhen: boolean;
}

export interface CompiledProtocol {
  readonly id: string;
  readonly version: string;
  readonly document: ProtocolDocument;
  readonly ownFacts: readonly CompiledFact[];
  /** Every fact that an entry of this protocol's runs may carry: its own and the shared ones. */
  readonly factOf: ReadonlyMap<string, CompiledFact>;
  readonly derived: readonly StateExpression[];
  readonly derivedIndex: ReadonlyMap<string, number>;
  /** What names mean here, for conditions that are put together outside the document: the explorer's. */
  readonly scope: Scope<Env>;
  /** Of a protocol whose runs are absences of the child. `at`: index of the step that says when it ended. */
  readonly absence: { readonly over: StateCondition; readonly at: number } | null;
  readonly steps: readonly CompiledStep[];
  readonly stepIndex: ReadonlyMap<string, number>;
  /** Steps with a time of ours that a fact or a condition may bring about after the run opened. */
  readonly watched: readonly CompiledStep[];
  readonly opens: readonly CompiledOpens[];
  readonly outcomes: readonly CompiledOutcome[];
  readonly safeguards: readonly CompiledSafeguard[];
}

export interface CompiledMoment {
  readonly id: string;
  readonly title: Text;
  readonly from: string;
  readonly after: CalendarTime;
  readonly at: 'latest' | 'earliest';
}

/** Everything a case may run, compiled once. Opaque outside the engine. */
export interface ProtocolSet {
  readonly shared: SharedDocument;
  readonly sharedFacts: readonly CompiledFact[];
  readonly sharedFactOf: ReadonlyMap<string, CompiledFact>;
  readonly moments: ReadonlyMap<string, CompiledMoment>;
  /** protocol → version → compiled. */
  readonly protocols: ReadonlyMap<string, ReadonlyMap<string, CompiledProtocol>>;
}

/** The compiled version, or nothing when the set does not hold it. */
export function findProtocol(set: ProtocolSet, id: string, version: string): CompiledProtocol | undefined {
  return set.protocols.get(id)?.get(version);
}
