import { dottedName } from './dotted-name';
import { parseExpression } from './parse-expression';
import type { Syntax } from './syntax';

const known = new Map<string, ReadonlySet<string> | null>();
/** Conditions of a few libraries; drafts come and go. */
const MOST_KNOWN = 20_000;

/**
 * Names that an expression reads, as the parser finds them: `danger`; of `signs.debt` both `signs` and `signs.debt`; of
 * `some d in decisions satisfies d.kind` also `decisions.kind`, of `last(exams).low` also `exams.low`. Words of the language are none. `null`: it can not be read.
 */
export function namesIn(expression: string): ReadonlySet<string> | null {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const parsed = parseExpression(expression);
  const names = parsed.ok ? collect(parsed.value, new Map(), new Set()) : null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(expression, names);
  return names;
}

/** `bound`: variables of quantifiers, with the list that each goes through. */
function collect(syntax: Syntax, bound: ReadonlyMap<string, string>, into: Set<string>): Set<string> {
  switch (syntax.kind) {
    case 'literal':
      break;
    case 'name':
      into.add(bound.get(syntax.name) ?? syntax.name);
      break;
    case 'path': {
      const [head, ...fields] = dottedName(syntax)?.split('.') ?? [];
      if (head === undefined) {
        collect(syntax.of, bound, into);
        const { of } = syntax;
        const list = of.kind === 'call' && of.word === 'last' ? listIn(of.args[0], bound) : undefined;
        if (list !== undefined) into.add(`${list}.${syntax.field}`);
      } else
        for (const end of [0, ...fields.map((_field, place) => place + 1)])
          into.add([bound.get(head) ?? head, ...fields.slice(0, end)].join('.'));
      break;
    }
    case 'negation':
      collect(syntax.of, bound, into);
      break;
    case 'call':
      collectOfCall(syntax.args, bound, into);
      break;
    case 'arithmetic':
    case 'comparison':
      for (const it of [syntax.left, syntax.right]) collect(it, bound, into);
      break;
    case 'membership':
      collect(syntax.of, bound, into);
      for (const it of syntax.among)
        for (const part of it.kind === 'interval' ? [it.low, it.high] : [it]) collect(part, bound, into);
      break;
    case 'junction':
      for (const it of syntax.operands) collect(it, bound, into);
      break;
    case 'quantified':
      collect(syntax.list, bound, into);
      collect(
        syntax.condition,
        new Map(bound).set(syntax.variable, listIn(syntax.list, bound) ?? syntax.variable),
        into,
      );
      break;
  }
  return into;
}

/** What follows a list in `count(exams, low > 216)` names fields of its rows, or facts beside: both are read. */
function collectOfCall(
  [first, ...rest]: readonly Syntax[],
  bound: ReadonlyMap<string, string>,
  into: Set<string>,
): void {
  if (!first) return;
  collect(first, bound, into);
  const list = listIn(first, bound);
  for (const it of rest) {
    const names = collect(it, bound, new Set());
    for (const name of names) {
      into.add(name);
      if (list !== undefined) into.add(`${list}.${name}`);
    }
  }
}

/** The list that is gone through, as it is called outside; `undefined`: it has no name. */
function listIn(syntax: Syntax | undefined, bound: ReadonlyMap<string, string>): string | undefined {
  const [head, ...fields] = (syntax && dottedName(syntax))?.split('.') ?? [];
  return head === undefined ? undefined : [bound.get(head) ?? head, ...fields].join('.');
}
