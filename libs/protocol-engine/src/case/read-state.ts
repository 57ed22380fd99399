import type { Reader } from '../feel/contract';
import { momentAfter, type MomentSpan, reached } from '../time/moments';
import type { DateSpan, Value } from '../value';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import { factReader } from './read-facts';
import type { Env } from './protocol-set';
import { isInEffect, stepState } from './step-state';

type StepWord = 'done' | 'approved' | 'in_effect' | 'state';
type OtherWord = 'started' | 'ended' | 'reached' | 'steps';

/** How conditions read a word of state. A step is its index, or -1 for `this`; others take a name. */
export function readStateWord(word: StepWord | OtherWord, about: number | string): Reader<Env> {
  switch (word) {
    case 'done':
    case 'approved':
    case 'in_effect':
    case 'state':
      return (env) => {
        const step = about === -1 ? env.step : Number(about);
        return env.run === null || step < 0 ? null : readOfStep(env, env.run, word, step);
      };
    case 'started':
      return (env) => (about === 'this' ? true : env.runs.some((run) => run.protocol.id === about));
    case 'ended':
      return (env) => {
        const run = about === 'this' ? env.run : env.runs.findLast((it) => it.protocol.id === about);
        return run ? hasEnded(env, run) : null;
      };
    case 'reached':
      return (env) => reached(momentOf(env, String(about)), env.now);
    case 'steps':
      return (env) => (env.run ? { closed: true, rows: stepRows(env, env.run) } : null);
  }
}

function readOfStep(env: CaseFold, run: RunFold, word: StepWord, step: number): Value {
  switch (word) {
    case 'done':
      return isInEffect(run, step) && run.reopened.of(step) < 0;
    case 'in_effect':
      return isInEffect(run, step);
    case 'approved':
      return env.standingOf(entryInEffect(env, run, step))?.approval === 'given';
    case 'state':
      return stepState(env, run, step);
  }
}

/** Of a step that decides, the entry that the decided value comes from: a rescreen may have decided it since. */
function entryInEffect(env: CaseFold, run: RunFold, step: number): number {
  const decides = run.protocol.steps[step]?.decides;
  if (!decides) return run.last[step] ?? -1;
  return (decides.isShared ? env.facts : run.facts).entries[decides.slot] ?? -1;
}

/** Whether every step of the run is done, waived or does not apply. */
export function hasEnded(env: CaseFold, run: RunFold): boolean {
  return run.protocol.steps.every((step) => {
    const state = stepState(env, run, step.index);
    return state === 'done' || state === 'waived' || state === 'not-applicable';
  });
}

/** When a moment is, by the date that it counts from; `null` while that is unknown or only estimated. */
export function momentOf(env: CaseFold, id: string): MomentSpan | null {
  const moment = env.set.moments.get(id);
  const fact = moment && env.set.sharedFactOf.get(moment.from);
  if (!moment || !fact) return null;
  const date = factReader(fact)(env);
  const known = env.moments?.get(id);
  if (known && known.date === date) return known.span;
  const span = isDate(date) ? momentAfter(date, moment.after, moment.at, env.territory.zone) : null;
  env.moments ??= new Map();
  env.moments.set(id, { date, span });
  return span;
}

function isDate(value: Value): value is DateSpan {
  return typeof value === 'object' && value !== null && 'firstDay' in value;
}

function stepRows(env: CaseFold, run: RunFold) {
  return run.protocol.steps.map((step) => ({
    id: step.id,
    fields: {
      id: step.id,
      state: stepState(env, run, step.index),
      protective: step.definition.protective,
      contacts: step.definition.contacts ?? 'none',
      offers: step.definition.offers ?? 'none',
    },
  }));
}
