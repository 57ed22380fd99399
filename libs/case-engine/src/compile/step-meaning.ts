import type { Reference } from '@repere/feel';
import { canonical, type FactDefinition } from '@repere/protocol';
import type { CompiledFact, CompiledProtocol, CompiledStep } from './protocol-set';

const known = new WeakMap<CompiledStep, string>();

/**
 * What doing the step means in its version, as one comparable text without any words: what it asks and decides, under which
 * conditions, and what those are computed from. A step that means something else is to be confirmed after a move.
 */
export function stepMeaning(protocol: CompiledProtocol, step: CompiledStep): string {
  let meaning = known.get(step);
  if (meaning === undefined) known.set(step, (meaning = describe(protocol, step)));
  return meaning;
}

function describe(protocol: CompiledProtocol, step: CompiledStep): string {
  const { kind, fields, required, adds, about, closes, decides, when, unless, ready, approvedBy, requires } =
    step.definition;
  const asked = [...fields].sort().map((id) => [id, questionOf(factOf(protocol, id))]);
  // A version that was kept by a database has its keys in another order than its file.
  return canonical([
    [kind, asked, [...required].sort(), adds, about, closes, decides],
    [when, unless, ready, requires.map(({ when: applies, that }) => [applies, that])],
    [approvedBy?.role, approvedBy?.when, step.approval?.effect],
    computedFrom(protocol, step),
  ]);
}

/** The texts behind the names that the step's conditions read, name by name. */
function computedFrom(protocol: CompiledProtocol, step: CompiledStep): readonly unknown[] {
  const texts = new Map<string, unknown>();
  const conditions = [step.when, step.unless, step.ready, step.approval?.when, ...step.relevant.values()];
  for (const it of step.requires) conditions.push(it.when, it.that);
  for (const it of step.list?.list?.relevant.values() ?? []) conditions.push(it);
  for (const it of conditions) if (it) gather(protocol, it.references, texts);
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function gather(
  protocol: CompiledProtocol,
  references: readonly Reference[],
  texts: Map<string, unknown>,
): void {
  const { document } = protocol;
  for (const { name, kind } of references) {
    if (texts.has(name)) continue;
    const [head = name] = name.split('.');
    const derived = protocol.derived[protocol.derivedIndex.get(name) ?? -1];
    const fact = protocol.factOf.get(head);
    texts.set(name, null);
    if (kind === 'limit') texts.set(name, document.limits[name]?.value);
    else if (name === 'outcome') {
      texts.set(
        name,
        document.outcomes.map(({ id, when, protects }) => [id, when, protects]),
      );
      for (const it of protocol.outcomes) if (it.when) gather(protocol, it.when.references, texts);
    } else if (derived) {
      texts.set(name, document.derived[name]);
      gather(protocol, derived.references, texts);
    } else if (fact) {
      texts.set(name, questionOf(fact.definition));
      for (const it of fact.list?.derived.values() ?? []) gather(protocol, it.references, texts);
    }
  }
}

/** What a question asks, without its words. */
function questionOf(fact: FactDefinition | undefined): unknown {
  if (!fact) return null;
  const { type, changes, multiple, values, ranked, items, row, derived, orderedBy } = fact;
  const { relevant, unit, min, max, future } = fact;
  return [
    [type, changes, multiple, values?.map(({ code }) => code), ranked, items?.map(({ id }) => id)],
    [relevant, unit, min, max, future, orderedBy, derived],
    Object.fromEntries(Object.entries(row ?? {}).map(([id, field]) => [id, questionOf(field)])),
  ];
}

/** The fact, or the field of a list's row. */
function factOf({ factOf: facts }: CompiledProtocol, id: string): FactDefinition | undefined {
  const [head = id, field] = id.split('.');
  const fact: CompiledFact | undefined = facts.get(head);
  return field === undefined ? fact?.definition : fact?.definition.row?.[field];
}
