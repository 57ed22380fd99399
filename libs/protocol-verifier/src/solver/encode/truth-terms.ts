import { and, not, or, type Smt } from '../smt';

/** Three-valued truth: exactly true, exactly false, never both; neither is unknown. */
export interface TruthTerm {
  readonly kind: 'truth';
  readonly yes: Smt;
  readonly no: Smt;
}

/** One code: which one it is. None of them is unknown. */
export interface CodeTerm {
  readonly kind: 'code';
  readonly codes: ReadonlyMap<string, Smt>;
}

/** Several codes at once, each in or not; `known` says whether anything is known. */
export interface CodesTerm {
  readonly kind: 'codes';
  readonly known: Smt;
  readonly members: ReadonlyMap<string, Smt>;
  readonly count: Smt;
}

/** A number between two bounds of sort Real. While `hasNoLow` (`hasNoHigh`) holds there is no lower (upper) bound. */
export interface NumberTerm {
  readonly kind: 'number';
  readonly known: Smt;
  readonly low: Smt;
  readonly high: Smt;
  readonly hasNoLow: Smt;
  readonly hasNoHigh: Smt;
}

/** A date between two days of sort Int, counted from day 0. */
export interface DateTerm {
  readonly kind: 'date';
  readonly known: Smt;
  readonly first: Smt;
  readonly last: Smt;
}

/** Words, or a duration: of interest only whether they are known and which literal they are. */
export interface TextTerm {
  readonly kind: 'text';
  readonly known: Smt;
  readonly is: (literal: string) => Smt;
}

export interface ItemTerm {
  readonly yes: Smt;
  readonly no: Smt;
  /** `unknown` or `refused` was answered; asked for only where it is told apart. */
  readonly answered: (answer: 'unknown' | 'refused') => Smt;
}

export interface ChecklistTerm {
  readonly kind: 'checklist';
  readonly items: ReadonlyMap<string, ItemTerm>;
}

export interface RowTerm {
  readonly kind: 'row';
  readonly fields: ReadonlySet<string>;
  /** Unknown fields can't be: the protocol was checked. */
  readonly field: (name: string) => Term;
}

/** Rows that are all there (steps), or as many as there may be: then only those that matter have a name. */
export interface ListTerm {
  readonly kind: 'list';
  readonly rows: FiniteRows | OpenRows;
}

export interface FiniteRows {
  readonly kind: 'finite';
  readonly rows: readonly RowTerm[];
}

export interface OpenRows {
  readonly kind: 'open';
  /** Whether no other row can come. */
  readonly closed: Smt;
  /** Names it within the query, the same for both children: `spares`, `run(lost_key)`. */
  readonly key: string;
  readonly row: (name: string) => RowTerm;
  readonly isThere: (name: string) => Smt;
}

export interface UnknownTerm {
  readonly kind: 'unknown';
}

export type Term =
  | TruthTerm
  | CodeTerm
  | CodesTerm
  | NumberTerm
  | DateTerm
  | TextTerm
  | ChecklistTerm
  | RowTerm
  | ListTerm
  | UnknownTerm;

export const UNKNOWN: UnknownTerm = { kind: 'unknown' };

/** Whether a value is known. */
export function isKnown(term: Term): Smt {
  switch (term.kind) {
    case 'truth':
      return or(term.yes, term.no);
    case 'code':
      return or(...term.codes.values());
    case 'codes':
    case 'number':
    case 'date':
    case 'text':
      return term.known;
    case 'unknown':
      return 'false';
    case 'checklist':
    case 'row':
    case 'list':
      return 'true';
  }
}

/** The value where a condition holds, unknown elsewhere. */
export function onlyWhere(condition: Smt, term: Term): Term {
  switch (term.kind) {
    case 'truth':
      return { kind: 'truth', yes: and(condition, term.yes), no: and(condition, term.no) };
    case 'code':
      return {
        kind: 'code',
        codes: new Map([...term.codes].map(([code, is]) => [code, and(condition, is)])),
      };
    case 'codes':
    case 'number':
    case 'date':
    case 'text':
      return { ...term, known: and(condition, term.known) };
    case 'unknown':
    case 'checklist':
    case 'row':
    case 'list':
      return term;
  }
}

export const truth = (yes: Smt, no: Smt): TruthTerm => ({ kind: 'truth', yes, no });

/** True or false, never unknown. */
export const surely = (yes: Smt): TruthTerm => truth(yes, not(yes));

/** The term as a truth value; anything else, against its type, is unknown. */
export const truthIn = (term: Term): TruthTerm => (term.kind === 'truth' ? term : truth('false', 'false'));
