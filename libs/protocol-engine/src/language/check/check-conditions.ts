import type { Truth } from '../../value';
import type { Path } from '../yaml-source';
import type { Finding } from './checking';
import { conditionsOf } from './expressions';
import { formulaOf, type Reading } from './formula';
import { truthsOf } from './truth-table';

/** Conditions that contradict themselves, and those that say nothing, as far as their own facts tell. */
export function* checkConditions(reading: Reading): Iterable<Finding> {
  for (const { at, text, list } of conditionsOf(reading.document)) {
    const { test, domains } = formulaOf(text, list, reading);
    const truths = truthsOf(test, domains);
    if (truths) yield* judge(truths, at);
  }
  for (const [id, text] of Object.entries(reading.document.derived)) {
    if (typeof text !== 'string' || reading.meaning.scope.name(id)?.type.kind !== 'boolean') continue;
    const { test, domains } = formulaOf(text, undefined, reading);
    const truths = truthsOf(test, domains);
    if (truths) yield* judge(truths, ['derived', id]);
  }
}

function* judge(truths: ReadonlySet<Truth>, at: Path): Iterable<Finding> {
  const key = String(at.at(-1));
  if (!truths.has(true)) {
    yield {
      code: 'never-true',
      at,
      message: `This can never be true${NEVER[key] ?? ''}.`,
      remedy: 'Look for parts that exclude each other: an `and` meant as `or`, a `not` too many.',
    };
  } else if (!truths.has(false)) {
    const isAlways = !truths.has(null);
    // Elsewhere it is how one asks whether something is settled.
    if (!isAlways && (key !== 'when' || (at[0] !== 'outcomes' && at[0] !== 'opens'))) return;
    yield {
      code: isAlways ? 'always-true' : 'true-once-known',
      at,
      message: isAlways
        ? `This is always true${ALWAYS[key] ?? ''}.`
        : 'This can never be false: it is true as soon as it is known.',
      remedy: isAlways
        ? 'Leave it out, or correct what it compares.'
        : 'To ask whether something was answered, write `answer(fact) = "given"`; else correct what it compares.',
      severity: isAlways ? 'error' : 'warning',
    };
  }
}

const NEVER: Readonly<Record<string, string>> = {
  when: ', so what it opens never comes',
  unless: ', so it excludes nothing',
  ready: ', so the step can never be done',
  that: ', so it is always refused',
  relevant: ', so it is never asked',
  never: ', so it guards nothing',
};

const ALWAYS: Readonly<Record<string, string>> = {
  when: ', so it decides nothing',
  unless: ', so the step never applies',
  ready: ', so it decides nothing',
  that: ', so it requires nothing',
  relevant: ', so it decides nothing',
  always: ', so it guards nothing',
};
