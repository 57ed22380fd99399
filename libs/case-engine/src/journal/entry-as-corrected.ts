import type { CaseState } from '../fold/case-state';
import type { StepCompleted } from './journal-entry';

/**
 * The completion with this id as it reads now, each amendment in the place of what was said; the very entry where nothing
 * was corrected or added. What a second person is asked to agree to. `undefined` if it is not the completion of a step.
 */
export function entryAsCorrected(state: CaseState, entryId: string): StepCompleted | undefined {
  const fold = state.readFold();
  const index = fold.indexOf(entryId);
  const entry = fold.entries[index];
  if (entry?.kind !== 'step-completed') return undefined;
  const status = fold.entryStatusOf(index);
  return status === undefined ? entry : { ...entry, ...status.said };
}
