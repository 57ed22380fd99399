import type { CaseFold } from '../fold/case-fold';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import { occurrenceOf } from './entry-status';

/** Ids of the rows that this step is about and to whose present values a second person has agreed. */
export function approvedRows(fold: CaseFold, run: RunFold, step: CompiledStep): ReadonlySet<string> {
  const standing = new Map<string, number>();
  fold.entries.forEach((entry, index) => {
    if (entry.kind !== 'step-completed' || entry.runId !== run.runId || entry.step !== step.id) return;
    const row = entry.row?.id;
    const special = fold.entryStatusOf(index);
    if (row === undefined || (special && special.inEffect === null)) return;
    const before = standing.get(row);
    if (before !== undefined && occurrenceOf(fold, before).from > occurrenceOf(fold, index).from) return;
    standing.set(row, index);
  });
  const isApproved = ([, index]: readonly [string, number]) =>
    fold.entryStatusOf(index)?.approval === 'given';
  return new Set([...standing].filter(isApproved).map(([row]) => row));
}
