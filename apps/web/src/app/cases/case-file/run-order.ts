import { type CaseView, isLate, isOpen, type RunView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { rankNextSteps } from '@repere/cases/acting';

const STARTED: readonly StepState[] = ['awaiting-approval', 'done-to-approve'];

/** Protocols at work, the one with the most urgent step first; those that have ended last. */
export function runsByUrgency(view: CaseView): readonly RunView[] {
  const ranked = rankNextSteps(view).map(({ runId }) => runId);
  const placeOf = ({ runId, ended }: RunView): number => {
    if (ended) return ranked.length + 1;
    const place = ranked.indexOf(runId);
    return place < 0 ? ranked.length : place;
  };
  return view.runs
    .map((run) => ({ run, place: placeOf(run) }))
    .sort((a, b) => a.place - b.place)
    .map(({ run }) => run);
}

/** How many steps of a protocol are to do, in progress, and late among ours. */
export function tallyOf(run: RunView, now: number) {
  const count = (test: (step: RunView['steps'][number]) => boolean) => run.steps.filter(test).length;
  return {
    toDo: count(isOpen),
    started: count(({ state }) => STARTED.includes(state)),
    late: count((step) => isLate(step, now)),
  };
}
