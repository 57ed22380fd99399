import type { Reference } from '../../feel/contract';
import type { CheckedExpression } from './check-expressions';
import { type Checking, factsOf, type Finding, listOfStep } from './checking';

/** Facts that nobody asks, and facts that nothing uses. */
export function* checkUsage(
  checking: Checking,
  expressions: readonly CheckedExpression[],
): Iterable<Finding> {
  const { document } = checking;
  const asked = new Set(document.steps.flatMap(({ fields }) => fields));
  const started = new Set(document.steps.flatMap(({ due, opensAt }) => [due?.from, opensAt?.from]));
  const filled = new Set(document.steps.map(listOfStep));
  const isRead = (name: string) =>
    expressions.some(({ expression }) => expression.references.some((it) => isOf(it, name)));

  for (const [id, fact] of Object.entries(document.facts)) {
    const isAsked = fact.type === 'list' ? filled.has(id) : asked.has(id);
    if (isAsked) {
      for (const field of Object.keys(fact.row ?? {})) {
        if (asked.has(`${id}.${field}`)) continue;
        const message = `No step asks \`${id}.${field}\`.`;
        yield neverAsked(
          message,
          ['facts', id, 'row', field],
          `Add it to the \`fields\` of a step that adds or is about \`${id}\`.`,
        );
      }
    } else if (isRead(id) || started.has(id)) {
      yield neverAsked(
        `\`${id}\` is read, but no step asks it: it stays unknown for good.`,
        ['facts', id],
        'Add it to the `fields` of a step.',
      );
    } else {
      const message = `Nothing asks or reads \`${id}\`.`;
      yield {
        code: 'unused-fact',
        at: ['facts', id],
        isKey: true,
        message,
        remedy: 'Ask it in a step, or leave it out.',
        severity: 'warning',
      };
    }
  }
  for (const id of Object.keys(document.derived)) {
    if (isRead(id)) continue;
    const message = `Nothing reads \`${id}\`.`;
    yield {
      code: 'unused-derived',
      at: ['derived', id],
      isKey: true,
      message,
      remedy: 'Use it, or leave it out.',
      severity: 'warning',
    };
  }
}

/**
 * Answers that matter only sometimes, read where nothing says that they do: there they are unknown, and so is the result.
 * Flags and `never` are left alone: unknown raises none.
 */
export function* checkRelevance(
  checking: Checking,
  expressions: readonly CheckedExpression[],
): Iterable<Finding> {
  const guards = guardsOf(checking, expressions);
  if (guards.size === 0) return;
  const derived = new Map(
    expressions.flatMap((it) => (it.derived === undefined ? [] : [[it.derived, it] as const])),
  );

  /** Facts with a relevance that an expression reads, through derived values too, without reading what it depends on. */
  const unguarded = (one: CheckedExpression, seen: ReadonlySet<string>): readonly string[] => {
    const names = namesIn(one);
    const reads = names.flatMap((name) => {
      const inner = derived.get(name);
      if (inner && !seen.has(name)) return unguarded(inner, new Set([...seen, name]));
      return guards.has(name) ? [name] : [];
    });
    // A requirement is asked only where its `when` holds, and that may be what makes the answer matter.
    const beside = [...names, ...requiredWhen(one, expressions).flatMap(namesIn)];
    return [...new Set(reads)].filter((name) => !beside.some((other) => guards.get(name)?.has(other)));
  };
  for (const one of expressions) {
    if (one.derived !== undefined || !isHurtByUnknown(one.at)) continue;
    for (const name of unguarded(one, new Set())) {
      yield {
        code: 'read-where-irrelevant',
        at: one.at,
        message: `\`${name}\` is asked only sometimes; here it may never be known.`,
        remedy: `Read it beside ${[...(guards.get(name) ?? [])].map((guard) => `\`${guard}\``).join(' and ')}.`,
        severity: 'warning',
      };
    }
  }
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
    if (relevant === undefined) continue;
    guards.set(
      id,
      new Set((relevant.match(/[a-z_][a-z0-9_]*/g) ?? []).filter((word) => Object.hasOwn(facts, word))),
    );
  }
  return guards;
}

function isHurtByUnknown(at: Finding['at']): boolean {
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

function neverAsked(message: string, at: Finding['at'], remedy: string): Finding {
  return {
    code: 'never-asked',
    at,
    isKey: true,
    message,
    remedy,
    severity: at.length > 2 ? 'warning' : 'error',
  };
}

function isOf({ name }: Reference, fact: string): boolean {
  return name === fact || name.startsWith(`${fact}.`) || name.includes(`(${fact}`);
}
