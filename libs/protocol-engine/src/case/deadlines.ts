import { dueTime, laterTime } from './due-times';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import { occurrenceOf } from './standing';
import type { DeadlineView, StepState } from './contract';
import { startOf } from './deadline-start';
import type { CompiledDeadline, CompiledStep } from './protocol-set';
import { absenceOver } from './absences';
import { afterAbsences } from './after-absences';
import { stateBeforeDoing, testIn } from './step-state';
import type { Within } from '../time/contract';
import type { Due } from '../time/due-at';

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
  const from = startOf(fold, run, due.start, run.startedBy.of(step.index));
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
  const end = from === null ? null : endOf(fold, step, from, within, metAt);
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
 * The second person's deadline on an entry that is already in effect: 24 hours after it (TOOL, domain §3.11), for the
 * approval as for the best interests and the child's view. `null` if nothing of that is open.
 */
export function approvalDeadline(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  entry: number,
): DeadlineView | null {
  if (entry < 0 || fold.standingOf(entry)?.waits === true) return null;
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
  return pending.find((it) => fold.standingOf(it)?.waits === true) ?? pending[0] ?? -1;
}
