import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import { takeEffect } from './complete-step';
import { storeOfList } from '../facts/read-facts';
import type { EntryApproved, EntryReturned } from '../journal/journal-entry';
import { listStatus } from '../facts/record-value';
import { rebuildFacts } from '../facts/rebuild-facts';

/** Folds the second person's answer. One about an entry that no longer waits (amended, superseded) changes nothing. */
export function settleApproval(
  fold: CaseFold,
  run: RunFold,
  step: number,
  entry: EntryApproved | EntryReturned,
): void {
  const target = fold.indexOf(entry.entryId);
  if (!(run.pendingOf(step)?.includes(target) ?? false)) return;
  run.removePending(step, target);
  if (entry.kind === 'entry-approved') settleGiven(fold, run, step, target);
  else sendBack(fold, run, step, target);
}

function settleGiven(fold: CaseFold, run: RunFold, stepIndex: number, target: number): void {
  const status = fold.entryStatusOf(target);
  const entry = fold.entries[target];
  const step = run.protocol.steps[stepIndex];
  if (!status || !entry || !step) return;
  const isWaiting = status.waits;
  status.approval = 'given';
  status.waits = false;
  status.agreed = { said: status.said, approval: 'given' };
  if (!isWaiting) return;
  status.inEffect = status.said;
  if (entry.kind === 'step-waived') {
    run.waived.setMark(stepIndex, target);
    return;
  }
  if (entry.kind !== 'step-completed') return;
  if (step.list !== null) listStatus(storeOfList(fold, run, step), step.list).waiting--;
  takeEffect(fold, run, step, status.said, target, true);
}

/** What waited never takes effect. What was in effect stays so, and the step is to be done again. */
function sendBack(fold: CaseFold, run: RunFold, stepIndex: number, target: number): void {
  const status = fold.entryStatusOf(target);
  const step = run.protocol.steps[stepIndex];
  if (!status || !step) return;
  if (!status.waits) {
    status.approval = 'returned';
    run.reopened.setMark(stepIndex, target);
    return;
  }
  status.waits = false;
  if (step.list !== null && fold.entries[target]?.kind === 'step-completed') {
    listStatus(storeOfList(fold, run, step), step.list).waiting--;
  }
  if (status.agreed === null) {
    status.approval = 'returned';
    if (status.inEffect === null) return;
    status.said = status.inEffect;
    run.reopened.setMark(stepIndex, target);
    return;
  }
  // A correction that was sent back: what had been agreed before it stands again.
  const { said, approval } = status.agreed;
  status.said = said;
  status.inEffect = said;
  status.approval = approval;
  rebuildFacts(fold);
}
