import { type ArithmeticSyntax, over, times } from '@repere/feel';
import { and, FALSE, ite, not, numeral, or, type Smt, TRUE } from '../smt';
import { isKnown, type NumberTerm, type Term, UNKNOWN } from './truth-terms';
import { type EncodingScope, printed } from './world';

/** A number that is known exactly. */
export function exactly(value: number): NumberTerm {
  const low = numeral(value);
  return { kind: 'number', known: TRUE, low, high: low, hasNoLow: FALSE, hasNoHigh: FALSE };
}

/** The number written in the term, if it is one. */
export function constantIn({ low, high, known }: NumberTerm): number | undefined {
  if (known !== TRUE || low !== high) return undefined;
  const match = /^(\(- )?(\d+(?:\.\d+)?)\)?$/.exec(low);
  return match ? Number(match[2]) * (match[1] ? -1 : 1) : undefined;
}

/** Whether its bounds meet. */
export function isExact({ low, high, hasNoLow, hasNoHigh }: NumberTerm): Smt {
  return and(not(hasNoLow), not(hasNoHigh), low === high ? TRUE : `(= ${low} ${high})`);
}

export function negated(term: Term): Term {
  return term.kind === 'number' ? scaled(term, -1) : UNKNOWN;
}

/**
 * `+ - * /` in exact fractions; a number that is written is the decimal that it is written as. Products and quotients of two
 * things that vary stay free: any number, the same for the same operands.
 */
export function encodeArithmetic(syntax: ArithmeticSyntax, place: EncodingScope): Term {
  const a = place.encode(syntax.left, place);
  const b = place.encode(syntax.right, place);
  if (a.kind !== 'number' || b.kind !== 'number') return UNKNOWN;
  switch (syntax.operator) {
    case '+':
      return bounded(
        a,
        b,
        sum(a.low, b.low),
        sum(a.high, b.high),
        or(a.hasNoLow, b.hasNoLow),
        or(a.hasNoHigh, b.hasNoHigh),
      );
    case '-':
      return bounded(
        a,
        b,
        less(a.low, b.high),
        less(a.high, b.low),
        or(a.hasNoLow, b.hasNoHigh),
        or(a.hasNoHigh, b.hasNoLow),
      );
    case '*': {
      const factor = constantIn(b) ?? constantIn(a);
      if (factor === undefined) return freeResult(a, b, `${printed(place, syntax)}`, place);
      return scaled(constantIn(b) === undefined ? b : a, factor);
    }
    case '/': {
      const divisor = constantIn(b);
      if (divisor === 0) return UNKNOWN;
      if (divisor === undefined) return freeResult(a, b, printed(place, syntax), place);
      const inverse = over(1, divisor);
      return Number.isNaN(inverse) ? enclosedResult(a, b, divisor, place) : scaled(a, inverse);
    }
  }
}

/** The smaller or larger of two numbers. */
export function extreme(word: 'min' | 'max', a: NumberTerm, b: NumberTerm): NumberTerm {
  const pick = (x: Smt, y: Smt): Smt =>
    x === y ? x : `(ite (${word === 'min' ? '<=' : '>='} ${x} ${y}) ${x} ${y})`;
  const bound = (x: Smt, xOpen: Smt, y: Smt, yOpen: Smt): Smt => ite(xOpen, y, ite(yOpen, x, pick(x, y)));
  const [lows, highs] = word === 'min' ? ([or, and] as const) : ([and, or] as const);
  const low = bound(a.low, a.hasNoLow, b.low, b.hasNoLow);
  const isPlain = a.low === a.high && b.low === b.high;
  const high = isPlain ? low : bound(a.high, a.hasNoHigh, b.high, b.hasNoHigh);
  return bounded(a, b, low, high, lows(a.hasNoLow, b.hasNoLow), highs(a.hasNoHigh, b.hasNoHigh));
}

function bounded(
  a: NumberTerm,
  b: NumberTerm,
  low: Smt,
  high: Smt,
  hasNoLow: Smt,
  hasNoHigh: Smt,
): NumberTerm {
  // Without either bound nothing is said: that is unknown.
  const known = and(a.known, b.known, not(and(hasNoLow, hasNoHigh)));
  return { kind: 'number', known, low, high, hasNoLow, hasNoHigh };
}

function scaled(a: NumberTerm, by: number): NumberTerm {
  const constant = constantIn(a);
  const product = constant === undefined ? NaN : times(constant, by);
  if (!Number.isNaN(product)) return exactly(product);
  if (by === 0) return { ...exactly(0), known: a.known };
  const scale = (term: Smt): Smt => (by === 1 ? term : `(* ${numeral(by)} ${term})`);
  return by > 0
    ? { ...a, low: scale(a.low), high: scale(a.high) }
    : { ...a, low: scale(a.high), high: scale(a.low), hasNoLow: a.hasNoHigh, hasNoHigh: a.hasNoLow };
}

/** A quotient that may have no end as a decimal: somewhere around it, as the engine holds it between two bounds. */
function enclosedResult(a: NumberTerm, b: NumberTerm, divisor: number, place: EncodingScope): NumberTerm {
  const quotient = (term: Smt): Smt => `(/ ${term} ${numeral(divisor)})`;
  const [low, high] = divisor > 0 ? [a.low, a.high] : [a.high, a.low];
  const [noLow, noHigh] = divisor > 0 ? [a.hasNoLow, a.hasNoHigh] : [a.hasNoHigh, a.hasNoLow];
  const { query } = place.world;
  return query.once(`quotient ${a.known} ${low} ${high} ${noLow} ${noHigh} ${b.low}`, () => {
    const result = freeNumber(place, `quotient#${query.memo.size}`);
    const { script } = query;
    script.assert(`(= ${result.known} ${a.known})`);
    script.assert(`(= ${result.hasNoLow} ${noLow})`);
    script.assert(`(= ${result.hasNoHigh} ${noHigh})`);
    script.assert(or(noLow, `(<= ${result.low} ${quotient(low)})`));
    script.assert(or(noHigh, `(>= ${result.high} ${quotient(high)})`));
    return result;
  });
}

function freeResult(a: NumberTerm, b: NumberTerm, written: string, place: EncodingScope): NumberTerm {
  const { query } = place.world;
  const operands = [a, b].flatMap((it) => [it.known, it.low, it.high, it.hasNoLow, it.hasNoHigh]).join(' ');
  return query.once(`number ${written} ${operands}`, () => {
    const result = freeNumber(place, `${written}#${query.memo.size}`);
    query.script.assert(or(not(result.known), and(a.known, b.known)));
    return result;
  });
}

/** Any number between any bounds, or none. */
export function freeNumber({ world }: Pick<EncodingScope, 'world'>, name: string): NumberTerm {
  const { script } = world.query;
  const low = script.constant(`${name}.low`, 'Real');
  const high = script.constant(`${name}.high`, 'Real');
  const number: NumberTerm = {
    kind: 'number',
    known: script.constant(`${name}?`),
    low,
    high,
    hasNoLow: script.constant(`${name}.no-low`),
    hasNoHigh: script.constant(`${name}.no-high`),
  };
  script.assert(`(<= ${low} ${high})`);
  script.assert(not(and(number.hasNoLow, number.hasNoHigh)));
  return number;
}

/** Where it is a number, its bounds; for what may be anything else. */
export const numberIn = (term: Term): NumberTerm | null =>
  term.kind === 'number' && isKnown(term) !== FALSE ? term : null;

const sum = (a: Smt, b: Smt): Smt => `(+ ${a} ${b})`;
const less = (a: Smt, b: Smt): Smt => `(- ${a} ${b})`;
