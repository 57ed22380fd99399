import { addMonths, isoDay, localDay, type NonAnswer, plus } from '@repere/feel';
import type { CompiledFact } from '@repere/case-engine';
import { type ChecklistAnswers, type FactValue, typeOf } from '@repere/protocol';
import type { Cone } from './cone';
import { MORNING } from '../world';

/** One value for each class that the conditions of the cone tell apart, *unknown* last. */
export interface Classes {
  readonly values: readonly FactValue[];
  /** Whether these are samples: classes that can't be told from the text of the conditions. */
  readonly areSamples: boolean;
}

const UNKNOWN: FactValue = { answer: 'unknown' };

/** *Unknown*, as this fact is answered so: a checklist item by item. */
export function unknownOf({ definition }: CompiledFact): FactValue {
  if (typeOf(definition).noValue !== 'by-item') return UNKNOWN;
  return Object.fromEntries((definition.items ?? []).map(({ id }) => [id, { answer: 'unknown' as const }]));
}

/** The classes of a fact, or of the field of a list (`key`: `list.field`). */
export function classesOf(cone: Cone, fact: CompiledFact, key = fact.key): Classes {
  const unknown = unknownOf(fact);
  const nonAnswers: FactValue[] = cone.answers.has(key)
    ? [unknown, ...(['refused', 'not-asked'] as const).map((answer: NonAnswer) => ({ answer }))]
    : [unknown];
  const known = knownOf(cone, fact, key);
  return { values: [...known, ...nonAnswers], areSamples: areSamples(cone, fact, key) };
}

/** Nothing but the text of a condition says where classes end; what is computed with has no such text. */
function areSamples({ constants }: Cone, { definition }: CompiledFact, key: string): boolean {
  switch (typeOf(definition).classes.by) {
    case 'days':
      return true;
    case 'thresholds':
      return constants.computed.has(key);
    case 'codes':
      return definition.multiple === true;
    case 'items':
    case 'given':
    case 'rows':
      return false;
  }
}

function knownOf(cone: Cone, fact: CompiledFact, key: string): readonly FactValue[] {
  const { classes } = typeOf(fact.definition);
  switch (classes.by) {
    case 'codes':
      return codesOf(cone, fact, key);
    case 'thresholds':
      return numbersOf(cone, fact, key, classes.otherwise);
    case 'days':
      return datesOf(cone, fact, key);
    case 'items':
      return checklistsOf(cone, fact, key);
    case 'given':
      return [classes.like];
    case 'rows':
      return [];
  }
}

/** Those that conditions name, and one that they don't. Of two, both. */
function codesOf(
  { constants }: Cone,
  { definition, codes }: CompiledFact,
  key: string,
): readonly FactValue[] {
  if (definition.ranked || constants.computed.has(key)) return codes;
  if (codes.length <= 2 && !definition.multiple) return codes;
  const named = constants.codesOf(key);
  const other = codes.find((code) => !named.has(code));
  const told = codes.filter((code) => named.has(code) || code === other);
  return definition.multiple ? told.map((code) => [code]) : told;
}

/** Below, at and above each constant that it is compared with, as far as its bounds allow. */
function numbersOf(
  { constants }: Cone,
  { definition }: CompiledFact,
  key: string,
  otherwise: readonly number[],
): readonly number[] {
  const { min = 0, max = Infinity } = definition;
  const thresholds = constants.thresholdsOf(key);
  const around = thresholds.length > 0 ? thresholds : otherwise;
  const values = around.flatMap((threshold) => [plus(threshold, -1), threshold, plus(threshold, 1)]);
  return [...new Set(values)].filter((it) => it >= min && it <= max).sort((a, b) => a - b);
}

/** Days around those that count: today, and the birthdays that make eighteen today. */
function datesOf({ moments, constants }: Cone, { definition }: CompiledFact, key: string): readonly string[] {
  const today = localDay(MORNING, 'Europe/Paris');
  const day = (offset: number): string => isoDay(today + offset);
  const isPast = definition.future !== true;
  if (!constants.computed.has(key) && moments.size === 0) {
    return isPast ? [day(-2), day(-1)] : [day(-1), day(20)];
  }
  const eighteen = addMonths(today, -216, 'next-day');
  return [isoDay(eighteen - 400), isoDay(eighteen + 10), isoDay(eighteen + 1200), day(-1)];
}

/**
 * Items that are named are varied one by one; of those that are only counted, as many are *yes* and as many unknown as the
 * conditions count, since it does not matter which.
 */
function checklistsOf({ constants }: Cone, { definition }: CompiledFact, key: string): readonly FactValue[] {
  const items = definition.items?.map(({ id }) => id) ?? [];
  const named = constants.itemsOf(key).filter((item) => items.includes(item));
  const rest = items.filter((item) => !named.includes(item));
  const isCounted = constants.countedOf(key).size > 0;
  let built: readonly ChecklistAnswers[] = isCounted
    ? countedAnswers(rest, constants.thresholdsOf(key))
    : [{}];
  for (const item of named) {
    const answers = ['no', 'yes', { answer: 'unknown' }] as const;
    built = built.flatMap((before) => answers.map((answer) => ({ ...before, [item]: answer })));
  }
  return built.filter((it) => Object.keys(it).length > 0);
}

function countedAnswers(
  items: readonly string[],
  thresholds: readonly number[],
): readonly ChecklistAnswers[] {
  const counts = [...new Set([0, 1, ...thresholds, ...thresholds.map((it) => it + 1)])].filter(
    (it) => it >= 0 && it <= items.length,
  );
  return counts.flatMap((yes) =>
    counts
      .filter((unknown) => yes + unknown <= items.length)
      .map((unknown) =>
        Object.fromEntries(
          items.map((item, place) => [
            item,
            place < yes ? 'yes' : place < yes + unknown ? { answer: 'unknown' as const } : 'no',
          ]),
        ),
      ),
  );
}
