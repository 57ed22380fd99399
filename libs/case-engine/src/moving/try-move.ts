import type { CaseFold } from '../fold/case-fold';
import { applyEntry, type CaseState } from '../fold/case-state';
import type { DeadlineView, RunView, StepView } from '../journal/engine-types';
import { lateBy } from '../deadlines/deviations';
import type { RunFold } from '../fold/run-fold';
import { occurrenceAt, type Text } from '@repere/feel';
import { viewRun } from '../view/view-run';
import { answersLeftBehind } from './answers-left-behind';
import type { RunTrial, StepChange } from './trial';

/**
 * What moving this run to this version would do now; nothing is recorded. A deadline counts as passed if it is late after the
 * move and was not before. A step is gained where it was not there or did not apply, and now may. Throws on a run or version
 * that is not there.
 */
export function tryMove(state: CaseState, runId: string, version: string): RunTrial {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  if (!run) throw new RangeError(`No run ${runId}`);
  const { id: protocol, version: from } = run.protocol;
  const before = viewRun(fold, run);
  const seq = fold.entries.length;
  const last = fold.entries.at(-1)?.seq ?? 0;
  const moved = applyEntry(state, {
    kind: 'run-moved',
    // Never leaves this function.
    id: `trial of ${runId} after ${seq}`,
    seq: last + 1,
    occurredAt: occurrenceAt(fold.now),
    recordedAt: fold.now,
    enteredBy: 'system:dry-run',
    runId,
    from,
    to: version,
    reason: '',
  }).readFold();
  const after = viewRun(moved, getRun(moved, runId));
  return {
    ...{ runId, protocol, from, to: version },
    ...stepChanges(before, after),
    passed: passedBy(before, after, fold.now),
    toConfirm: after.steps
      .filter(({ id, state: is }) => is === 'to-confirm' && stateOf(before, id) !== 'to-confirm')
      .map(({ id, title }) => ({ step: id, title })),
    leftBehind: answersLeftBehind(moved, run, getRun(moved, runId)),
    outcome: { before: before.outcome?.id ?? null, after: after.outcome?.id ?? null },
  };
}

/** Whether the move would change anything at all that one works with. */
export function isUnchanged({
  gains,
  loses,
  differs,
  passed,
  toConfirm,
  leftBehind,
  outcome,
}: RunTrial): boolean {
  const lists = [gains, loses, differs, passed, toConfirm, leftBehind];
  return lists.every((it) => it.length === 0) && outcome.before === outcome.after;
}

function getRun(fold: CaseFold, runId: string): RunFold {
  const run = fold.findRun(runId);
  if (!run) throw new RangeError(`No run ${runId}`);
  return run;
}

function stepChanges(before: RunView, after: RunView): Pick<RunTrial, 'gains' | 'loses' | 'differs'> {
  const changes = [
    ...after.steps.map((it) => stepChange(it, stateOf(before, it.id), it.state)),
    ...before.steps
      .filter(({ id }) => stateOf(after, id) === null)
      .map((it) => stepChange(it, it.state, null)),
  ].filter((it) => it.before !== it.after);
  const isThere = (it: StepChange['before']): boolean => it !== null && it !== 'not-applicable';
  return {
    gains: changes.filter((it) => !isThere(it.before) && isThere(it.after)),
    loses: changes.filter((it) => isThere(it.before) && !isThere(it.after)),
    differs: changes.filter((it) => isThere(it.before) && isThere(it.after)),
  };
}

const stateOf = ({ steps }: RunView, id: string): StepView['state'] | null =>
  steps.find((it) => it.id === id)?.state ?? null;

const stepChange = (
  { id, title }: StepView,
  before: StepChange['before'],
  after: StepChange['after'],
): StepChange => ({ step: id, title, before, after });

function passedBy(before: RunView, after: RunView, now: number): RunTrial['passed'] {
  const were = new Set(lateOf(before, now).map(({ deadline }) => deadline.id));
  return lateOf(after, now)
    .filter(({ deadline }) => !were.has(deadline.id))
    .map(({ deadline: { step, origin, dueAt }, title }) => ({ step, title, origin, dueAt: dueAt ?? now }));
}

/** Deadlines that run late and are not met, as audit sees them. */
function lateOf(
  { steps }: RunView,
  now: number,
): readonly { readonly deadline: DeadlineView; readonly title: Text }[] {
  return steps.flatMap(({ state, title, deadline, approvalDeadline }) => {
    const approval = { fr: `Validation : ${title.fr}`, en: `Approval: ${title.en}` };
    return [
      { deadline: state === 'waiting' ? null : deadline, title },
      { deadline: approvalDeadline, title: approval },
    ].flatMap(({ deadline: it, title: said }) =>
      it && it.metAt === null && lateBy(it, now) !== null ? [{ deadline: it, title: said }] : [],
    );
  });
}
