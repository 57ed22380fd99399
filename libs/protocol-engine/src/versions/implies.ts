import type { ComparisonSyntax, Syntax } from '../feel/syntax';

/**
 * Whether `y` holds wherever `x` does, as far as their shapes tell: `a` implies `a or b`, `a and b` implies `a`. With
 * unknown answers too: where `x` is true `y` is true, and where `y` is false `x` is false. False only means: not told.
 */
export function implies(x: Syntax, y: Syntax): boolean {
  if (isSameSyntax(x, y) || isLiteral(x, false) || isLiteral(y, true)) return true;
  const [eitherX, bothY] = [joined(x, 'or'), joined(y, 'and')];
  if (eitherX) return eitherX.every((it) => implies(it, y));
  if (bothY) return bothY.every((it) => implies(x, it));
  if (joined(y, 'or')?.some((it) => implies(x, it))) return true;
  if (joined(x, 'and')?.some((it) => implies(it, y))) return true;
  const [notX, notY] = [denied(x), denied(y)];
  if (notX && notY) return implies(notY, notX);
  if (x.kind === 'quantified' && y.kind === 'quantified') {
    const isSameList = x.word === y.word && x.variable === y.variable && isSameSyntax(x.list, y.list);
    return isSameList && implies(x.condition, y.condition);
  }
  return hasFewerCodes(x, y) || hasTighterBound(x, y);
}

/** Whether two expressions differ in nothing but spelling and the order of what `and` and `or` join. */
export function isSameSyntax(x: Syntax, y: Syntax): boolean {
  return normal(x) === normal(y);
}

function normal(syntax: unknown): string {
  return JSON.stringify(syntax, (key, value: unknown) => {
    if (key === 'from' || key === 'to' || key === 'fieldFrom') return undefined;
    if (key === 'operands' && Array.isArray(value)) return value.map(normal).sort();
    return value;
  });
}

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
