import { type CaseView, isLate, isOpen, type RunView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { rankNextSteps } from '@repere/cases';

/** In effect: what waits for its second person too, if it protects. */
const OVER: readonly StepState[] = ['done', 'waived', 'done-to-approve'];

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

/** Done, and not to be done again. */
export const isOver = (step: RunView['steps'][number]): boolean => OVER.includes(step.state) && !isOpen(step);

/** How many steps of a protocol apply, how many of them are done, and how many of ours are late. */
export function tallyOf(run: RunView, now: number) {
  const count = (test: (step: RunView['steps'][number]) => boolean) => run.steps.filter(test).length;
  return {
    all: count(({ state }) => state !== 'not-applicable'),
    over: count(isOver),
    late: count((step) => isLate(step, now)),
  };
}
