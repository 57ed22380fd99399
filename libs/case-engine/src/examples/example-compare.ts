import { parseDate, type Value } from '@repere/feel';
import { answerToItem, type ExampleValue, type FactValue, isSaidByItem, nonAnswerIn } from '@repere/protocol';
import { factValue } from './example-values';
import type { CompiledFact } from '../compile/protocol-set';

/** Whether a recorded value is what a story expects; of a checklist only the items that the story names. */
export function isExpectedFact(fact: CompiledFact, expected: ExampleValue, found: FactValue | null): boolean {
  if (expected === 'none yet') return found === null;
  const wanted = factValue(fact, expected);
  const missing = nonAnswerIn(wanted);
  if (missing !== null) return found === null ? missing !== 'refused' : nonAnswerIn(found) === missing;
  if (found === null) return false;
  if (isSaidByItem(fact.definition)) {
    const answers = found as Readonly<Record<string, FactValue>>;
    return Object.entries(wanted).every(
      ([item, answer]) => answerToItem(answers[item] as never) === answerToItem(answer as never),
    );
  }
  if (Array.isArray(wanted) && Array.isArray(found)) {
    return [...wanted].sort().join() === [...found].sort().join();
  }
  return JSON.stringify(wanted) === JSON.stringify(found);
}

/** Whether a computed value is what a story expects. Numbers may differ in the last digits. */
export function isExpectedValue(expected: ExampleValue, found: Value): boolean {
  if (expected === 'unknown' || expected === null) return found === null;
  if (typeof expected === 'object' && !Array.isArray(expected) && 'between' in expected) {
    const [low, high] = expected.between as readonly number[];
    return typeof found === 'object' && found !== null && 'low' in found
      ? isNear(found.low, low) && isNear(found.high, high)
      : false;
  }
  if (typeof found === 'boolean') {
    return expected === found || expected === (found ? 'yes' : 'no') || expected === String(found);
  }
  if (typeof found === 'number') return typeof expected === 'number' && isNear(found, expected);
  if (typeof found === 'object' && found !== null && 'firstDay' in found) {
    const date = parseDate(String(expected));
    return (
      date.ok && date.value.span.firstDay === found.firstDay && date.value.span.lastDay === found.lastDay
    );
  }
  if (Array.isArray(found)) return Array.isArray(expected) && found.join() === expected.join();
  return String(expected) === found;
}

function isNear(a: number, b: number | undefined): boolean {
  return b !== undefined && (a === b || Math.abs(a - b) < 1e-6);
}

/** A value in one line, for messages. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'unknown';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
