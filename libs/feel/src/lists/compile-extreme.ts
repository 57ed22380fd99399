import { text } from '../value';
import type { Compiling } from '../compile/compiling';
import { requireNumber, onSpans } from '../numbers/compile-arithmetic';
import { agreeInUnit } from '../operators/check-operands';
import type { Reader } from '../expression-types';
import { fieldTerm } from '../compile/compile-name';
import { highOf, larger, lowOf, numberIn, smaller, spanOf, type FeelNumber } from '../numbers/number-span';
import { frameOver, listIn } from './rows';
import type { CallSyntax, PathSyntax } from '../syntax/syntax';
import { operationTerm, type Term } from '../compile/condition-term';
import { spend } from '../work-budget';

type Extreme = 'min' | 'max';

/** The term of `min(a, b, …)`, `max(a, b, …)`, and of the smallest or largest field of a list: `min(exams.low)`. */
export function compileExtreme<Env>(
  word: Extreme,
  syntax: CallSyntax,
  context: Compiling<Env>,
): Term<Env> | null {
  const [only, ...more] = syntax.args;
  if (only?.kind === 'path' && more.length === 0) return compileListExtreme(word, syntax, only, context);
  const operands = syntax.args.map((arg) => requireNumber(context.compile(arg), context));
  if (operands.length < 2) {
    return context.refuseAt(
      syntax,
      text(`${word}() compare deux nombres ou plus.`, `${word}() compares two numbers or more.`),
      text(`Écrivez ${word}(a, b) ou ${word}(liste.champ).`, `Write ${word}(a, b) or ${word}(list.field).`),
    );
  }
  const terms = operands.filter((term) => term !== null);
  const [first, ...others] = terms;
  if (!first || terms.length < operands.length) return null;
  if (!others.every((term) => agreeInUnit(syntax, first, term, context))) return null;
  const evaluate = others.reduce((read, term) => pairReader(word, read, term.evaluate), first.evaluate);
  return operationTerm(syntax, first.type, terms, evaluate);
}

function pairReader<Env>(word: Extreme, left: Reader<Env>, right: Reader<Env>): Reader<Env> {
  const plain = word === 'min' ? Math.min : Math.max;
  const spans = word === 'min' ? smaller : larger;
  return (env) => {
    const a = left(env);
    const b = right(env);
    if (typeof a !== 'number' || typeof b !== 'number') return onSpans(spans, a, b);
    const value = plain(a, b);
    return Number.isFinite(value) ? value : null;
  };
}

function compileListExtreme<Env>(
  word: Extreme,
  syntax: CallSyntax,
  path: PathSyntax,
  context: Compiling<Env>,
): Term<Env> | null {
  const list = context.compile(path.of);
  if (!list) return null;
  const { type } = list;
  const frame = type.kind === 'list' ? frameOver({ ...list, type }, null, context) : null;
  if (!frame && type.kind === 'list') return null;
  const term = frame && fieldTerm<Env>(path, frame, path.field);
  if (!term) {
    return context.refuseAt(
      path,
      text(
        `${context.print(path)} n’est pas un champ d’une liste.`,
        `${context.print(path)} is no field of a list.`,
      ),
      text(
        `Écrivez ${word}(a, b), ou ${word}(liste.champ) avec un champ de type number ou months.`,
        `Write ${word}(a, b), or ${word}(list.field) with a field of type number or months.`,
      ),
    );
  }
  const field = requireNumber(term, context);
  if (!field) return null;
  const readList = list.evaluate;
  return operationTerm(syntax, field.type, [list, field], (env) => {
    const rows = listIn(readList(env));
    if (!rows) return null;
    spend(rows.rows.length);
    return extremeOf(
      word,
      rows.closed,
      rows.rows.map((row) => numberIn(row.fields[path.field] ?? null)),
    );
  });
}

/** A number that is missing, or a row that may still come, leaves the result open on the side where it would count. */
function extremeOf(
  word: Extreme,
  isClosed: boolean,
  values: readonly (FeelNumber | null)[],
): FeelNumber | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const isOpen = !isClosed || known.length < values.length;
  const lows = known.map(lowOf);
  const highs = known.map(highOf);
  return word === 'min'
    ? spanOf(isOpen ? -Infinity : Math.min(...lows), Math.min(...highs))
    : spanOf(Math.max(...lows), isOpen ? Infinity : Math.max(...highs));
}
