import type { Value } from '../value';
import type { Small } from './small-scope';
import type {
  ArithmeticOperator,
  CallSyntax,
  ComparisonOperator,
  IntervalSyntax,
  Syntax,
} from '../syntax/syntax';

/** A number as a fraction in lowest terms, the lower part positive. Slow and exact: only for comparing with. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}
type Exact = Fraction | boolean | string;

/** The decimal as which a number is written. */
export function fractionOf(value: number): Fraction {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  const power = BigInt(part.length - Number(exponent));
  const digits = BigInt(whole + part);
  return power >= 0n ? reduced(digits, 10n ** power) : reduced(digits * 10n ** -power, 1n);
}

/** What an expression of the random ones is where everything is known: read from its tree, in exact fractions. */
export function exactly(syntax: Syntax, facts: Small): Exact {
  const of = (it: Syntax): Exact => exactly(it, facts);
  const number = (it: Syntax): Fraction => of(it) as Fraction;
  switch (syntax.kind) {
    case 'literal':
      return read(syntax.value);
    case 'name':
      return read(facts[syntax.name] ?? null);
    case 'path':
      return read((facts[(syntax.of as { name: string }).name] as unknown as Small)[syntax.field] ?? null);
    case 'negation':
      return ARITHMETIC['-']({ over: 0n, under: 1n }, number(syntax.of));
    case 'arithmetic':
      return ARITHMETIC[syntax.operator](number(syntax.left), number(syntax.right));
    case 'comparison':
      return compare(syntax.operator, of(syntax.left), of(syntax.right));
    case 'membership':
      return syntax.among.some((it) => isAmong(of(syntax.of), it, of));
    case 'junction':
      return syntax.word === 'and' ? syntax.operands.every(of) : syntax.operands.some(of);
    case 'quantified': {
      const test = (row: Small) =>
        exactly(syntax.condition, { ...facts, [syntax.variable]: row as unknown as Value }) === true;
      const rows = rowsOf(syntax.list, facts);
      return syntax.word === 'some' ? rows.some(test) : rows.every(test);
    }
    case 'call':
      return call(syntax, facts);
  }
}

function call({ word, args }: CallSyntax, facts: Small): Exact {
  const [first, second] = args;
  if (!first) throw new Error(`${word}()`);
  if (word === 'not') return exactly(first, facts) !== true;
  if (word === 'count') {
    const counts = (row: Small) => !second || exactly(second, { ...facts, ...row }) === true;
    return { over: BigInt(rowsOf(first, facts).filter(counts).length), under: 1n };
  }
  const numbers = args.map((it) => exactly(it, facts) as Fraction);
  const isLower = word === 'min';
  return numbers.reduce((a, b) => (order(a, b) < 0n === isLower ? a : b));
}

const ARITHMETIC: Readonly<Record<ArithmeticOperator, (a: Fraction, b: Fraction) => Fraction>> = {
  '+': (a, b) => reduced(a.over * b.under + b.over * a.under, a.under * b.under),
  '-': (a, b) => reduced(a.over * b.under - b.over * a.under, a.under * b.under),
  '*': (a, b) => reduced(a.over * b.over, a.under * b.under),
  '/': (a, b) => reduced(a.over * b.under, a.under * b.over),
};

function compare(operator: ComparisonOperator, a: Exact, b: Exact): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return (a === b) === (operator === '=');
  const by = order(a, b);
  return { '=': by === 0n, '!=': by !== 0n, '<': by < 0n, '<=': by <= 0n, '>': by > 0n, '>=': by >= 0n }[
    operator
  ];
}

function isAmong(value: Exact, among: Syntax | IntervalSyntax, of: (it: Syntax) => Exact): boolean {
  if (among.kind !== 'interval') return compare('=', value, of(among));
  return (
    compare(among.lowIncluded ? '>=' : '>', value, of(among.low)) &&
    compare(among.highIncluded ? '<=' : '<', value, of(among.high))
  );
}

function rowsOf(list: Syntax, facts: Small): readonly Small[] {
  const value = facts[(list as { name: string }).name];
  return typeof value === 'object' && value !== null && 'rows' in value
    ? value.rows.map((row) => row.fields)
    : [];
}

const read = (value: Value): Exact => (typeof value === 'number' ? fractionOf(value) : (value as Exact));
const order = (a: Fraction, b: Fraction): bigint => a.over * b.under - b.over * a.under;

function reduced(over: bigint, under: bigint): Fraction {
  const sign = under < 0n ? -1n : 1n;
  const by = divisorOf(over < 0n ? -over : over, under * sign);
  return { over: (over * sign) / by, under: (under * sign) / by };
}

const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisorOf(b, a % b));
