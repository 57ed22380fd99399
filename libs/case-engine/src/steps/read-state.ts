import {
  type DateSpan,
  momentAfter,
  type MomentSpan,
  reached,
  type Reader,
  type RowValue,
  spend,
  type Value,
} from '@repere/feel';
import type { ProtocolDocument, StateWord, StepState } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { CompiledFact } from '../compile/protocol-set';
import { answerReader, factReader } from '../facts/read-facts';
import { readOutcome } from './read-outcome';
import type { RunFold } from '../fold/run-fold';
import { approvedRows } from '../facts/approved-rows';
import { isInEffect, stepState } from './step-state';

export type WordOfStep = 'done' | 'approved' | 'in_effect' | 'state';

/** How conditions read a word of state. */
export function readStateWord({ word, about }: StateWord, source: Reading): Reader<CaseFold> {
  switch (word) {
    case 'done':
    case 'approved':
    case 'in_effect':
    case 'state': {
      const named = source.document?.steps.findIndex(({ id }) => id === about) ?? -1;
      return (env) => {
        const step = about === 'this' ? env.step : named;
        return env.run === null || step < 0 ? null : readOfStep(env, env.run, word, step);
      };
    }
    case 'started':
      return (env) => (about === 'this' ? true : env.runs.some((run) => run.protocol.id === about));
    case 'ended':
      return (env) => {
        const run = about === 'this' ? env.run : env.runs.findLast((it) => it.protocol.id === about);
        return run ? hasEnded(env, run) : null;
      };
    case 'run':
      return (env) => {
        const run = env.runs.findLast((it) => it.protocol.id === about);
        return run ? rowOfRun(env, run) : null;
      };
    case 'runs':
      // The case knows every run that it has: the list is closed.
      return (env) => {
        const runs = env.runs.filter((it) => it.protocol.id === about);
        return { closed: true, rows: runs.map((run) => rowOfRun(env, run)) };
      };
    case 'reached':
      return (env) => reached(momentOf(env, about), env.now);
    case 'answer': {
      const fact = source.findFact(about);
      return fact ? answerReader(fact) : () => null;
    }
    case 'outcome':
      return (env) => (env.run ? readOutcome(env, env.run) : null);
    case 'steps':
      return (env) => (env.run ? readSteps(env, env.run) : null);
  }
}

/** Rows that could be looked at while the state of one step is computed. */
const STATE_COSTS = 8;

/** What reading a word needs beside the case: which step or fact is meant. */
interface Reading {
  readonly document?: ProtocolDocument;
  findFact(id: string): CompiledFact | undefined;
}

/** A run as `run(protocol)` reads it. Whether it has ended is asked only if it is read: it asks every step. */
function rowOfRun(env: CaseFold, run: RunFold): RowValue {
  return {
    id: run.runId,
    fields: {
      get outcome() {
        return readOutcome(env, run);
      },
      get ended() {
        return hasEnded(env, run);
      },
    },
  };
}

/** What `done(step)` and its like give. */
export function readOfStep(env: CaseFold, run: RunFold, word: WordOfStep, step: number): Value {
  switch (word) {
    case 'done':
      return isInEffect(run, step) && run.reopened.marksOf(step) < 0;
    case 'in_effect':
      return isInEffect(run, step);
    case 'approved': {
      const compiled = run.protocol.steps[step];
      if (compiled?.definition.about !== undefined) return approvedRows(env, run, compiled).size > 0;
      return env.entryStatusOf(entryInEffect(env, run, step))?.approval === 'given';
    }
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

/** Whether every step of the run is done, waived or does not apply; unknown to a step while its own state is asked. */
function hasEnded(env: CaseFold, run: RunFold): boolean | null {
  const states = statesOf(env, run);
  return states && states.every((state) => ENDED.has(state));
}

/** The states that a run ends in. */
export const ENDED: ReadonlySet<StepState> = new Set(['done', 'waived', 'not-applicable']);

function readSteps(env: CaseFold, run: RunFold): Value {
  const states = statesOf(env, run);
  if (!states) return null;
  const rows = run.protocol.steps.map(({ id, index, definition }) => ({
    id,
    fields: {
      id,
      state: states[index] ?? null,
      protective: definition.protective,
      contacts: definition.contacts ?? 'none',
      offers: definition.offers ?? 'none',
    },
  }));
  return { closed: true, rows };
}

/** The state of every step; `null` while that is being computed, so that a step that asks for all of them ends. */
function statesOf(env: CaseFold, run: RunFold): readonly StepState[] | null {
  if (run.isReadingStates) return null;
  run.isReadingStates = true;
  const { steps } = run.protocol;
  try {
    spend(steps.length * STATE_COSTS);
    return steps.map((step) => stepState(env, run, step.index));
  } finally {
    run.isReadingStates = false;
  }
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
