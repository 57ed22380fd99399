import { dueTime, laterTime } from './due-times';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import { occurrenceOf } from './standing';
import type { DeadlineView, StepState } from './contract';
import { startOf } from './deadline-start';
import type { CompiledStep } from './protocol-set';

const DAY = 86_400_000;

/** The deadline of the step itself, met by its `first` completion in effect; `null` if it has none, or while it does not (or may not) apply. */
export function stepDeadline(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  state: StepState,
  first: number,
): DeadlineView | null {
  const { due } = step;
  if (due === null || state === 'not-applicable' || state === 'waived') return null;
  const from = startOf(fold, run, due.start, run.startedBy.of(step.index));
  const { definition } = due;
  const end = from === null ? null : dueTime(from, due.within, fold.territory);
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
    atOnce: due.within.unit === 'at-once',
    metAt: first < 0 ? null : occurrenceOf(fold, first).from,
    reminders: end
      ? due.late.map((it) => ({
          at: laterTime(end.dueAt, it.after, fold.territory),
          ...(it.do && { do: it.do }),
          ...(it.tell && { tell: it.tell }),
        }))
      : [],
  };
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
