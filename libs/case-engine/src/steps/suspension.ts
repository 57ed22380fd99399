import { absenceOver } from './absences';
import type { CaseFold } from '../fold/case-fold';
import type { StepState } from '@repere/protocol';
import { nextWithin } from '../deadlines/deadlines';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';

/** What suspends a step: the run of the absence, and the step that ends it. */
export interface Suspension {
  readonly run: RunFold;
  readonly step: CompiledStep;
}

/** Whether a step in this state is still to be done, now or later. */
const IS_TO_DO: Readonly<Record<StepState, boolean>> = {
  waiting: true,
  blocked: true,
  'not-yet': true,
  ready: true,
  'not-applicable': false,
  'to-confirm': false,
  'awaiting-approval': false,
  'done-to-approve': false,
  done: false,
  waived: false,
};

/**
 * The absence that suspends a step which needs the child and is still to be done, or to be done again; `null` if none does.
 * It is nobody's work then, and never late; what happened all the same is recorded as ever.
 */
export function suspensionOf(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  state: StepState,
): Suspension | null {
  const absence = absenceOver(fold, step);
  const ends = absence?.run.protocol.steps[absence.run.protocol.absence?.at ?? -1];
  if (absence === null || ends === undefined) return null;
  const comesAgain = state === 'done' && step.due !== null && nextWithin(fold, run, step, step.due) !== null;
  return comesAgain || IS_TO_DO[state] ? { run: absence.run, step: ends } : null;
}
