import { namesIn as namesRead, text, type Text } from '@repere/feel';
import type { CheckedExpression } from '../logic/check-expressions';
import { type Checking, factsOf, type CheckFinding } from '../checking';

/**
 * Answers that matter only sometimes, read where nothing says that they do: there they are unknown, and so is the result.
 * Flags and `never` are left alone: unknown raises none.
 */
export function* checkRelevance(
  checking: Checking,
  expressions: readonly CheckedExpression[],
): Iterable<CheckFinding> {
  const guards = guardsOf(checking, expressions);
  if (guards.size === 0) return;
  const unguardedIn = unguardedReads(expressions, guards);
  for (const one of expressions) {
    if (one.derived !== undefined || !isHurtByUnknown(one.at)) continue;
    for (const name of unguardedIn(one)) {
      yield {
        code: 'read-where-irrelevant',
        at: one.at,
        message: text(
          `\`${name}\` n’est demandé que parfois ; ici, on peut ne jamais le savoir.`,
          `\`${name}\` is asked only sometimes; here it may never be known.`,
        ),
        remedy: readBeside([...(guards.get(name) ?? [])]),
        severity: 'warning',
      };
    }
  }
}

function readBeside(guards: readonly string[]): Text {
  const names = guards.map((guard) => `\`${guard}\``);
  return text(`Lisez-le avec ${names.join(' et ')}.`, `Read it beside ${names.join(' and ')}.`);
}

/** Facts with a relevance that an expression reads, through derived values too, without reading what it depends on. */
function unguardedReads(
  expressions: readonly CheckedExpression[],
  guards: ReadonlyMap<string, ReadonlySet<string>>,
): (one: CheckedExpression) => readonly string[] {
  const derived = new Map(
    expressions.flatMap((it) => (it.derived === undefined ? [] : [[it.derived, it] as const])),
  );
  const known = new Map<CheckedExpression, readonly string[]>();

  /** Whether this name, or what it is derived from, is what the fact's relevance depends on. */
  const isGuard = (name: string, fact: string, seen: Set<string>): boolean => {
    if (guards.get(fact)?.has(name)) return true;
    const inner = derived.get(name);
    if (!inner || seen.has(name) || unguarded(inner).includes(fact)) return false;
    seen.add(name);
    return namesIn(inner).some((deeper) => isGuard(deeper, fact, seen));
  };
  const unguarded = (one: CheckedExpression): readonly string[] => {
    const found = known.get(one);
    if (found) return found;
    known.set(one, []);
    const names = namesIn(one);
    const reads = names.flatMap((name) => {
      const inner = derived.get(name);
      return inner ? unguarded(inner) : guards.has(name) ? [name] : [];
    });
    // A requirement is asked only where its `when` holds, and that may be what makes the answer matter.
    const beside = [...names, ...requiredWhen(one, expressions).flatMap(namesIn)];
    const result = [...new Set(reads)].filter(
      (fact) => !beside.some((name) => isGuard(name, fact, new Set())),
    );
    known.set(one, result);
    return result;
  };
  return unguarded;
}

/** Fact or `list.field` → what its `relevant` reads. */
function guardsOf(
  checking: Checking,
  expressions: readonly CheckedExpression[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const guards = new Map<string, ReadonlySet<string>>();
  for (const { at, expression } of expressions) {
    if (at.at(-1) !== 'relevant') continue;
    const name = at[2] === 'row' ? `${String(at[1])}.${String(at[3])}` : String(at[1]);
    guards.set(name, new Set(expression.references.map((it) => it.name)));
  }
  const facts = factsOf(checking);
  for (const [id, { relevant }] of Object.entries(checking.shared.facts)) {
    if (relevant === undefined || Object.hasOwn(checking.document.facts, id)) continue;
    guards.set(id, new Set([...(namesRead(relevant) ?? [])].filter((word) => Object.hasOwn(facts, word))));
  }
  return guards;
}

function isHurtByUnknown(at: CheckFinding['at']): boolean {
  const [part, , key] = at;
  return (
    (part === 'outcomes' || at.at(-1) === 'that' || key === 'when' || key === 'ready' || key === 'always') &&
    !at.includes('flags')
  );
}

function namesIn({ expression }: CheckedExpression): readonly string[] {
  return expression.references.map((it) => it.name);
}

/** The `when` of the requirement whose `that` this is. */
function requiredWhen(
  { at }: CheckedExpression,
  expressions: readonly CheckedExpression[],
): readonly CheckedExpression[] {
  if (at.at(-1) !== 'that') return [];
  const place = [...at.slice(0, -1), 'when'].join('.');
  return expressions.filter((it) => it.at.join('.') === place);
}
