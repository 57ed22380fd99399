import type { CaseFold, Standing } from './case-fold';
import type { StepCompleted } from './contract';

/** What is special about a completion, made when first needed: before that, it is simply in effect. */
export function standingOf(fold: CaseFold, index: number, entry: StepCompleted): Standing {
  const known = fold.standingOf(index);
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
  fold.setStanding(index, standing);
  return standing;
}
