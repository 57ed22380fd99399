import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { CaseState } from '../fold/case-state';
import { stateBeforeDoing, stepState } from '../steps/step-state';

/** Steps that may be done now, in the order of runs and protocols. Repeatable ones that were done are among them. */
export function availableSteps(state: CaseState): { readonly runId: string; readonly step: string }[] {
  const fold = state.readFold();
  const available: { runId: string; step: string }[] = [];
  for (const run of fold.runs) {
    for (const step of run.protocol.steps) {
      if (mayBeDone(fold, run, step.index)) available.push({ runId: run.runId, step: step.id });
    }
  }
  return available;
}

/** Whether the step may be done: for the first time, to confirm it, or, where it repeats and its conditions hold, again. */
export function mayBeDone(fold: CaseFold, run: RunFold, step: number): boolean {
  const state = stepState(fold, run, step);
  switch (state) {
    case 'ready':
    case 'to-confirm':
      return true;
    case 'waived':
      return stateBeforeDoing(fold, run, step) === 'ready';
    case 'done':
    case 'done-to-approve':
    case 'awaiting-approval': {
      const repeats = run.protocol.steps[step]?.definition.repeatable !== false;
      return repeats && stateBeforeDoing(fold, run, step) === 'ready';
    }
    case 'not-applicable':
    case 'waiting':
    case 'blocked':
    case 'not-yet':
      return false;
  }
}
