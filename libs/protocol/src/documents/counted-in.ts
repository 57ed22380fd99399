import type { FactValue } from '../fact-types/fact-values';
import { COUNTED_ANSWERS, type CountedAnswer, type FactDefinition } from './document';

/** What this answer is counted as: by its code, or, of a checklist and of several codes, that of any of them. */
export function countedIn({ counted = {} }: FactDefinition, value: FactValue): readonly CountedAnswer[] {
  const codes = codesIn(value);
  return COUNTED_ANSWERS.filter((it) => counted[it]?.some((code) => codes.includes(code)));
}

function codesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value !== 'object' || value === null) return [];
  return 'answer' in value ? codesIn(value.answer) : Object.values(value).flatMap(codesIn);
}
