import { occurrenceAt } from '../time/occurrence';
import type { CaseFold, RunFold } from './case-fold';
import { mayEnter } from './check-participants';
import { checkRequirements } from './check-requirements';
import { checkOne, checkWords } from './check-sent';
import type { Command, DecideContext, EntryAmended, Reason, StepCompleted } from './contract';
import type { CompiledStep } from './protocol-set';
import { refusal } from './reason';

type Amendment = Extract<Command, { kind: 'amend' }>;

/** The correction of an earlier entry, or why not: its values must be as good as new ones, and come with their reason. */
export function decideAmendment(
  fold: CaseFold,
  command: Amendment,
  context: DecideContext,
): EntryAmended | readonly Reason[] {
  const { actor, now, newId } = context;
  const reasons: Reason[] = [];
  const index = fold.indexOf(command.entryId);
  const entry = fold.entries[index];
  if (entry?.kind !== 'step-completed' && entry?.kind !== 'facts-recorded') {
    return [refusal('no-such-entry', { field: 'entryId' })];
  }
  const run = entry.kind === 'step-completed' ? fold.findRun(entry.runId) : undefined;
  const step = run?.protocol.steps[run.indexOf(entry.kind === 'step-completed' ? entry.step : '')];
  if (entry.kind === 'step-completed' && run && step) {
    checkStepAmendment(fold, run, step, entry, index, command, context, reasons);
  } else if (entry.kind === 'facts-recorded') {
    if (command.row !== undefined) reasons.push(refusal('no-row-here', { field: 'row' }));
    for (const [id, raw] of Object.entries(command.values)) {
      const fact = fold.set.sharedFactOf.get(id);
      if (!fact || !(id in entry.values)) reasons.push(refusal('unknown-field', { field: `values.${id}` }));
      else checkOne(fold, fact, raw, 'values', reasons);
    }
  }
  const isEmpty = Object.keys(command.values).length === 0 && command.row === undefined;
  if (isEmpty && command.occurredInstead === undefined)
    reasons.push(refusal('nothing-amended', { field: 'values' }));
  if (command.occurredInstead && command.occurredInstead.from > now) {
    reasons.push(refusal('in-future', { field: 'occurredInstead' }));
  }
  checkWords(command.why, 'why', reasons);
  const about = { runId: run?.runId ?? '', step: step?.id ?? '' };
  if (reasons.length > 0) return reasons.map((it) => ({ ...(step && about), ...it }));
  return {
    kind: 'entry-amended',
    id: newId(),
    seq: (fold.entries.at(-1)?.seq ?? 0) + 1,
    occurredAt: occurrenceAt(now),
    recordedAt: now,
    enteredBy: actor.id,
    ...about,
    entryId: command.entryId,
    values: command.values,
    why: command.why,
    ...(command.row && { row: command.row }),
    ...(command.occurredInstead && { occurredInstead: command.occurredInstead }),
  };
}

function checkStepAmendment(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  entry: StepCompleted,
  index: number,
  command: Amendment,
  { actor }: DecideContext,
  reasons: Reason[],
): void {
  if (!mayEnter(step, actor)) reasons.push(refusal('not-yours-to-enter'));
  for (const [id, raw] of Object.entries(command.values)) {
    const fact = step.fields.get(id);
    if (!fact) reasons.push(refusal('unknown-field', { field: `values.${id}` }));
    else checkOne(fold, fact, raw, 'values', reasons);
  }
  const standing = fold.standingOf(index);
  const row = standing?.row ?? entry.row;
  if (command.row !== undefined) {
    if (row?.id !== command.row.id) reasons.push(refusal('no-such-row', { field: 'row.id' }));
    for (const [id, raw] of Object.entries(command.row.values)) {
      const field = step.rowFields.get(id);
      if (!field) reasons.push(refusal('unknown-field', { field: `row.${id}` }));
      else checkOne(fold, field, raw, 'row', reasons);
    }
  }
  const { decides } = step;
  if (decides && decides.id in command.values && typeof command.values[decides.id] !== 'string') {
    reasons.push(refusal('missing-decision', { field: `values.${decides.id}` }));
  }
  // A correction must not open a door that the step itself would have kept shut.
  if (reasons.length > 0 || step.definition.kind === 'recorded-act') return;
  const sent = {
    values: { ...(standing?.values ?? entry.values), ...command.values },
    row: command.row ? { id: command.row.id, values: { ...row?.values, ...command.row.values } } : row,
  };
  checkRequirements(fold, run, step, sent, reasons);
}
