import {
  type ChecklistAnswers,
  type FactDefinition,
  type FactValue,
  type FactValues,
  nonAnswerIn,
} from '@repere/protocol';
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
  switch (definition.type) {
    case 'choice':
      if (typeof raw === 'string') return now.codes.includes(raw) ? raw : undefined;
      return Array.isArray(raw) && raw.every((code) => now.codes.includes(code)) ? raw : undefined;
    case 'checklist': {
      const items = new Set(definition.items?.map(({ id }) => id));
      const kept = Object.entries(raw as ChecklistAnswers).filter(([item]) => items.has(item));
      return kept.length > 0 ? Object.fromEntries(kept) : undefined;
    }
    case 'yes-no':
    case 'number':
    case 'months':
    case 'date':
    case 'duration':
    case 'text':
    case 'list':
      return raw;
  }
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
