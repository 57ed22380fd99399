import { type CaseView, type DeadlineView, type OrderedStep, orderSteps } from '@repere/case-engine';
import type { AtRest } from './at-rest';

/** What stands for a case in lists of many: of what may be done, the first without a date; where each has one, the earliest. */
export interface StandsForCase {
  readonly step: OrderedStep | null;
  readonly deadline: DeadlineView | null;
  /** When something of the case presses more than `step`, epoch ms: `0` since ever, `null` never. */
  readonly quietUntil: number | null;
}

/** What a deadline needs to be asked: what waits for it, and its place in the case. */
interface About {
  readonly rests: AtRest;
  readonly isDoable: (deadline: DeadlineView) => boolean;
  readonly isUrgent: (deadline: DeadlineView) => boolean;
  readonly placeOf: (deadline: DeadlineView) => number;
}

/** From the state alone; lists compare its moments with the clock. */
export function standsForCase(view: CaseView, { rests, isDoable, isUrgent, placeOf }: About): StandsForCase {
  const step = firstUndated(view, rests) ?? null;
  const doable = view.deadlines.filter(
    (it) => it.owner === 'ours' && it.metAt === null && !rests(it.runId, it.step) && isDoable(it),
  );
  const pressesAlways =
    doable.some((it) => it.dueAt === null && isUrgent(it)) ||
    view.runs.some((run) =>
      run.steps.some(({ state, id }) => state === 'to-confirm' && !rests(run.runId, id)),
    );
  const dated = doable.filter(({ dueAt }) => dueAt !== null);
  const [earliest = null] = dated.toSorted(
    (a, b) =>
      (a.dueAt ?? 0) - (b.dueAt ?? 0) ||
      placeOf(a) - placeOf(b) ||
      Number(a.of === 'step') - Number(b.of === 'step'),
  );
  return {
    step,
    deadline: step === null && !pressesAlways ? earliest : null,
    quietUntil: step === null || pressesAlways ? 0 : (earliest?.dueAt ?? null),
  };
}

const firstUndated = (view: CaseView, rests: AtRest): OrderedStep | undefined =>
  orderSteps(view).find(
    ({ isOpen, band, step, deadline, of, run }) =>
      isOpen &&
      of === 'step' &&
      (band === 'this-week' || band === 'later') &&
      (deadline?.metAt !== null || deadline.dueAt === null) &&
      !rests(run.runId, step.id),
  );
