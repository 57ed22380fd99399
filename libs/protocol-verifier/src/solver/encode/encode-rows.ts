import type { CallSyntax, PathSyntax, QuantifiedSyntax, Syntax } from '@repere/feel';
import { freeNumber } from './encode-number';
import { and, FALSE, implies, ite, not, or, type Smt, TRUE } from '../smt';
import {
  isKnown,
  type ListTerm,
  type NumberTerm,
  onlyWhere,
  type OpenRows,
  type RowTerm,
  type Term,
  truth,
  truthIn,
  type TruthTerm,
  UNKNOWN,
} from './truth-terms';
import type { EncodingScope } from './world';

/** Stands for any row, to see what a condition says of one. */
const ANY = '·';

/** `some x in list satisfies …` and `every …`. */
export function encodeQuantified(syntax: QuantifiedSyntax, place: EncodingScope): TruthTerm {
  return quantified(syntax.word, syntax.list, syntax.condition, syntax.variable, place);
}

/** `some`, or `every` as *not some not*. Without a variable the fields of the row are written bare. */
export function quantified(
  word: 'some' | 'every',
  list: Syntax,
  condition: Syntax,
  variable: string | null,
  place: EncodingScope,
): TruthTerm {
  const rows = place.encode(list, place);
  if (rows.kind !== 'list') return truth(FALSE, FALSE);
  const test = (row: RowTerm): TruthTerm =>
    truthIn(place.encode(condition, within(place, rows, row, variable)));
  if (word === 'some') return someRow(rows, test, place);
  const { yes, no } = someRow(rows, (row) => turned(test(row)), place);
  return truth(no, yes);
}

const turned = ({ yes, no }: TruthTerm): TruthTerm => truth(no, yes);

/**
 * Whether the condition holds of some row. Of an open list: if so, a row has a name by which it does; if it is false, the list is
 * closed and it is false of every row with a name; if unknown, the list is open or a row leaves it so.
 */
function someRow({ rows }: ListTerm, test: (row: RowTerm) => TruthTerm, place: EncodingScope): TruthTerm {
  const { query } = place.world;
  if (rows.kind === 'finite') {
    const tests = rows.rows.map(test);
    return truth(
      query.script.name(or(...tests.map((it) => it.yes))),
      query.script.name(and(...tests.map((it) => it.no))),
    );
  }
  const any = test(rows.row(ANY));
  if (any.yes === TRUE && any.no === FALSE) return isEmpty(rows, place);
  return query.once(`some ${signature(rows)} ${any.yes} ${any.no}`, () => {
    const name = `some#${query.memo.size}`;
    const { script } = query;
    const [yes, no] = [script.constant(`${name}:yes`), script.constant(`${name}:no`)];
    script.assert(not(and(yes, no)));
    script.assert(implies(no, rows.closed));
    query.ofEveryRow(rows.key, (row) => {
      const one = test(rows.row(row));
      return implies(rows.isThere(row), and(implies(one.yes, yes), implies(no, one.no)));
    });
    if (mayNameRows(place)) {
      script.assert(
        implies(
          yes,
          witness(rows, (row) => test(row).yes, place),
        ),
      );
      const open = witness(rows, (row) => and(not(test(row).yes), not(test(row).no)), place);
      script.assert(or(yes, no, not(rows.closed), open));
    }
    return truth(yes, no);
  });
}

/** Whether there is a row at all: of a closed list without rows exactly not. */
function isEmpty(rows: OpenRows, place: EncodingScope): TruthTerm {
  const { query } = place.world;
  return query.once(`any ${signature(rows)}`, () => {
    const yes = query.script.constant(`any#${query.memo.size}`);
    query.ofEveryRow(rows.key, (row) => implies(rows.isThere(row), yes));
    if (mayNameRows(place))
      query.script.assert(
        implies(
          yes,
          witness(rows, () => TRUE, place),
        ),
      );
    return truth(yes, and(rows.closed, not(yes)));
  });
}

