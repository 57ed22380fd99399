import { reasonsIn } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { CompiledStep } from '../compile/protocol-set';
import type { Marks, RunFold } from '../fold/run-fold';
import { waitingStatusOf } from '../facts/entry-status';

/**
 * Hands on what is remembered of each step to the step of the same id; what belongs to a step that is gone is put aside, in
 * case the run goes back.
 */
export function carryMarks(fold: CaseFold, from: RunFold, to: RunFold): void {
  const marks = new Map(from.shelved ?? []);
  const shelved = new Map<string, Marks>();
  for (const step of from.protocol.steps) marks.set(step.id, from.marksOf(step.index));
  for (const [id, mark] of marks) {
    const step = to.protocol.steps[to.indexOf(id)];
    if (!step) shelved.set(id, mark);
    else carryTo(fold, from, to, step, mark);
  }
  if (shelved.size > 0) to.shelved = shelved;
}

function carryTo(fold: CaseFold, from: RunFold, to: RunFold, step: CompiledStep, mark: Marks): void {
  const { index } = step;
  to.toConfirm.setMark(index, mark.toConfirm);
  to.reopened.setMark(index, mark.reopened);
  // A period that counts from another step now has another start.
  const before = from.protocol.steps[from.indexOf(step.id)];
  if (before?.definition.due?.from === step.definition.due?.from) {
    to.startedBy.setMark(index, mark.startedBy);
    to.cameLate.setMark(index, mark.cameLate);
    if (mark.knownDate !== undefined) to.knownDates.setNote(index, mark.knownDate);
    if (mark.leftBy !== undefined) to.leftBy.setNote(index, mark.leftBy);
  }
  to.appliedBy.setMark(index, mark.appliedBy);
  const isWaiver = (entry: number): boolean => fold.entries[entry]?.kind === 'step-waived';
  for (const entry of mark.pending) if (!isWaiver(entry)) to.addPending(index, entry);
  for (const entry of [mark.waived, ...mark.pending.filter(isWaiver)]) carryWaiver(fold, to, step, entry);
}

/** A waiver stands if this version would take it: its reason is on the list, and a second person agreed if one must. */
function carryWaiver(fold: CaseFold, run: RunFold, step: CompiledStep, index: number): void {
  const entry = fold.entries[index];
  const { waivable, waiverReasons } = step.definition;
  if (entry?.kind !== 'step-waived' || waivable === 'never') return;
  const reasons = reasonsIn(run.protocol.document, fold.set.shared, waiverReasons);
  if (!Object.hasOwn(reasons, entry.reason)) return;
  const isAgreed = fold.entryStatusOf(index)?.approval === 'given';
  if (waivable === 'with-reason' || isAgreed) run.waived.setMark(step.index, index);
  else {
    const { occurredAt } = entry;
    waitingStatusOf(fold, index, { values: {}, occurredAt, reasons: [], evidence: {} });
    run.addPending(step.index, index);
  }
}
