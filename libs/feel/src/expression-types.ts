import type { Text, Truth, Value } from './value';

/** The type of an expression or fact, as the checker knows it. */
export type FeelType =
  | { readonly kind: 'boolean' }
  /** `months`: an age or a margin. `count`: how many there are, which no number of months is compared or computed with. */
  | { readonly kind: 'number'; readonly unit?: 'months' | 'count' }
  | { readonly kind: 'text' }
  /** One code out of `values`; comparing it with any other string is an error that names the nearest code. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'duration' }
  | { readonly kind: 'checklist'; readonly items: readonly string[] }
  /** `orderedBy`: the date by which `last()` tells which row is the newest; left out: the order of entry. */
  | { readonly kind: 'list'; readonly row: Readonly<Record<string, FeelType>>; readonly orderedBy?: string }
  | { readonly kind: 'row'; readonly row: Readonly<Record<string, FeelType>> }
  /** A bare name that is only a label, passed to the words of state. */
  | { readonly kind: 'name' };

/** Where an expression gets its values at run time. Opaque to FEEL; the engine hands in its own. */
export type Reader<Env> = (env: Env) => Value;

/** One thing that an expression reads, for explanations and dependency analysis. */
export interface Reference {
  /** As written: `door`, `spares.price`, `signs.noise`, `done(intake)`, `run(lost_key).outcome`. */
  readonly name: string;
  readonly kind: 'fact' | 'derived' | 'limit' | 'state' | 'moment' | 'outcome';
}

export interface Resolved<Env> {
  readonly type: FeelType;
  readonly read: Reader<Env>;
  readonly reference?: Reference;
  /**
   * Whether more knowledge can only turn it from unknown into a value, never from one value into another. A derived
   * value hands on what its own expression says. Left out: false for the kinds `state` and `outcome`, true for
   * all else.
   */
  readonly isMonotone?: boolean;
}

/** Answers what names and words of state mean: FEEL itself knows none of either. */
export interface Scope<Env> {
  /** A fact, derived value, limit or bare label; `undefined` if no such name. `nearest` helps the message. */
  name(name: string): Resolved<Env> | undefined;
  /**
   * A word of state (`done`, `approved`, `in_effect`, `started`, `run`, `reached`, `state`…) with the bare names it was
   * given. `undefined` if FEEL does not know the word either; a text is what is wrong with the arguments.
   * `answer` with the name of a fact gives one of `given`, `unknown`, `not-asked`, `refused`, never null; items of a
   * checklist are read without asking here. What there may be several of is a list, oldest first.
   */
  call(word: string, args: readonly string[]): Resolved<Env> | Text | undefined;
  /** Names to propose when one is misspelt. */
  names(): readonly string[];
  /** Words of state to propose when one is misspelt. */
  words?(): readonly string[];
}

/** A mistake in an expression, with where it is (offsets into the source) and what to write instead. */
export interface FeelProblem {
  readonly from: number;
  readonly to: number;
  readonly message: Text;
  readonly remedy: Text;
  /** For `derived` with cases: which line, from 0, and which half of it the offsets are in. */
  readonly caseLine?: { readonly index: number; readonly part: 'when' | 'is' };
}

/** An expression that was parsed, typed and compiled once. */
export interface Expression<Env> {
  readonly source: string;
  readonly type: FeelType;
  readonly evaluate: Reader<Env>;
  /** Every reference, in text order, without repeats. */
  readonly references: readonly Reference[];
  /** Whether it uses words that are not monotone in knowledge (`answer`, `done`, `state`…), banned in `less` outcomes. */
  readonly isMonotone: boolean;
  /** What still has to become known for the expression to be decided; text order, reduced by what is known. */
  unresolved(env: Env): readonly Reference[];
  /** The parts that make it what it is now (true or false): the operands that decide, with their references. */
  deciding(env: Env): readonly Reference[];
}

export interface Condition<Env> extends Expression<Env> {
  readonly test: (env: Env) => Truth;
}

export type Compiled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FeelProblem[] };

/** `when` lines, first that is exactly true; strict: an unknown line makes the result unknown. */
export type CaseLines = readonly { readonly when: string; readonly is: string }[];
