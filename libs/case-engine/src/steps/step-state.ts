import type { StepState } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { startOf } from '../deadlines/deadline-start';
import { dueTime } from '../deadlines/due-times';
import { isMissingRequirements } from './missing-requirements';
import type { CompiledStep, StateCondition } from '../compile/protocol-set';
import type { Truth } from '@repere/feel';

/** Whether a completion of the step is in effect: neither waiting nor sent back before it took effect. */
export function isInEffect(run: RunFold, step: number): boolean {
  return (run.last[step] ?? -1) >= 0;
}

/** The state of a step now. What was done stays done, whatever conditions say later: it is a record of what happened. */
export function stepState(fold: CaseFold, run: RunFold, index: number): StepState {
  const pending = run.pendingOf(index);
  if (pending !== null && pending.some((entry) => fold.entryStatusOf(entry)?.waits === true)) {
    return 'awaiting-approval';
  }
  if (run.toConfirm.marksOf(index) >= 0) return 'to-confirm';
  if (isInEffect(run, index) && run.reopened.marksOf(index) < 0) {
    const step = run.protocol.steps[index];
    const isOpen = pending !== null || (step !== undefined && isMissingRequirements(fold, run, step));
    return isOpen ? 'done-to-approve' : 'done';
  }
  if (run.waived.marksOf(index) >= 0) return 'waived';
  return stateBeforeDoing(fold, run, index);
}

/** The state that a step has or would have as if it had not been done yet. */
export function stateBeforeDoing(fold: CaseFold, run: RunFold, index: number): StepState {
  const step = run.protocol.steps[index];
  if (step === undefined) throw new RangeError(`No step ${index}`);
  const applies = stepApplies(fold, run, step);
  if (applies === false) return 'not-applicable';
  if (applies === null) return 'waiting';
  if (!isAfterDone(fold, run, step)) return 'blocked';
  if (step.opensAt !== null) {
    const at = opensAt(fold, run, step);
    if (at === null || at > fold.now) return 'not-yet';
  }
  if (step.ready === null) return 'ready';
  const ready = testIn(fold, run, index, step.ready);
  return ready === true ? 'ready' : ready === null ? 'waiting' : 'blocked';
}

/**
 * Whether a step applies: not if `when` is exactly false or `unless` exactly true; unknown while `when` is. A step that
 * comes only after steps that don't apply doesn't apply either.
 */
export function stepApplies(fold: CaseFold, run: RunFold, step: CompiledStep): Truth {
  if (step.unless !== null && testIn(fold, run, step.index, step.unless) === true) return false;
  const when = step.when === null ? true : testIn(fold, run, step.index, step.when);
  if (when === false) return false;
  if (step.after.length > 0 && step.after.every((before) => isOut(fold, run, before))) return false;
  return when;
}

/** Whether the steps that come before are done or waived; those that don't apply are not waited for. */
export function isAfterDone(fold: CaseFold, run: RunFold, step: CompiledStep): boolean {
  const { after } = step;
  for (let i = 0; i < after.length; i++) {
    const before = after[i];
    if (before !== undefined && !isPast(run, before) && !isOut(fold, run, before)) return false;
  }
  return true;
}

/** When time opens the step, epoch ms; `null` while its starting point has no date. */
export function opensAt(fold: CaseFold, run: RunFold, step: CompiledStep): number | null {
  if (step.opensAt === null) return null;
  const start = startOf(fold, run, step.opensAt.start, -1);
  return start === null ? null : dueTime(start, step.opensAt.after, fold.territory).dueAt;
}

/** A condition of this step, as things stand. */
export function testIn(fold: CaseFold, run: RunFold, step: number, condition: StateCondition): Truth {
  const { run: outerRun, step: outerStep } = fold;
  fold.run = run;
  fold.step = step;
  try {
    return condition.test(fold);
  } finally {
    fold.run = outerRun;
    fold.step = outerStep;
  }
}

function isPast(run: RunFold, step: number): boolean {
  return isInEffect(run, step) || run.waived.marksOf(step) >= 0;
}

function isOut(fold: CaseFold, run: RunFold, index: number): boolean {
  if (isPast(run, index) || run.pendingOf(index) !== null) return false;
  const step = run.protocol.steps[index];
  return step !== undefined && stepApplies(fold, run, step) === false;
}
