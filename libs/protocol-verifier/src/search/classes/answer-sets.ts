import {
  type CaseFold,
  type CompiledFact,
  type CompiledStep,
  type RunFold,
  testSent,
} from '@repere/case-engine';
import type { FactValue, FactValues } from '@repere/protocol';
import type { Answers } from '../answers-in-examples';
import { classesOf, unknownOf } from './classes';
import type { Cone } from './cone';

export interface AnswerSets {
  readonly sets: readonly Answers[];
  /** There were too many combinations: each answer was varied alone. */
  readonly areReduced: boolean;
}

interface Choice {
  readonly id: string;
  readonly inRow: boolean;
  readonly options: readonly (FactValue | undefined)[];
  /** What is said while other answers are varied. */
  readonly plain: FactValue | undefined;
}

/** Fewer combinations than this are all tried. */
const MOST_COMBINED = 300;
const known = new WeakMap<Cone, Map<CompiledStep, { choices: readonly Choice[]; raw: AnswerSets }>>();

/**
 * Every way to fill in a step that the cone tells apart: its facts take each class, alone and together; other required ones
 * are *unknown*, the rest is left out. Answers that don't matter beside the others are taken away.
 */
export function answersOf(
  cone: Cone,
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  hasRow: boolean,
  isNarrow = false,
): AnswerSets {
  const { choices, raw: all } = choicesOf(cone, step);
  const raw = isNarrow ? { sets: oneByOne(choices), areReduced: choices.length > 1 } : all;
  const seen = new Set<string>();
  const sets: Answers[] = [];
  for (const { values: varied, row } of raw.sets) {
    const values = isNarrow ? asKnown(fold, run, step, choices, varied) : varied;
    const told = relevantOnly(fold, run, step, { values, ...(hasRow && row && { row }) });
    const mark = JSON.stringify(told);
    if (seen.has(mark)) continue;
    seen.add(mark);
    sets.push(told);
  }
  return { sets, areReduced: raw.areReduced };
}

/** What must be answered and isn't varied is said again as it is known. */
function asKnown(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  choices: readonly Choice[],
  values: FactValues,
): FactValues {
  const known: Record<string, FactValue> = { ...values };
  for (const { id, inRow, plain } of choices) {
    const fact = inRow || plain === undefined ? undefined : step.fields.get(id);
    const raw = fact && (fact.isShared ? fold.facts : run.facts).raw[fact.slot];
    if (raw !== undefined && raw !== null && JSON.stringify(values[id]) === JSON.stringify(plain))
      known[id] = raw;
  }
  return known;
}

/** The facts of the step that the cone varies, with their classes, and how they are combined. Computed once. */
export function choicesOf(cone: Cone, step: CompiledStep): { choices: readonly Choice[]; raw: AnswerSets } {
  const steps = known.get(cone) ?? new Map<CompiledStep, { choices: readonly Choice[]; raw: AnswerSets }>();
  known.set(cone, steps);
  const before = steps.get(step);
  if (before) return before;
  const choices: Choice[] = [];
  const add = (
    fact: CompiledFact,
    isRead: boolean,
    inRow: boolean,
    isRequired: boolean,
    key: string,
  ): void => {
    if (!isRead && !isRequired) return;
    const isDecided = step.decides === fact;
    const classes = isRead ? classesOf(cone, fact, key).values : [unknownOf(fact)];
    const options = isDecided ? classes.filter((it) => typeof it === 'string') : classes;
    const isAlways = isRequired || isDecided;
    choices.push({
      id: fact.id,
      inRow,
      options: isAlways ? options : [undefined, ...options],
      plain: isDecided ? options[0] : isRequired ? unknownOf(fact) : undefined,
    });
  };
  for (const fact of step.fields.values()) {
    add(fact, cone.facts.has(fact.key), false, step.required.includes(fact), fact.key);
  }
  for (const fact of step.rowFields.values()) {
    const key = `${step.list?.key ?? ''}.${fact.id}`;
    add(fact, cone.fields.has(key), true, step.requiredOfRow.includes(fact), key);
  }
  const found = { choices, raw: combine(choices) };
  steps.set(step, found);
  return found;
}

function combine(choices: readonly Choice[]): AnswerSets {
  const size = choices.reduce((product, { options }) => product * options.length, 1);
  if (size > MOST_COMBINED) return { sets: oneByOne(choices), areReduced: true };
  let sets: readonly Answers[] = [{ values: {}, row: {} }];
  for (const choice of choices) {
    sets = sets.flatMap((before) => choice.options.map((option) => withAnswer(before, choice, option)));
  }
  return { sets, areReduced: false };
}

/** Required answers unknown (decided ones the most protective), then all with their first class; in each, one answer in turn. */
function oneByOne(choices: readonly Choice[]): readonly Answers[] {
  const fill = (of: (choice: Choice) => FactValue | undefined): Answers =>
    choices.reduce<Answers>((all, choice) => withAnswer(all, choice, of(choice)), { values: {}, row: {} });
  const bases = [
    fill(({ plain }) => plain),
    fill(({ plain, options }) => (plain === undefined ? undefined : options[0])),
  ];
  return bases.flatMap((base) => [
    base,
    ...choices.flatMap((choice) => choice.options.map((option) => withAnswer(base, choice, option))),
  ]);
}

export function withAnswer(
  { values, row = {} }: Answers,
  { id, inRow }: Pick<Choice, 'id' | 'inRow'>,
  option: FactValue | undefined,
): Answers {
  if (option === undefined) return { values, row };
  return inRow ? { values, row: { ...row, [id]: option } } : { values: { ...values, [id]: option }, row };
}

function relevantOnly(fold: CaseFold, run: RunFold, step: CompiledStep, { values, row }: Answers): Answers {
  const sent = { values, ...(row && { row: { id: '', values: row } }) };
  const keep = (told: FactValues, relevant: CompiledStep['relevant'] | undefined): FactValues => {
    const out = Object.keys(told).filter((id) => {
      const condition = relevant?.get(id);
      return condition !== undefined && testSent(fold, run, step, sent, condition) === false;
    });
    return out.length === 0
      ? told
      : Object.fromEntries(Object.entries(told).filter(([id]) => !out.includes(id)));
  };
  return {
    values: keep(values, step.relevant),
    ...(row && { row: keep(row, step.list?.list?.relevant) }),
  };
}
