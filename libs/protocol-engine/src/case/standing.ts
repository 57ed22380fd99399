import type { CaseFold, RunFold, Standing } from './case-fold';
import type { StepCompleted } from './contract';

/** What is special about a completion, made when first needed: before that, it is simply in effect. */
export function standingOf(fold: CaseFold, index: number, entry: StepCompleted): Standing {
  const known = fold.standings.get(index);
  if (known) return known;
  const standing: Standing = {
    values: entry.values,
    row: entry.row,
    occurredAt: entry.occurredAt,
    inEffect: entry.values,
    rowInEffect: entry.row,
    approval: 'none',
    waits: false,
    agreed: { values: entry.values, row: entry.row },
    approvedBy: -1,
    amendments: null,
  };
  fold.standings.set(index, standing);
  return standing;
}

export function addPending(run: RunFold, step: number, index: number): void {
  const pending = run.pending[step] ?? null;
  if (pending === null) run.pending[step] = [index];
  else if (!pending.includes(index)) pending.push(index);
}

export function removePending(run: RunFold, step: number, index: number): void {
  const left = (run.pending[step] ?? []).filter((it) => it !== index);
  run.pending[step] = left.length > 0 ? left : null;
}