/** `count(list)` and `count(list, condition)`: from the rows that surely count to those that may; no upper bound while open. */
export function encodeCount(
  syntax: CallSyntax,
  list: ListTerm,
  condition: Syntax | undefined,
  place: EncodingScope,
): NumberTerm {
  const { rows } = list;
  const { query } = place.world;
  const test = (row: RowTerm): TruthTerm =>
    condition ? truthIn(place.encode(condition, within(place, list, row, null))) : truth(TRUE, FALSE);
  if (rows.kind === 'finite') {
    const tests = rows.rows.map(test);
    const low = total(tests.map((it) => it.yes));
    const high = total(tests.map((it) => not(it.no)));
    return { kind: 'number', known: TRUE, low, high, hasNoLow: FALSE, hasNoHigh: FALSE };
  }
  const any = test(rows.row(ANY));
  return query.once(`count ${signature(rows)} ${any.yes} ${any.no}`, () => {
    const name = `count#${query.memo.size}`;
    const { script } = query;
    const [sure, may] = [script.constant(`${name}:sure`, 'Int'), script.constant(`${name}:may`, 'Int')];
    script.assert(`(<= 0 ${sure} ${may})`);
    query.ofEveryRow(rows.key, (row) => {
      const one = test(rows.row(row));
      return implies(
        rows.isThere(row),
        and(implies(one.yes, `(>= ${sure} 1)`), implies(not(one.no), `(>= ${may} 1)`)),
      );
    });
    if (mayNameRows(place)) {
      script.assert(
        implies(
          `(>= ${sure} 1)`,
          witness(rows, (row) => test(row).yes, place),
        ),
      );
      script.assert(
        implies(
          `(> ${may} ${sure})`,
          witness(rows, (row) => and(not(test(row).yes), not(test(row).no)), place),
        ),
      );
    }
    const number: NumberTerm = {
      kind: 'number',
      known: TRUE,
      low: `(to_real ${sure})`,
      high: `(to_real ${may})`,
      hasNoLow: FALSE,
      hasNoHigh: not(rows.closed),
    };
    return number;
  });
}

/** `last(list, condition).field`: of some row for which the condition surely holds, if the list is closed; else unknown. */
export function encodeLast(call: CallSyntax, path: PathSyntax, place: EncodingScope): Term {
  const [listSyntax, condition] = call.args;
  const list = listSyntax ? place.encode(listSyntax, place) : UNKNOWN;
  if (list.kind !== 'list' || list.rows.kind !== 'open') return UNKNOWN;
  const { rows } = list;
  const { query } = place.world;
  const test = (row: RowTerm): Smt =>
    condition ? truthIn(place.encode(condition, within(place, list, row, null))).yes : TRUE;
  const any = rows.row(ANY);
  return query.once(
    `last ${path.field} ${signature(rows)} ${test(any)} ${textOf(any.field(path.field))}`,
    () => {
      const known = query.script.constant(`last#${query.memo.size}`);
      const name = query.nameRow(rows.key);
      const row = rows.row(name);
      const value = row.field(path.field);
      query.script.assert(implies(known, and(rows.closed, rows.isThere(name), test(row), isKnown(value))));
      return onlyWhere(known, value);
    },
  );
}

/** `min(list.field)`, `max(list.field)`: open on the side where another row would count. */
export function encodeListExtreme(word: 'min' | 'max', path: PathSyntax, place: EncodingScope): Term {
  const list = place.encode(path.of, place);
  if (list.kind !== 'list' || list.rows.kind !== 'open') return UNKNOWN;
  const { rows } = list;
  const { query } = place.world;
  return query.once(
    `${word} ${path.field} ${signature(rows)} ${textOf(rows.row(ANY).field(path.field))}`,
    () => {
      const result = freeNumber(place, `${word}#${query.memo.size}`);
      query.ofEveryRow(rows.key, (row) => {
        const value = rows.row(row).field(path.field);
        if (value.kind !== 'number') return TRUE;
        const [mine, theirs] = word === 'min' ? [result.high, value.high] : [value.low, result.low];
        const isOpen = word === 'min' ? value.hasNoHigh : value.hasNoLow;
        return implies(
          and(rows.isThere(row), value.known, not(isOpen), result.known),
          `(<= ${mine} ${theirs})`,
        );
      });
      return result;
    },
  );
}

/** Some row of the list, by a name of its own, of which this holds. */
function witness(rows: OpenRows, holds: (row: RowTerm) => Smt, { world }: EncodingScope): Smt {
  const name = world.query.nameRow(rows.key);
  return and(rows.isThere(name), holds(rows.row(name)));
}

/** Within a row without number no row is named for another list: there would be no end. Less is said then. */
const mayNameRows = ({ frames }: EncodingScope): boolean => !frames.some((it) => it.isOpen);

function within(
  place: EncodingScope,
  { rows }: ListTerm,
  row: RowTerm,
  variable: string | null,
): EncodingScope {
  const isOpen = rows.kind === 'open';
  return { ...place, frames: [...place.frames, { variable, row, fields: row.fields, isOpen }] };
}

/** What tells this list of this child from others. */
const signature = (rows: OpenRows): string => `${rows.key} ${rows.closed} ${rows.isThere(ANY)}`;

function textOf(term: Term): string {
  if (term.kind === 'code') return [...term.codes].flat().join(' ');
  if (term.kind === 'number') return `${term.known} ${term.low} ${term.high}`;
  return `${term.kind} ${isKnown(term)}`;
}

const total = (terms: readonly Smt[]): Smt =>
  terms.length === 0 ? '0.0' : `(+ 0.0 ${terms.map((it) => ite(it, '1.0', '0.0')).join(' ')})`;
