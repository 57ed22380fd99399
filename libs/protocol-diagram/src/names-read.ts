import { namesIn } from '@repere/feel';
import type { DerivedText, ProtocolDocument } from '@repere/protocol';

/** Facts and steps that an expression names, derived values followed to what they stand on. For drawing: no proof needs it. */
export function namesRead(expression: string, document: ProtocolDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const todo = [expression];
  const seen = new Set<string>();
  for (let text = todo.pop(); text !== undefined; text = todo.pop()) {
    for (const name of words(text)) {
      const derived = document.derived[name];
      if (derived === undefined) found.add(name);
      else if (!seen.has(name)) {
        seen.add(name);
        todo.push(...textsOf(derived));
      }
    }
  }
  return found;
}

/** Names alone: `danger`, of `signs.debt` its `signs`. */
const words = (text: string): readonly string[] =>
  [...(namesIn(text) ?? [])].filter((name) => !name.includes('.'));

function textsOf(derived: DerivedText): readonly string[] {
  return typeof derived === 'string' ? [derived] : derived.flatMap(({ when, is }) => [when, is]);
}
