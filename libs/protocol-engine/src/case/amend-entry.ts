import type { ChecklistAnswers, FactValue, FactValues } from '../value';
import { approvalNeeded } from './approval-needed';
import type { CaseFold, RunFold, Standing } from './case-fold';
import type { EntryAmended, StepCompleted } from './contract';
import { dependenciesOf } from './dependencies';
import type { CompiledStep } from './protocol-set';
import { raiseFlags } from './raise-flags';
import { rebuildFacts } from './rebuild-facts';
import { standingOf } from './standing';

/**
 * Folds a correction: from here on the corrected values stand in the place of the earlier ones, an approval of those is
 * void, and steps done since that stood on what was wrong are to be confirmed.
 */
export function amendEntry(fold: CaseFold, amendment: EntryAmended, index: number): void {
  const target = fold.indexOf(amendment.entryId);
  const entry = fold.entries[target];
  if (entry?.kind === 'facts-recorded') amendFacts(fold, target, amendment);
  else if (entry?.kind === 'step-completed') amendStep(fold, target, entry, amendment);
  else return;
  markToConfirm(fold, amendment, target, index);
  rebuildFacts(fold);
}

function amendFacts(fold: CaseFold, target: number, amendment: EntryAmended): void {
  const entry = fold.entries[target];
  if (entry?.kind !== 'facts-recorded') return;
  const known = fold.standingOf(target);
  const values = merged(known?.values ?? entry.values, amendment.values);
  fold.setStanding(target, {
    values,
    row: undefined,
    occurredAt: amendment.occurredInstead ?? known?.occurredAt ?? entry.occurredAt,
    inEffect: values,
    rowInEffect: undefined,
    approval: 'none',
    waits: false,
    agreed: null,
    approvedBy: -1,
    amendments: [...(known?.amendments ?? []), amendment],
  });
}

function amendStep(fold: CaseFold, target: number, entry: StepCompleted, amendment: EntryAmended): void {
  const run = fold.findRun(entry.runId);
  const step = run?.protocol.steps[run.indexOf(entry.step)];
  if (!run || !step) return;
  const standing = standingOf(fold, target, entry);
  const before = standing.values;
  standing.values = merged(before, amendment.values);
  standing.row = mergedRow(standing.row, amendment.row);
  standing.occurredAt = amendment.occurredInstead ?? standing.occurredAt;
  standing.amendments = [...(standing.amendments ?? []), amendment];
  // What was sent back before it ever took effect stays out, corrected or not.
  if (standing.approval === 'returned' && standing.inEffect === null) return;
  requireAgain(fold, run, step, standing, before, target);
  fold.flagged = fold.flagged.filter((it) => it.entry !== target);
  raiseFlags(fold, run, step, standing, target);
}

/** Decides anew whether the corrected entry needs a second person; who agreed to the old values did not agree to these. */
function requireAgain(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  standing: Standing,
  before: FactValues,
  target: number,
): void {
  const { decides } = step;
  const isSameDecision = decides !== null && before[decides.id] === standing.values[decides.id];
  const need =
    isSameDecision && standing.waits
      ? 'before'
      : isSameDecision && standing.approval !== 'none'
        ? 'at-once'
        : approvalNeeded(fold, run, step, standing);
  standing.approvedBy = -1;
  standing.approval = need === 'none' ? 'none' : 'due';
  standing.waits = need === 'before';
  if (need === 'none') run.removePending(step.index, target);
  else run.addPending(step.index, target);
  if (standing.waits) {
    // While a lower decision waits, the old one rules. Elsewhere nothing does: the old value was wrong.
    if (decides !== null && standing.inEffect !== null) return;
    standing.inEffect = null;
    standing.rowInEffect = undefined;
    return;
  }
  standing.inEffect = standing.values;
  standing.rowInEffect = standing.row;
  if (need === 'none') standing.agreed = { values: standing.values, row: standing.row };
}

/** Steps done since the entry, in any run, whose conditions read what was corrected. */
function markToConfirm(fold: CaseFold, amendment: EntryAmended, target: number, index: number): void {
  const keys = correctedKeys(fold, amendment, target);
  if (keys.size === 0) return;
  for (const run of fold.runs) {
    for (const step of run.protocol.steps) {
      if ((run.last[step.index] ?? -1) <= target) continue;
      const { stoodOn } = dependenciesOf(fold.set, run.protocol, step);
      if ([...keys].some((key) => stoodOn.has(key))) run.toConfirm.set(step.index, index);
    }
  }
}

function correctedKeys(fold: CaseFold, amendment: EntryAmended, target: number): Set<string> {
  const entry = fold.entries[target];
  const runId =
    entry?.kind === 'step-completed' || entry?.kind === 'facts-recorded' ? entry.runId : undefined;
  const run = runId === undefined ? undefined : fold.findRun(runId);
  const factOf = run?.protocol.factOf ?? fold.set.sharedFactOf;
  const keys = new Set<string>();
  for (const id of Object.keys(amendment.values)) {
    const fact = factOf.get(id);
    if (fact) keys.add(fact.key);
  }
  if (amendment.row && run && entry?.kind === 'step-completed') {
    const step = run.protocol.steps[run.indexOf(entry.step)];
    if (step?.list) keys.add(step.list.key);
  }
  return keys;
}

function merged(before: FactValues, corrected: FactValues): FactValues {
  const values: Record<string, FactValue> = { ...before };
  for (const [id, value] of Object.entries(corrected)) {
    const old = values[id];
    values[id] = isItems(old) && isItems(value) ? { ...old, ...value } : value;
  }
  return values;
}

function mergedRow(before: StepCompleted['row'], corrected: EntryAmended['row']): StepCompleted['row'] {
  if (corrected === undefined) return before;
  return { id: corrected.id, values: merged(before?.values ?? {}, corrected.values) };
}

/** Answers of a checklist: a correction names only the items that were wrong. */
function isItems(value: FactValue | undefined): value is ChecklistAnswers {
  return typeof value === 'object' && !Array.isArray(value) && !('answer' in value);
}
