import type { CaseFold } from '../fold/case-fold';
import type { FactStore } from './fact-store';
import type { RunFold } from '../fold/run-fold';
import type { StatedContent } from '../journal/entry-status';
import type { CompiledStep } from '../compile/protocol-set';
import { storeOfList } from './read-facts';
import { recordPast } from '../moving/record-past';
import { listStatus, recordRow } from './record-value';
import { recordLists, recordStatedRow, recordValues } from './record-values';

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
    const status = fold.entryStatusOf(index);
    if (entry.kind === 'facts-recorded') {
      const run = entry.runId === undefined ? null : (fold.findRun(entry.runId) ?? null);
      recordValues(fold, run, status?.said.values ?? entry.values, index);
      recordStatedRow(fold, entry, index);
      if (entry.lists !== undefined) recordLists(fold, run, entry.lists, index);
    }
    if (entry.kind !== 'step-completed' || entry.confirms !== undefined) return;
    const run = fold.findRun(entry.runId);
    const told = run?.stepAt(index, entry.step);
    if (!run || !told) return;
    const step = run.protocol.steps[run.indexOf(entry.step)];
    const said = status ? status.inEffect : entry;
    if (status?.waits && step && step.list !== null) {
      listStatus(storeOfList(fold, run, step), step.list).waiting++;
    }
    if (said === null) return;
    recordSaid(fold, run, told, said, index);
    // What a step that is no longer there has asked is known all the same.
    if (step) run.last[step.index] = index;
  });
  fold.stamp++;
}

/** Puts what a completion says in effect: its values, its row, "no other". `step` as it was when the entry was recorded. */
export function recordSaid(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  said: StatedContent,
  index: number,
): void {
  if (run.isPast(index)) {
    recordPast(fold, run, step, said, index);
    return;
  }
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
