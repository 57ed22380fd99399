import { dueTime, laterTime } from './due-times';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { occurrenceOf } from '../facts/entry-status';
import type { DeadlineView } from '../journal/engine-types';
import type { StepState } from '@repere/protocol';
import { countsFromOurs, startOfStep } from './note-applicability';
import type { CompiledDeadline, CompiledStep } from '../compile/protocol-set';
import { absenceOver } from '../steps/absences';
import { afterAbsences } from '../steps/after-absences';
import { stateBeforeDoing, testIn } from '../steps/step-state';
import type { Due, Within } from '@repere/feel';

const DAY = 86_400_000;

/**
 * The deadline of the step itself, met by the first of its completions in effect (`done`, entries); `null` if it has none,
 * while it does not (or may not) apply, and while it needs a child who is not there. A duty that comes again has, once done,
 * the next: so long after it was last done, for as long as its step applies.
 */
export function stepDeadline(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  state: StepState,
  done: readonly number[],
): DeadlineView | null {
  const { due } = step;
  if (due === null || state === 'not-applicable' || state === 'waived') return null;
  const lastDoneAt = due.every === null ? null : latestOf(fold, done);
  const again = lastDoneAt === null ? null : nextWithin(fold, run, step, due);
  const isOpen = done.length === 0 || again !== null;
  if (isOpen && absenceOver(fold, step) !== null) return null;
  if (lastDoneAt !== null && again !== null)
    return { ...deadlineView(fold, run, step, due, lastDoneAt, again, null), lastDoneAt };
  const first = done[0];
  const metAt = first === undefined ? null : occurrenceOf(fold, first).from;
  const from = startOfStep(fold, run, step);
  return deadlineView(fold, run, step, due, from, due.within, metAt);
}

function deadlineView(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  due: CompiledDeadline,
  from: number | null,
  within: Within,
  metAt: number | null,
): DeadlineView {
  const { definition } = due;
  const plain = from === null ? null : endOf(fold, step, from, within, metAt);
  const end = plain && within === due.within ? notBeforeUs(fold, run, step, plain) : plain;
  const isWindow = definition.origin === 'MEDICAL' && within.unit !== 'at-once';
  const isClosed = isWindow && plain !== null && plain.dueAt < fold.now;
  const { tooLate } = step.definition;
  return {
    id: `${run.runId}/${step.id}`,
    runId: run.runId,
    step: step.id,
    of: 'step',
    origin: definition.origin,
    owner: definition.owner,
    basis: definition.basis,
    from,
    dueAt: end?.dueAt ?? null,
    lateFrom: end?.lateFrom ?? null,
    atOnce: within.unit === 'at-once',
    ...(end !== plain && plain && { passedBefore: plain.dueAt }),
    ...(isClosed && { closedAt: plain.dueAt, ...(tooLate && { remains: tooLate }) }),
    metAt,
    reminders: end
      ? due.late.map((it) => ({
          at: laterTime(end.dueAt, it.after, fold.territory),
          ...(it.do && { do: it.do }),
          ...(it.tell && { tell: it.tell }),
        }))
      : [],
  };
}

/** When a period ends; of a step that needs the child, the times when the child was not there are nobody's delay. */
export function endOf(
  fold: CaseFold,
  { definition: { needs, due } }: CompiledStep,
  from: number,
  within: Within,
  metAt: number | null,
): Due {
  const end = dueTime(from, within, fold.territory);
  if (needs === undefined || due === undefined) return end;
  return afterAbsences(end, { from, within, origin: due.origin, metAt }, fold);
}

/** The period in which the duty comes again; `null` once its step does not apply for sure. */
export function nextWithin(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  { every }: CompiledDeadline,
): Within | null {
  if (every === null || stateBeforeDoing(fold, run, step.index) === 'not-applicable') return null;
  const line = every.find(({ when }) => when === null || testIn(fold, run, step.index, when) === true);
  return line?.within ?? null;
}

/** When the latest of these entries happened, whatever the order in which they were recorded; `null`: there is none. */
function latestOf(fold: CaseFold, done: readonly number[]): number | null {
  let latest: number | null = null;
  for (const entry of done) {
    const { from } = occurrenceOf(fold, entry);
    if (latest === null || from > latest) latest = from;
  }
  return latest;
}

/**
 * A date of ours that had passed before the case, or what it counts from, reached us is due at the end of that day; *at once*
 * keeps its 24 hours. Our own earlier step that was not done, or was recorded late, gives no more time.
 */
function notBeforeUs(fold: CaseFold, run: RunFold, step: CompiledStep, plain: Due): Due {
  if (step.due === null || step.due.definition.owner !== 'ours') return plain;
  const reached = reachedUs(fold, run, step, step.due);
  if (plain.lateFrom >= reached) return plain;
  const { dueAt } = dueTime(reached, END_OF_DAY, fold.territory);
  const isAtOnce = step.due.within.unit === 'at-once';
  return { dueAt, lateFrom: isAtOnce ? Math.max(dueAt, reached + DAY) : dueAt };
}

const END_OF_DAY = { unit: 'end-of-day' } as const;

/** When we could first act on it, epoch ms: the run was opened, what another did was recorded, or a late entry brought it. */
function reachedUs(fold: CaseFold, run: RunFold, step: CompiledStep, due: CompiledDeadline): number {
  const recordedAt = (entry: number): number => fold.entries[entry]?.recordedAt ?? -Infinity;
  const { start } = due;
  const since = run.startedBy.marksOf(step.index);
  return Math.max(
    recordedAt(run.opened),
    recordedAt(run.cameLate.marksOf(step.index)),
    start.kind === 'step' && !countsFromOurs(run, step)
      ? recordedAt(since >= 0 ? since : (run.last[start.step] ?? -1))
      : -Infinity,
  );
}

/**
 * The second person's deadline on an entry that is already in effect: 24 hours after it (TOOL, domain §3.11), for the
 * approval as for the best interests and the child's view. `null` if nothing of that is open.
 */
export function approvalDeadline(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  entry: number,
): DeadlineView | null {
  if (entry < 0 || fold.entryStatusOf(entry)?.waits === true) return null;
  const { from } = occurrenceOf(fold, entry);
  return {
    id: `${run.runId}/${step.id}/approval`,
    runId: run.runId,
    step: step.id,
    of: 'approval',
    origin: 'TOOL',
    owner: 'ours',
    basis: ['G03', '3.11'],
    from,
    dueAt: from + DAY,
    lateFrom: from + DAY,
    atOnce: false,
    metAt: null,
    reminders: [],
  };
}

/** The entry of the step that a second person should look at: one that waits before one in effect, the oldest first. */
export function entryToApprove(fold: CaseFold, run: RunFold, step: number): number {
  const pending = run.pendingOf(step);
  if (pending === null) return -1;
  return pending.find((it) => fold.entryStatusOf(it)?.waits === true) ?? pending[0] ?? -1;
}
