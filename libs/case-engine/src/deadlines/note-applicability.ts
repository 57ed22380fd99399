import type { CaseFold } from '../fold/case-fold';
import { dueTime } from './due-times';
import type { EntryAmended, EntryApproved, EntryReturned, JournalEntry } from '../journal/journal-entry';
import type { CompiledStep } from '../compile/protocol-set';
import { DOES_NOT_APPLY, type RunFold } from '../fold/run-fold';
import { startOf } from './deadline-start';
import { occurrenceOf } from '../facts/entry-status';
import { isInEffect, stepApplies } from '../steps/step-state';

/**
 * Notes, after an entry, which steps it made apply and which dates had already passed when it brought them. A date that ran
 * out while we knew of it gets no mark, whatever is recorded afterwards: recording late gives no more time. Nor does a slip
 * that made the step not apply, once it is corrected: the step has its first date again.
 */
export function noteApplicability(fold: CaseFold, entry: number): void {
  for (const run of fold.runs)
    for (const step of run.protocol.watched)
      if (!isInEffect(run, step.index)) noteStep(fold, run, step, entry);
}

function noteStep(fold: CaseFold, run: RunFold, step: CompiledStep, entry: number): void {
  const { index } = step;
  const applies = stepApplies(fold, run, step);
  if (applies === false) {
    run.leaveStep(index, entry);
    return;
  }
  const left = run.leftBy.getNote(index);
  if (left !== undefined) run.comeBack(index, undoes(fold, entry, left.entry));
  if (applies === true && run.appliedBy.marksOf(index) < 0) run.appliedBy.setMark(index, entry);
  const lateFrom = plainLateFrom(fold, run, step);
  const before = run.knownDates.getNote(index);
  if (lateFrom === before || lateFrom === null) return;
  run.knownDates.setNote(index, lateFrom);
  if (lateFrom >= fold.now) run.cameLate.setMark(index, -1);
  else if (before === DOES_NOT_APPLY || (!countsFromOurs(run, step) && (before ?? Infinity) >= fold.now))
    run.cameLate.setMark(index, entry);
}

/** Whether the entry says that an earlier one was wrong: a step that this one took away was owed all the while. */
function undoes(fold: CaseFold, entry: number, earlier: number): boolean {
  const [later, wrong] = [fold.entries[entry], fold.entries[earlier]];
  if (!later || !wrong || !answersAnother(later) || later.entryId !== saidBy(wrong)) return false;
  if (later.kind !== 'entry-approved') return true;
  // Who agrees says that nothing was wrong, unless what they agree to is a correction.
  const amendments = fold.entryStatusOf(fold.indexOf(later.entryId))?.amendments ?? [];
  return amendments.some(({ seq }) => seq >= wrong.seq);
}

/** Id of the entry whose words these are: its own, or those that it corrects, agrees to or sends back. */
const saidBy = (entry: JournalEntry): string => (answersAnother(entry) ? entry.entryId : entry.id);

const answersAnother = (entry: JournalEntry): entry is EntryAmended | EntryApproved | EntryReturned =>
  entry.kind === 'entry-amended' || entry.kind === 'entry-approved' || entry.kind === 'entry-returned';

/** Whether the period starts with a step of ours: done late, or recorded late, it is as late as that. */
export function countsFromOurs(run: RunFold, { due }: CompiledStep): boolean {
  if (due?.start.kind !== 'step') return false;
  return run.protocol.steps[due.start.step]?.definition.kind !== 'recorded-act';
}

/** From when on it is late by its start alone, wherever we were then. */
function plainLateFrom(fold: CaseFold, run: RunFold, step: CompiledStep): number | null {
  const from = startOfStep(fold, run, step);
  return from === null || step.due === null ? null : dueTime(from, step.due.within, fold.territory).lateFrom;
}

/**
 * When the period of the step's deadline starts, epoch ms; `null` while that has no date. *At once* counts from when the step
 * applies, if that came later than its start or without it: nobody can act on what is not known yet.
 */
export function startOfStep(fold: CaseFold, run: RunFold, step: CompiledStep): number | null {
  if (step.due === null) return null;
  const start = startOf(fold, run, step.due.start, run.startedBy.marksOf(step.index));
  const applied = run.appliedBy.marksOf(step.index);
  if (step.due.within.unit !== 'at-once' || applied < 0) return start;
  // What applies unless something is known was brought about by nothing: it has its start alone.
  if (start === null && step.when === null) return null;
  return Math.max(start ?? -Infinity, occurrenceOf(fold, applied).from);
}
