import { type FactDefinition, type FactValue, type FactValues, nonAnswerIn, typeOf } from '@repere/protocol';
import type { CompiledFact, CompiledList } from '../compile/protocol-set';

/**
 * An answer given under one version as another version reads it; `undefined` where it has no place for it: another kind of
 * question, a code that is no longer there. Of a checklist and of several codes, the items and codes that are still there.
 */
export function carriedAnswer(
  told: FactDefinition,
  now: CompiledFact,
  raw: FactValue,
): FactValue | undefined {
  const { definition } = now;
  if (!isSameQuestion(told, definition)) return undefined;
  if (nonAnswerIn(raw) !== null) return raw;
  const { carry } = typeOf(definition);
  return carry ? carry(definition, raw) : raw;
}

/** The fields of a row that the other version has, as it reads them. */
export function carriedRow(told: CompiledList, now: CompiledList, values: FactValues): FactValues {
  const carried: Record<string, FactValue> = {};
  for (const [id, raw] of Object.entries(values)) {
    const [before, after] = [told.fieldOf.get(id), now.fieldOf.get(id)];
    if (!after) continue;
    const answer = carriedAnswer((before ?? after).definition, after, raw);
    if (answer !== undefined) carried[id] = answer;
  }
  return carried;
}

/** Whether two versions ask the same kind of thing: a number of days is no number of months. */
export function isSameQuestion(a: FactDefinition, b: FactDefinition): boolean {
  return a.type === b.type && a.multiple === b.multiple && a.unit === b.unit;
}
