import type { CaseFold } from './case-fold';
import type { FactStore } from './fact-store';
import type { RunFold } from './run-fold';
import type { Said } from './standing';
import type { CompiledStep } from './protocol-set';
import { storeOfList } from './read-facts';
import { listStanding, recordLists, recordRow, recordValues } from './record-values';

/**
 * Computes every fact again from the entries as they now stand, and which completion of each step is the last in
 * effect. What is corrected or comes late needs it: all else adds to what is known.
 */
export function rebuildFacts(fold: CaseFold): void {
  clear(fold.facts);
  for (const run of fold.runs) {
    clear(run.facts);
    run.last.fill(-1);
  }
  fold.entries.forEach((entry, index) => {
    const standing = fold.standingOf(index);
    if (entry.kind === 'facts-recorded') {
      const run = entry.runId === undefined ? null : (fold.findRun(entry.runId) ?? null);
      recordValues(fold, run, standing?.said.values ?? entry.values, index);
      if (entry.lists !== undefined) recordLists(fold, run, entry.lists, index);
    }
    if (entry.kind !== 'step-completed' || entry.confirms !== undefined) return;
    const run = fold.findRun(entry.runId);
    const step = run?.protocol.steps[run.indexOf(entry.step)];
    if (!run || !step) return;
    const said = standing ? standing.inEffect : entry;
    const store = storeOfList(fold, run, step);
    if (standing?.waits && step.list !== null) listStanding(store, step.list).waiting++;
    if (said === null) return;
    recordSaid(fold, run, step, said, index);
    run.last[step.index] = index;
  });
  fold.stamp++;
}

/** Puts what a completion says in effect: its values, its row, "no other". */
export function recordSaid(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  said: Said,
  index: number,
): void {
  recordValues(fold, run, said.values, index);
  const { list } = step;
  if (list === null) return;
  recordRow(fold, storeOfList(fold, run, step), list, said.row, said.closes === true, index);
}

function clear(store: FactStore): void {
  store.values.fill(null);
  store.raw.fill(null);
  store.entries.fill(-1);
  store.checklists = null;
  store.lists = null;
}
