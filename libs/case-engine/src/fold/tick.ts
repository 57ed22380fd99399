import { atTime, type CaseState } from './case-state';
import type { DecideContext } from '../journal/engine-types';
import type { JournalEntry } from '../journal/journal-entry';
import { holding, openRuns } from './open-runs';

/** What time alone brings about at `now`: runs whose delay is over, or whose moment has come. Asked twice, nothing more. */
export function tick(
  state: CaseState,
  context: Pick<DecideContext, 'now' | 'newId' | 'inForce'>,
): readonly JournalEntry[] {
  const now = atTime(state, context.now);
  return openRuns(now, context, 'system:clock', holding(now.readFold()));
}
