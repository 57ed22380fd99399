import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import { takeEffect } from './complete-step';
import { storeOfList } from '../facts/read-facts';
import type { EntryApproved, EntryReturned } from '../journal/journal-entry';
import { listStanding } from '../facts/record-value';
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
  if (entry.kind === 'entry-approved') approve(fold, run, step, target);
  else sendBack(fold, run, step, target);
}

function approve(fold: CaseFold, run: RunFold, stepIndex: number, target: number): void {
  const standing = fold.standingOf(target);
  const entry = fold.entries[target];
  const step = run.protocol.steps[stepIndex];
  if (!standing || !entry || !step) return;
  const isWaiting = standing.waits;
  standing.approval = 'given';
  standing.waits = false;
  standing.agreed = { said: standing.said, approval: 'given' };
  if (!isWaiting) return;
  standing.inEffect = standing.said;
  if (entry.kind === 'step-waived') {
    run.waived.set(stepIndex, target);
    return;
  }
  if (entry.kind !== 'step-completed') return;
  if (step.list !== null) listStanding(storeOfList(fold, run, step), step.list).waiting--;
  takeEffect(fold, run, step, standing.said, target, true);
}

/** What waited never takes effect. What was in effect stays so, and the step is to be done again. */
function sendBack(fold: CaseFold, run: RunFold, stepIndex: number, target: number): void {
  const standing = fold.standingOf(target);
  const step = run.protocol.steps[stepIndex];
  if (!standing || !step) return;
  if (!standing.waits) {
    standing.approval = 'returned';
    run.reopened.set(stepIndex, target);
    return;
  }
  standing.waits = false;
  if (step.list !== null && fold.entries[target]?.kind === 'step-completed') {
    listStanding(storeOfList(fold, run, step), step.list).waiting--;
  }
  if (standing.agreed === null) {
    standing.approval = 'returned';
    if (standing.inEffect === null) return;
    standing.said = standing.inEffect;
    run.reopened.set(stepIndex, target);
    return;
  }
  // A correction that was sent back: what had been agreed before it stands again.
  const { said, approval } = standing.agreed;
  standing.said = said;
  standing.inEffect = said;
  standing.approval = approval;
  rebuildFacts(fold);
}
