import type { CaseView, DeadlineView, RunView, StepView } from '../journal/engine-types';
import {
  type BandTimes,
  comparePlacements,
  isOpen,
  type Placement,
  placementOf,
  placementOfApproval,
} from './bands';

/** A step, or what a decision still lacks, with its place in the one order of the case. */
export interface OrderedStep extends Placement {
  readonly run: RunView;
  readonly step: StepView;
  /** `approval`: what a decision that is in effect lacks, or its second person. */
  readonly of: DeadlineView['of'];
  readonly deadline: DeadlineView | null;
  /** Whether somebody of ours may do it now. */
  readonly isOpen: boolean;
  /** Its place in the case, by when protocols were opened and then as they list their steps: for equal placements. */
  readonly place: number;
}

/** More than a protocol may have. */
const STEPS_OF_A_RUN = 1_000;

/** The place of a step in its case, whatever its state: the same wherever it is sorted. */
export const placeInCase = (run: number, step: number): number => run * STEPS_OF_A_RUN + step;

/** Everything that is to be done, waited for or late, over all protocols of the case, the most pressing first. */
export function orderSteps(view: CaseView): readonly OrderedStep[] {
  const times: BandTimes = { now: view.now, ...view.days };
  return view.runs
    .flatMap((run, runPlace) =>
      run.steps.flatMap((step, stepPlace) => placesOf(times, run, step, placeInCase(runPlace, stepPlace))),
    )
    .sort(compareOrdered);
}

export const compareOrdered = (a: OrderedStep, b: OrderedStep): number =>
  comparePlacements(a, b) || a.place - b.place || (a.of === b.of ? 0 : a.of === 'step' ? 1 : -1);

function placesOf(times: BandTimes, run: RunView, step: StepView, place: number): readonly OrderedStep[] {
  const own = placementOf(times, step);
  const second = placementOfApproval(times, step);
  return [
    ...(own
      ? [{ ...own, run, step, of: 'step' as const, deadline: step.deadline, isOpen: isOpen(step), place }]
      : []),
    ...(second
      ? [
          {
            ...second,
            run,
            step,
            of: 'approval' as const,
            deadline: step.approvalDeadline,
            isOpen: step.toApprove === null,
            place,
          },
        ]
      : []),
  ];
}
