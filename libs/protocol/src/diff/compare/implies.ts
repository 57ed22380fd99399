import type { ComparisonSyntax, Syntax } from '@repere/feel';

/**
 * Whether `y` holds wherever `x` does, as far as their shapes tell: `a` implies `a or b`, `a and b` implies `a`. With
 * unknown answers too: where `x` is true `y` is true, and where `y` is false `x` is false. False only means: not told.
 */
export function implies(x: Syntax, y: Syntax, told: Assumption = new Map()): boolean {
  const ofX = told.get(x) ?? new Map<Syntax, boolean>();
  told.set(x, ofX);
  const known = ofX.get(y);
  if (known !== undefined) return known;
  const is = impliesAnew(x, y, (a, b) => implies(a, b, told));
  ofX.set(y, is);
  return is;
}

/** What was told of each two parts: there are as many as one has parts, times the other, and more than that many ways to them. */
type Assumption = Map<Syntax, Map<Syntax, boolean>>;

function impliesAnew(x: Syntax, y: Syntax, holds: (x: Syntax, y: Syntax) => boolean): boolean {
  if (isSameSyntax(x, y) || isLiteral(x, false) || isLiteral(y, true)) return true;
  const [eitherX, bothY] = [joined(x, 'or'), joined(y, 'and')];
  if (eitherX) return eitherX.every((it) => holds(it, y));
  if (bothY) return bothY.every((it) => holds(x, it));
  if (joined(y, 'or')?.some((it) => holds(x, it))) return true;
  if (joined(x, 'and')?.some((it) => holds(it, y))) return true;
  const [notX, notY] = [denied(x), denied(y)];
  if (notX && notY) return holds(notY, notX);
  if (x.kind === 'quantified' && y.kind === 'quantified') {
    const isSameList = x.word === y.word && x.variable === y.variable && isSameSyntax(x.list, y.list);
    return isSameList && holds(x.condition, y.condition);
  }
  return hasFewerCodes(x, y) || hasTighterBound(x, y);
}

/** Whether two expressions differ in nothing but spelling and the order of what `and` and `or` join. */
export function isSameSyntax(x: Syntax, y: Syntax): boolean {
  return normal(x) === normal(y);
}

/** Without places, and with what is joined in one order. Written by hand: text within text would double its marks at each level. */
function normal(syntax: unknown): string {
  if (typeof syntax !== 'object' || syntax === null) return JSON.stringify(syntax) ?? '';
  const known = normals.get(syntax);
  if (known !== undefined) return known;
  const text = writeNormal(syntax);
  normals.set(syntax, text);
  return text;
}

const normals = new WeakMap<object, string>();

function writeNormal(syntax: object): string {
  if (Array.isArray(syntax)) return `[${syntax.map(normal).join()}]`;
  const parts = Object.entries(syntax).flatMap(([key, value]: [string, unknown]) => {
    if (PLACES.has(key) || value === undefined) return [];
    return [`${key}:${key === 'operands' && Array.isArray(value) ? inOneOrder(value) : normal(value)}`];
  });
  return `{${parts.join()}}`;
}

const inOneOrder = (operands: readonly unknown[]): string => `[${operands.map(normal).sort().join()}]`;

const PLACES: ReadonlySet<string> = new Set(['from', 'to', 'fieldFrom']);

const isLiteral = (it: Syntax, value: boolean): boolean => it.kind === 'literal' && it.value === value;

/** What is joined by this word; nothing if the expression is no such junction. */
function joined(it: Syntax, word: 'and' | 'or'): readonly Syntax[] | undefined {
  return it.kind === 'junction' && it.word === word ? it.operands : undefined;
}

function denied(it: Syntax): Syntax | undefined {
  return it.kind === 'call' && it.word === 'not' ? it.args[0] : undefined;
}

/** `x = "a"` implies `x in ("a", "b")`. */
function hasFewerCodes(x: Syntax, y: Syntax): boolean {
  const [few, many] = [codesIn(x), codesIn(y)];
  if (!few || !many || !isSameSyntax(few.of, many.of)) return false;
  return few.codes.every((code) => many.codes.includes(code));
}

function codesIn(it: Syntax): { readonly of: Syntax; readonly codes: readonly string[] } | undefined {
  if (it.kind === 'comparison' && it.operator === '=' && it.right.kind === 'literal') {
    return typeof it.right.value === 'string' ? { of: it.left, codes: [it.right.value] } : undefined;
  }
  if (it.kind !== 'membership') return undefined;
  const codes = it.among.flatMap((one) =>
    one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : [],
  );
  return codes.length === it.among.length ? { of: it.of, codes } : undefined;
}

/** `n > 5` implies `n > 3` and `n >= 5`. */
function hasTighterBound(x: Syntax, y: Syntax): boolean {
  if (x.kind !== 'comparison' || y.kind !== 'comparison' || !isSameSyntax(x.left, y.left)) return false;
  const [a, b] = [boundOf(x), boundOf(y)];
  if (a === undefined || b === undefined) return false;
  const isStrict = x.operator.length === 1 || y.operator.length === 2;
  if (isFrom(x) && isFrom(y)) return a > b || (a === b && isStrict);
  return isUpTo(x) && isUpTo(y) && (a < b || (a === b && isStrict));
}

const boundOf = ({ right }: ComparisonSyntax): number | undefined =>
  right.kind === 'literal' && typeof right.value === 'number' ? right.value : undefined;
const isFrom = ({ operator }: ComparisonSyntax): boolean => operator === '>' || operator === '>=';
const isUpTo = ({ operator }: ComparisonSyntax): boolean => operator === '<' || operator === '<=';
