import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { Reason } from '../journal/engine-types';
import { explainStep } from './explain';
import type { CompiledStep } from '../compile/protocol-set';
import { reason, refusal } from '../decide/reason';
import { stateBeforeDoing, stepState } from '../steps/step-state';

/** Why the step may not be done now, in the words of `explain`; the code is its state, `not-ready` if it is blocked. */
export function whyNot(fold: CaseFold, run: RunFold, step: CompiledStep): Reason {
  const state = stepState(fold, run, step.index);
  const isDone = state === 'done' || state === 'done-to-approve' || state === 'waived';
  if (isDone && step.definition.repeatable === false && state !== 'waived') return refusal('already-done');
  const { summary, because } = explainStep(fold, run, step);
  const code = isDone ? stateBeforeDoing(fold, run, step.index) : state;
  return reason(code === 'blocked' ? 'not-ready' : code, summary, {
    about: because.flatMap((it) => (it.name === undefined ? [] : [it.name])),
    basis: step.definition.basis,
  });
}
