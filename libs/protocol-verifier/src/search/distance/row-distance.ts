import {
  type CaseFold,
  type CompiledFact,
  type CompiledProtocol,
  type ListStatus,
  type RowStatus,
  type RunFold,
  storeOf,
} from '@repere/case-engine';
import { parseExpression, type Syntax } from '@repere/feel';

/** How many parts are still not as wanted; 0 when all are. Guides a search, proves nothing. */
export type Distance = (fold: CaseFold, run: RunFold) => number;

/** What a part asks of some row of a list. */
interface RowWish {
  readonly list: CompiledFact;
  readonly condition: Syntax;
  readonly is: boolean;
}

/**
 * How far a list is from having a row as a part wants it, between 0 and 2; `null` if the part is about no list. A row of
 * which a field is still missing is nearer than one of which it is otherwise.
 */
export function rowDistance(protocol: CompiledProtocol, syntax: Syntax, is: boolean): Distance | null {
  const wish = wishIn(protocol, syntax, is);
  if (!wish) return null;
  const { list } = wish;
  return (fold, run) => {
    const standing = listOf(fold, run, list);
    const rows = standing?.rows ?? [];
    const nearest = Math.min(8, ...rows.map((row) => farIn(list, row, wish.condition, wish.is)));
    return Math.min(nearest, 8) / 6 + (standing?.isClosed ? 0 : 0.2) + (standing?.waiting ? -0.1 : 0);
  };
}

function wishIn(protocol: CompiledProtocol, syntax: Syntax, is: boolean): RowWish | null {
  const listNamed = (of: Syntax | undefined): CompiledFact | null => {
    const fact = of?.kind === 'name' ? protocol.factOf.get(of.name) : undefined;
    return fact?.list ? fact : null;
  };
  if (syntax.kind === 'quantified') {
    const list = listNamed(syntax.list);
    return list && { list, condition: syntax.condition, is };
  }
  if (syntax.kind === 'comparison') {
    const { left } = syntax;
    if (left.kind === 'path' && left.of.kind === 'call' && left.of.word === 'last') {
      const list = listNamed(left.of.args[0]);
      const field: Syntax = { kind: 'name', name: left.field, from: 0, to: 0 };
      return list && { list, condition: { ...syntax, left: field }, is };
    }
    return wishIn(protocol, left, is) ?? wishIn(protocol, syntax.right, is);
  }
  if (syntax.kind === 'call' && /^(any|all|count)$/.test(syntax.word)) {
    const list = listNamed(syntax.args[0]);
    const [, condition] = syntax.args;
    return list && condition ? { list, condition, is } : null;
  }
  return null;
}

function listOf(fold: CaseFold, run: RunFold, list: CompiledFact): ListStatus | undefined {
  const { run: outer } = fold;
  fold.run = run;
  const found = storeOf(fold, list)?.lists?.[list.slot];
  fold.run = outer;
  return found;
}

/** How many fields of the row are not as the condition wants them. What it computes with is not looked at. */
function farIn(list: CompiledFact, row: RowStatus, syntax: Syntax, is: boolean, depth = 0): number {
  if (depth > 8) return 1;
  const of = (it: Syntax, wanted: boolean): number => farIn(list, row, it, wanted, depth + 1);
  switch (syntax.kind) {
    case 'junction': {
      const parts = syntax.operands.map((it) => of(it, is));
      return (syntax.word === 'and') === is ? parts.reduce((sum, part) => sum + part, 0) : Math.min(...parts);
    }
    case 'call':
      return syntax.word === 'not' && syntax.args[0] ? of(syntax.args[0], !is) : 0;
    case 'name': {
      const text = list.definition.derived?.[syntax.name];
      const parsed = typeof text === 'string' ? parsedOnce(text) : null;
      return parsed ? of(parsed, is) : 0;
    }
    case 'comparison': {
      const { left, right, operator } = syntax;
      if (right.kind !== 'literal' || typeof right.value !== 'string') return 0;
      return fieldFar(list, row, left, [right.value], (operator === '=') === is, of);
    }
    case 'membership': {
      const codes = syntax.among.flatMap((it) =>
        it.kind === 'literal' && typeof it.value === 'string' ? [it.value] : [],
      );
      return fieldFar(list, row, syntax.of, codes, is, of);
    }
    case 'literal':
    case 'negation':
    case 'path':
    case 'arithmetic':
    case 'quantified':
      return 0;
  }
}

function fieldFar(
  list: CompiledFact,
  row: RowStatus,
  syntax: Syntax,
  codes: readonly string[],
  is: boolean,
  of: (syntax: Syntax, is: boolean) => number,
): number {
  const name = syntax.kind === 'name' ? syntax.name : syntax.kind === 'path' ? syntax.field : '';
  const field = list.list?.fieldOf.get(name);
  if (field) {
    const value = row.values[field.slot] ?? null;
    if (value === null) return 1;
    return codes.includes(String(value)) === is ? 0 : 1.5;
  }
  const lines = list.definition.derived?.[name];
  if (lines === undefined || typeof lines === 'string') return 0;
  const parts = lines.map((line) => {
    const parsed = parsedOnce(line.when);
    return { is: line.is, of: (wanted: boolean) => (parsed ? of(parsed, wanted) : 0) };
  });
  const options = parts.flatMap((part, place) => {
    if (codes.includes(part.is.replaceAll('"', '')) !== is) return [];
    return [part.of(true) + parts.slice(0, place).reduce((sum, above) => sum + above.of(false), 0)];
  });
  return options.length > 0 ? Math.min(...options) : 1;
}

/** Of each text of the protocols that are explored, which are few. */
const parsedTexts = new Map<string, Syntax | null>();

function parsedOnce(text: string): Syntax | null {
  let syntax = parsedTexts.get(text);
  if (syntax === undefined) {
    const parsed = parseExpression(text);
    parsedTexts.set(text, (syntax = parsed.ok ? parsed.value : null));
  }
  return syntax;
}
