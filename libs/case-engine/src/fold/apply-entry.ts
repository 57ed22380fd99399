import { amendEntry } from './amend-entry';
import { noteApplicability } from '../deadlines/note-applicability';
import type { CaseFold } from './case-fold';
import { RunFold } from './run-fold';
import { completeStep } from './complete-step';
import type { JournalEntry } from '../journal/journal-entry';
import { moveRun } from '../moving/move-run';
import { settleApproval } from './settle-approval';
import { findProtocol } from '../compile/protocol-set';
import { raiseFlagsOfList } from '../decide/checks/raise-flags';
import { recordLists, recordStatedRow, recordValues } from '../facts/record-values';
import { waitingStatusOf } from '../facts/entry-status';

/** A journal that can't be folded: an entry about a run, step or version that isn't there, or out of order. */
export class BrokenJournalError extends Error {
  override readonly name = 'BrokenJournalError';
}

/**
 * Folds one more entry. An entry that is already in is left alone. While it is folded, the time is that at which it was
 * recorded, so that the same journal always gives the same fold, whenever it is read.
 */
export function foldEntry(fold: CaseFold, entry: JournalEntry): void {
  const last = fold.entries[fold.entries.length - 1];
  if (last !== undefined && entry.seq <= last.seq) {
    if (fold.indexOf(entry.id) >= 0) return;
    throw new BrokenJournalError(`Entry ${entry.id} has seq ${entry.seq} after ${last.seq}`);
  }
  const index = fold.entries.length;
  const { now } = fold;
  fold.entries.push(entry);
  fold.now = entry.recordedAt;
  // Conditions that were computed for another time or before this entry are stale.
  fold.stamp++;
  foldKind(fold, entry, index);
  fold.stamp++;
  noteApplicability(fold, index);
  fold.now = now;
  fold.stamp++;
}

function foldKind(fold: CaseFold, entry: JournalEntry, index: number): void {
  switch (entry.kind) {
    case 'step-completed': {
      const run = getRun(fold, entry.runId);
      completeStep(fold, run, getStep(run, entry.step), entry, index);
      return;
    }
    case 'run-opened': {
      const protocol = findProtocol(fold.set, entry.protocol, entry.version);
      if (!protocol) throw new BrokenJournalError(`No protocol ${entry.protocol}@${entry.version}`);
      fold.runs.push(new RunFold(fold.runs.length, entry.runId, protocol, index));
      return;
    }
    case 'run-moved': {
      const run = getRun(fold, entry.runId);
      const protocol = findProtocol(fold.set, run.protocol.id, entry.to);
      if (!protocol) throw new BrokenJournalError(`No protocol ${run.protocol.id}@${entry.to}`);
      moveRun(fold, run, protocol, index);
      return;
    }
    case 'entry-approved':
    case 'entry-returned': {
      const run = getRun(fold, entry.runId);
      settleApproval(fold, run, getStep(run, entry.step), entry);
      return;
    }
    case 'step-waived': {
      const run = getRun(fold, entry.runId);
      const step = getStep(run, entry.step);
      if (run.protocol.steps[step]?.definition.waivable === 'with-approval') {
        run.addPending(step, index);
        const { occurredAt } = entry;
        waitingStatusOf(fold, index, { values: {}, occurredAt, reasons: [], evidence: {} });
      } else run.waived.setMark(step, index);
      return;
    }
    case 'entry-amended':
      amendEntry(fold, entry, index);
      return;
    case 'facts-recorded': {
      const run = entry.runId === undefined ? null : getRun(fold, entry.runId);
      raiseFlagsOfList(fold, entry, index);
      recordValues(fold, run, entry.values, index);
      recordStatedRow(fold, entry, index);
      if (entry.lists !== undefined) recordLists(fold, run, entry.lists, index);
      return;
    }
    case 'note-added':
      return;
  }
}

function getRun(fold: CaseFold, runId: string): RunFold {
  const run = fold.findRun(runId);
  if (!run) throw new BrokenJournalError(`No run ${runId}`);
  return run;
}

function getStep(run: RunFold, step: string): number {
  const index = run.indexOf(step);
  if (index < 0) throw new BrokenJournalError(`No step ${step} in ${run.protocol.id}`);
  return index;
}
