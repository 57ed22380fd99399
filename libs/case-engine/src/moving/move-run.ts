import { carryMarks } from './carry-marks';
import type { CaseFold } from '../fold/case-fold';
import type { CompiledProtocol } from '../compile/protocol-set';
import { rebuildFacts } from '../facts/rebuild-facts';
import { renewApprovals } from './renew-approvals';
import { RunFold } from '../fold/run-fold';
import { stepMeaning } from '../compile/step-meaning';

/**
 * Folds a move: the run goes on under another version, and nothing of the one before is left but what was recorded. Answers
 * and what was done carry over by name, done steps that mean something else now are to be confirmed.
 */
export function moveRun(fold: CaseFold, run: RunFold, protocol: CompiledProtocol, index: number): void {
  const past = [...run.past, { protocol: run.protocol, until: index }];
  const moved = new RunFold(run.index, run.runId, protocol, run.opened, past);
  fold.runs[run.index] = moved;
  fold.hasMoved = true;
  fold.stamp++;
  carryMarks(fold, run, moved);
  rebuildFacts(fold);
  if (renewApprovals(fold, run, moved)) rebuildFacts(fold);
  markToConfirm(fold, moved, index);
}

/**
 * Steps whose latest completion, or its latest confirmation, was given under a version where they meant something else. One
 * that a move had marked, and that now means again what it meant then, has nothing to confirm.
 */
function markToConfirm(fold: CaseFold, run: RunFold, index: number): void {
  const confirmed = confirmations(fold, run);
  for (const step of run.protocol.steps) {
    const last = run.last[step.index] ?? -1;
    if (last < 0) continue;
    const at = Math.max(last, confirmed.get(step.id) ?? -1);
    const then = run.stepAt(at, step.id);
    const isSame = then && stepMeaning(run.protocolAt(at), then) === stepMeaning(run.protocol, step);
    const marked = run.toConfirm.marksOf(step.index);
    if (!isSame && marked < 0) run.toConfirm.setMark(step.index, index);
    if (isSame && fold.entries[marked]?.kind === 'run-moved') run.toConfirm.setMark(step.index, -1);
  }
}

/** The latest confirmation of each step. */
function confirmations(fold: CaseFold, run: RunFold): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  fold.entries.forEach((entry, index) => {
    if (entry.kind === 'step-completed' && entry.runId === run.runId && entry.confirms !== undefined) {
      latest.set(entry.step, index);
    }
  });
  return latest;
}
