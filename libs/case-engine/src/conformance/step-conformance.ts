import type { CaseFold } from '../fold/case-fold';
import type { StepView } from '../journal/engine-types';
import { actsOf, lateOccasions } from './occasions';
import { lateBy } from '../deadlines/deviations';
import { approvalDeadline } from '../deadlines/deadlines';
import type { StepCompleted } from '../journal/journal-entry';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import { isInEffect, stateBeforeDoing } from '../steps/step-state';
import type { Expectation, StepConformance } from './conformance-types';
import { weightOf } from './fitness';
import type { StepTrace } from './step-trace';

/** A step beside what its protocol expects of it, from how it stands now and what replaying told of it. */
export function conformanceOfStep(
  fold: CaseFold,
  run: RunFold,
  view: StepView,
  trace: StepTrace,
): StepConformance {
  const step = run.protocol.steps[run.indexOf(view.id)];
  if (!step) throw new RangeError(`No step ${view.id}`);
  const { definition } = step;
  const entries = view.entryIds.flatMap((id) => completionOf(fold, id));
  const isDone = isInEffect(run, step.index) && run.reopened.marksOf(step.index) < 0;
  const deadline = view.deadline?.owner === 'ours' ? view.deadline : null;
  const occasions = lateOccasions(fold, run, step, view, trace);
  const worst = occasions.reduce<number | null>(
    (most, { by, isOpen }) => (isOpen ? most : Math.max(most ?? 0, by)),
    null,
  );
  const late = deadline && deadline.metAt !== null ? (lateBy(deadline, fold.now) ?? worst) : worst;
  const isUndone = !isInEffect(run, step.index) && view.state !== 'waived';
  const again = deadline?.lastDoneAt === undefined ? null : deadline;
  const lateFrom = isUndone ? trace.lateFrom : (again?.lateFrom ?? null);
  const expectation = expectationOf(fold, run, step.index, view, trace, isDone, lateFrom);
  const isInOrder = isDone
    ? entries.every(({ outOfOrder, index }) => outOfOrder === undefined || trace.early.includes(index))
    : null;
  const isByWhomItShould = isDone ? entries.every((entry) => isByRole(run, entry)) : null;
  const missing = missingOf(fold, run, step, view);
  const isApproved = isDone ? approval(fold, view, trace, missing) : null;
  const isLateNow = lateFrom !== null && lateFrom < fold.now;
  const isInTime = isDone ? late === null && !isLateNow : isLateNow ? false : null;
  return {
    runId: run.runId,
    step: view.id,
    title: view.title,
    expectation,
    weight: weightOf(definition),
    times: entries.length,
    isInOrder,
    isInTime,
    isByWhomItShould,
    isApproved,
    isAnsweredLate: trace.lateAnswers.length > 0,
    isMet:
      isDone &&
      isInOrder !== false &&
      isInTime !== false &&
      isByWhomItShould !== false &&
      isApproved !== false,
    possibleAt: trace.possibleAt,
    doneAt: firstDone(fold, view),
    origin: deadline?.origin ?? null,
    lateBy: late,
    lateFrom,
    lateAfter: again === null ? null : lastAct(fold, view),
    occasions,
    missingRequirements: missing,
  };
}

function expectationOf(
  fold: CaseFold,
  run: RunFold,
  step: number,
  { state }: StepView,
  trace: StepTrace,
  isDone: boolean,
  lateFrom: number | null,
): Expectation {
  if (isDone) return 'expected';
  if (state === 'waived') return trace.isWaivedLate ? 'expected' : 'waived';
  const isReopened = run.reopened.marksOf(step) >= 0;
  if (trace.passedOver >= 0 && !isReopened && state !== 'waiting') return 'expected';
  if (state === 'not-applicable') return 'not-applicable';
  if (state === 'waiting') return 'unknown';
  if (state === 'awaiting-approval' && stateBeforeDoing(fold, run, step) === 'waiting') return 'unknown';
  return lateFrom !== null && lateFrom < fold.now ? 'expected' : 'open';
}

/** Whether a second person agreed in time where one must; `null` where none must. */
function approval(
  fold: CaseFold,
  view: StepView,
  trace: StepTrace,
  missing: StepConformance['missingRequirements'],
): boolean | null {
  if (trace.lateAnswers.length > 0) return false;
  if (missing.some(({ from }) => from < fold.now)) return false;
  if (missing.length > 0) return null;
  const asked = view.entryIds.some(
    (id) => (fold.entryStatusOf(fold.indexOf(id))?.approval ?? 'none') !== 'none',
  );
  return asked ? true : null;
}

/** What a second person, or the words of a decision, still owe to what is in effect, each with when that is too long. */
function missingOf(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  view: StepView,
): StepConformance['missingRequirements'] {
  const { toApprove, approvalDeadline: answer, missingWords = [] } = view;
  const last = run.last[step.index] ?? -1;
  const words = missingWords.length > 0 ? approvalDeadline(fold, run, step, last) : null;
  const entryId = fold.entries[last]?.id ?? null;
  return [
    ...(toApprove !== null && answer && answer.lateFrom !== null
      ? [{ kind: 'unapproved' as const, from: answer.lateFrom, entryId: toApprove }]
      : []),
    ...(words && words.lateFrom !== null
      ? [{ kind: 'unweighed' as const, from: words.lateFrom, entryId }]
      : []),
  ];
}

/** Whether everybody whose act it was has a role that the step names, in the version followed then. */
function isByRole(run: RunFold, { entry, index }: Completion): boolean {
  const by = run.stepAt(index, entry.step)?.definition.by ?? [];
  return entry.by.length > 0 && entry.by.every(({ role }) => by.includes(role));
}

interface Completion {
  readonly entry: StepCompleted;
  readonly index: number;
  readonly outOfOrder: string | undefined;
}

function completionOf(fold: CaseFold, id: string): readonly Completion[] {
  const index = fold.indexOf(id);
  const entry = fold.entries[index];
  return entry?.kind === 'step-completed' && entry.confirms === undefined
    ? [{ entry, index, outOfOrder: entry.outOfOrder }]
    : [];
}

/** The entry after which a duty is due again: the latest by when it happened. */
function lastAct(fold: CaseFold, view: StepView): string | null {
  const acts = actsOf(fold, view);
  return fold.entries[acts.at(-1)?.entry ?? -1]?.id ?? null;
}

function firstDone(fold: CaseFold, { entryIds }: StepView): number | null {
  for (const id of entryIds) {
    const index = fold.indexOf(id);
    const entry = fold.entries[index];
    if (!entry || fold.entryStatusOf(index)?.inEffect === null) continue;
    return (fold.entryStatusOf(index)?.inEffect ?? entry).occurredAt.from;
  }
  return null;
}
