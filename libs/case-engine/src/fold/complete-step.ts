import { approvalNeeded } from '../decide/approval-needed';
import { raiseFlags } from '../decide/checks/raise-flags';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import type { StepCompleted } from '../journal/journal-entry';
import { storeOfList } from '../facts/read-facts';
import { rebuildFacts, recordSaid } from '../facts/rebuild-facts';
import { listStatus } from '../facts/record-value';
import type { StatedContent } from '../journal/entry-status';
import { entryStatusOf, waitingStatusOf } from '../facts/entry-status';
import { isInEffect, stepApplies } from '../steps/step-state';
import type { CompiledStep } from '../compile/protocol-set';

/** Folds a completion: in effect at once, or waiting for its second person. */
export function completeStep(
  fold: CaseFold,
  run: RunFold,
  stepIndex: number,
  entry: StepCompleted,
  index: number,
): void {
  const step = run.protocol.steps[stepIndex];
  if (step === undefined) return;
  if (entry.confirms !== undefined) {
    confirmStep(fold, run, stepIndex, entry);
    return;
  }
  if (entry.sameAs !== undefined) {
    // Flags were raised where it was done, and what needs a second person counts nowhere else.
    takeEffect(fold, run, step, entry, index);
    return;
  }
  if (step.isGuarded) raiseFlags(fold, run, step, entry, index);
  const need = step.approval === null ? 'none' : approvalNeeded(fold, run, step, entry);
  if (need === 'before') {
    waitingStatusOf(fold, index, entry);
    run.addPending(stepIndex, index);
    if (step.list !== null) listStatus(storeOfList(fold, run, step), step.list).waiting++;
    return;
  }
  takeEffect(fold, run, step, entry, index);
  if (need === 'none') return;
  const status = entryStatusOf(fold, index, entry);
  status.approval = 'due';
  status.agreed = null;
  run.addPending(stepIndex, index);
}

/** From now on what is said rules, and the step is done. What comes `late`, approved, takes its own place among the rest. */
export function takeEffect(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  said: StatedContent,
  index: number,
  isLate = false,
): void {
  const at = step.index;
  const running = step.starts.length > 0 ? appliedSince(fold, run, step) : null;
  if (isLate) rebuildFacts(fold);
  else recordSaid(fold, run, step, said, index);
  const isLatest = index >= (run.last[at] ?? -1);
  if (isLatest) run.last[at] = index;
  run.waived.setMark(at, -1);
  if (index > run.toConfirm.marksOf(at)) run.toConfirm.setMark(at, -1);
  if (index > run.reopened.marksOf(at)) run.reopened.setMark(at, -1);
  if (isLatest && step.decides !== null) dropOlder(fold, run, at, index);
  if (running !== null) startDeadlines(fold, run, step, index, running);
}

/** An earlier entry is still right, or gets what it lacked. It says nothing new of the facts, and voids no approval. */
function confirmStep(fold: CaseFold, run: RunFold, step: number, confirmation: StepCompleted): void {
  run.toConfirm.setMark(step, -1);
  const target = fold.indexOf(confirmation.confirms ?? '');
  const entry = fold.entries[target];
  if (entry?.kind !== 'step-completed') return;
  const { bestInterests, childView, evidence } = confirmation;
  const completed = (said: StatedContent): StatedContent => ({
    ...said,
    bestInterests: bestInterests ?? said.bestInterests,
    childView: childView ?? said.childView,
    evidence: { ...said.evidence, ...evidence },
  });
  const status = entryStatusOf(fold, target, entry);
  status.said = completed(status.said);
  status.inEffect &&= completed(status.inEffect);
  status.agreed &&= { ...status.agreed, said: completed(status.agreed.said) };
}

/** A later decision in effect leaves nothing to approve in the ones before it. */
function dropOlder(fold: CaseFold, run: RunFold, step: number, index: number): void {
  for (const older of run.pendingOf(step) ?? []) {
    if (older < index && fold.entryStatusOf(older)?.waits === false) run.removePending(step, older);
  }
}

/** For each step whose deadline counts from this one: the completion since which it has applied for sure, or -1. */
function appliedSince(fold: CaseFold, run: RunFold, step: CompiledStep): readonly number[] {
  const last = run.last[step.index] ?? -1;
  return step.starts.map((started) => {
    const target = run.protocol.steps[started];
    const since = run.startedBy.marksOf(started);
    if (target === undefined || last < 0 || since >= 0) return since;
    return stepApplies(fold, run, target) === true ? last : -1;
  });
}

/**
 * Deadlines that count from this step start once their step applies for sure, unless they already run: deciding again
 * must not give more time. One whose step no longer applies stops.
 */
function startDeadlines(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  index: number,
  running: readonly number[],
): void {
  fold.stamp++;
  step.starts.forEach((started, place) => {
    const target = run.protocol.steps[started];
    if (target === undefined || isInEffect(run, started)) return;
    const applies = stepApplies(fold, run, target);
    const since = running[place] ?? -1;
    if (applies === false) {
      run.leaveStep(started, index, since);
      run.startedBy.setMark(started, -1);
    } else if (since >= 0) run.startedBy.setMark(started, since);
    else if (applies === true) run.startedBy.setMark(started, index);
  });
}
