import type { FeelType, Syntax } from '@repere/feel';
import type { CompiledFact, CompiledProtocol } from '@repere/case-engine';
import type { Encoding, StepMark } from '../solver-types';
import type { Query } from '../query';
import type { Smt } from '../smt';
import type { CodeTerm, RowTerm, Term, TruthTerm } from './truth-terms';

/** Runs whose steps or outcome are being read, so that reading them again gives unknown, as in the engine. By protocol. */
export interface Reading {
  readonly states: readonly string[];
  readonly outcomes: readonly string[];
}

export const READING_NOTHING: Reading = { states: [], outcomes: [] };

/** One child as the query sees it: the facts of the case, and one run of each subject. */
export interface World {
  readonly query: Query;
  /** The versions that it is read by. */
  readonly encoding: Encoding;
  /** The name of what belongs to this fact (`exams.consent` for a field): marked, where the two children may differ in it. */
  nameOf(name: string, key: string): string;
  fact(fact: CompiledFact): Term;
  /** How it was answered, as `answer()` reads it. */
  answerTerm(fact: CompiledFact): CodeTerm;
  rowOfList(list: CompiledFact, name: string, place: EncodingScope): RowTerm;
  derived(protocol: CompiledProtocol, index: number, reading: Reading): Term;
  outcome(protocol: CompiledProtocol, reading: Reading): CodeTerm;
  state(protocol: CompiledProtocol, step: number, reading: Reading): CodeTerm;
  applies(protocol: CompiledProtocol, step: number, reading: Reading): TruthTerm;
  ended(protocol: CompiledProtocol, reading: Reading): TruthTerm;
  mark(protocol: CompiledProtocol, step: number, mark: StepMark): Smt;
  started(protocol: string): Smt;
  reached(moment: string): TruthTerm;
  /** A condition about a step or none (-1); exactly true where there is none. */
  test(protocol: CompiledProtocol, source: string | undefined, step: number, reading: Reading): TruthTerm;
  /** Whatever it may be, one value of this type by this name. */
  free(type: FeelType, name: string): Term;
  /** Notes a cycle: something was unknown only because it is being read. */
  noteCycle(): void;
}

/** Where an expression stands: what its names mean. */
export interface EncodingScope {
  readonly world: World;
  readonly protocol: CompiledProtocol;
  readonly source: string;
  /** The step whose condition it is; -1 for none, -2 where that is the reader's. */
  readonly step: number;
  /** Rows that are looked at, the innermost last. */
  readonly frames: readonly Frame[];
  /** The row that a step is about, or whose derived value it is: its fields by their bare names. */
  readonly row: { readonly list: CompiledFact; readonly term: RowTerm } | null;
  readonly reading: Reading;
  encode(syntax: Syntax, place: EncodingScope): Term;
}

export interface Frame {
  readonly variable: string | null;
  readonly fields: ReadonlySet<string>;
  readonly row: RowTerm;
  /** Rows without number: what is asked within must not name new rows for each of them. */
  readonly isOpen: boolean;
}

/** The expression as written, without blanks, for names. */
export const printed = ({ source }: EncodingScope, { from, to }: Syntax): string =>
  source.slice(from, to).replace(/\s+/g, '').replaceAll('|', '!');
