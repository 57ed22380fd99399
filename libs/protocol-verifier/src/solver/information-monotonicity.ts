import type { CompiledFact } from '@repere/case-engine';
import type { EncodedWorld } from './world/encode-world';
import type { Query } from './query';
import { isNoMoreInformed } from './encode/information-order';
import { and, implies, TRUE } from './smt';

/** Of the second child each fact is known as of the first, less exactly, or not at all; a row that is forgotten leaves its list open. */
export function assertLessInformed(query: Query, one: EncodedWorld, other: EncodedWorld): void {
  const facts = new Map<string, CompiledFact>();
  for (const { key } of query.facts.values()) {
    const fact = factWith(query, key);
    if (fact) facts.set(key, fact);
  }
  for (const fact of facts.values()) {
    const [known, less] = [one.fact(fact), other.fact(fact)];
    if (fact.list) assertRows(query, one, other, fact);
    else query.script.assert(isNoMoreInformed(less, known));
  }
}

function assertRows(query: Query, one: EncodedWorld, other: EncodedWorld, list: CompiledFact): void {
  const { script } = query;
  const [closed, closedLess] = [one, other].map((it) =>
    script.constant(`${it.nameOf(list.key, list.key)}:closed`),
  );
  if (closed === undefined || closedLess === undefined) return;
  script.assert(implies(closedLess, closed));
  query.ofEveryRow(list.key, (row) => {
    const [there, thereLess] = [one, other].map((it) => script.constant(`${it.nameOf(row, list.key)}:there`));
    if (there === undefined || thereLess === undefined) return TRUE;
    const [all, less] = [one, other].map((it) => it.plainRow(list, row));
    const fields = [...(list.list?.fieldOf.keys() ?? [])].map((id) =>
      all && less ? isNoMoreInformed(less.field(id), all.field(id)) : TRUE,
    );
    return and(implies(thereLess, there), implies(and(there, closedLess), thereLess), ...fields);
  });
}

function factWith({ encoding }: Query, key: string): CompiledFact | undefined {
  const shared = encoding.set.sharedFactOf.get(key);
  if (shared) return shared;
  const [protocol = '', id = ''] = key.split('.');
  return encoding.subjects.get(protocol)?.factOf.get(id);
}
