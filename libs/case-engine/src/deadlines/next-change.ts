import type { CaseFold } from '../fold/case-fold';
import type { RunView } from '../journal/engine-types';
import { scheduledOpenings } from '../fold/open-runs';
import { momentOf } from '../steps/read-state';

/** The earliest moment after now at which time alone changes something of the case, epoch ms; `null` if none is known. */
export function nextChangeAt(fold: CaseFold, runs: readonly RunView[]): number | null {
  let next = Infinity;
  const consider = (at: number | null | undefined): void => {
    if (at !== null && at !== undefined && at > fold.now && at < next) next = at;
  };
  for (const step of runs.flatMap((run) => run.steps)) {
    consider(step.opensAt);
    for (const deadline of [step.deadline, step.approvalDeadline]) {
      if (!deadline || deadline.metAt !== null) continue;
      consider(deadline.dueAt);
      // Late is *after* `lateFrom`: something changes one millisecond later.
      consider(deadline.lateFrom === null ? null : deadline.lateFrom + 1);
      for (const reminder of deadline.reminders) consider(reminder.at);
    }
  }
  for (const id of fold.set.moments.keys()) {
    const moment = momentOf(fold, id);
    consider(moment?.earliest);
    consider(moment?.latest);
  }
  for (const opening of scheduledOpenings(fold)) consider(opening.at);
  return next === Infinity ? null : next;
}
