import type { Reader, Value } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { CompiledOutcome, StateExpression } from '../compile/protocol-set';

/** How conditions read a derived value: computed once for what is known now, afresh for what is being sent. */
export function readDerived(index: number, expression: StateExpression): Reader<CaseFold> {
  return (env) => {
    const { run } = env;
    if (run === null || env.sent !== null) return expression.evaluate(env);
    const stamps = (run.derivedStamps ??= []);
    const values = (run.derivedValues ??= []);
    if (stamps[index] === env.stamp) return values[index] ?? null;
    const row = env.row;
    env.row = null;
    let value: Value;
    try {
      value = expression.evaluate(env);
    } finally {
      env.row = row;
    }
    stamps[index] = env.stamp;
    values[index] = value;
    return value;
  };
}

/** The id of the run's outcome; `null` while it is being computed, so that an outcome that reads itself ends. */
export function readOutcome(env: CaseFold, run: RunFold): string | null {
  const index = outcomeIndex(env, run);
  return index < 0 ? null : (run.protocol.outcomes[index]?.definition.id ?? null);
}

/** Place of the outcome line that holds; -1 while it is being computed or if the protocol has no `otherwise`. */
export function outcomeIndex(env: CaseFold, run: RunFold): number {
  if (env.sent === null && run.outcomeStamp === env.stamp) return run.outcome;
  if (run.isReadingOutcome) return -1;
  run.isReadingOutcome = true;
  const { run: outerRun, row, step } = env;
  env.run = run;
  env.row = null;
  env.step = -1;
  let index: number;
  try {
    index = firstThatHolds(env, run.protocol.outcomes);
  } finally {
    env.run = outerRun;
    env.row = row;
    env.step = step;
    run.isReadingOutcome = false;
  }
  if (env.sent === null) {
    run.outcomeStamp = env.stamp;
    run.outcome = index;
  }
  return index;
}

/**
 * The first line that holds. A line that protects less holds only if it is exactly true and every line above it exactly
 * false: what is not known above might have protected more.
 */
function firstThatHolds(env: CaseFold, outcomes: readonly CompiledOutcome[]): number {
  let isUnknownAbove = false;
  for (let i = 0; i < outcomes.length; i++) {
    const outcome = outcomes[i];
    if (outcome === undefined) continue;
    if (outcome.when === null) return i;
    const truth = outcome.when.test(env);
    if (truth === true && (outcome.definition.protects === 'full' || !isUnknownAbove)) return i;
    if (truth !== false) isUnknownAbove = true;
  }
  return -1;
}
