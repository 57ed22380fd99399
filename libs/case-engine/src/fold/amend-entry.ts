import { isBottom, needAgain } from '../decide/approval-needed';
import type { CaseFold } from './case-fold';
import type { EntryAmended, FactsRecorded, StepCompleted } from '../journal/journal-entry';
import { dependenciesOf } from '../compile/dependencies';
import type { CompiledStep } from '../compile/protocol-set';
import { raiseFlags } from '../decide/checks/raise-flags';
import { rebuildFacts } from '../facts/rebuild-facts';
import type { RunFold } from './run-fold';
import { saidAsCorrected } from '../journal/said-as-corrected';
import type { StatedContent, EntryStatus } from '../journal/entry-status';
import { entryStatusOf } from '../facts/entry-status';

/**
 * Folds a correction: from here on what it says stands in the place of what was said, an approval of that is void, and steps
 * done since that stood on what was wrong are to be confirmed.
 */
export function amendEntry(fold: CaseFold, amendment: EntryAmended, index: number): void {
  const target = fold.indexOf(amendment.entryId);
  const entry = fold.entries[target];
  if (entry?.kind === 'facts-recorded') amendFacts(fold, target, entry, amendment);
  else if (entry?.kind === 'step-completed') amendStep(fold, target, entry, amendment);
  else return;
  markToConfirm(fold, amendment, target, index);
  markPointers(fold, amendment.entryId, index);
  rebuildFacts(fold);
}

function amendFacts(fold: CaseFold, target: number, entry: FactsRecorded, amendment: EntryAmended): void {
  const { values, occurredAt } = entry;
  const status = entryStatusOf(fold, target, { values, occurredAt, reasons: [], evidence: {} });
  status.said = saidAsCorrected(status.said, amendment, null);
  status.inEffect = status.said;
  status.amendments = [...status.amendments, amendment];
}

function amendStep(fold: CaseFold, target: number, entry: StepCompleted, amendment: EntryAmended): void {
  const run = fold.findRun(entry.runId);
  const told = run?.stepAt(target, entry.step);
  if (!run || !told) return;
  const step = run.protocol.steps[run.indexOf(entry.step)];
  const status = entryStatusOf(fold, target, entry);
  const before = status.said;
  status.said = saidAsCorrected(before, amendment, (step ?? told).decides?.id ?? null);
  status.amendments = [...status.amendments, amendment];
  if (!step) {
    // The step is gone with its version: nobody is asked to agree, what it told is right all the same.
    if (status.approval === 'none') status.inEffect = status.said;
    return;
  }
  // What was sent back before it ever took effect stays out, corrected or not.
  if (status.approval === 'returned' && status.inEffect === null) return;
  requireAgain(fold, run, step, status, before, target);
  fold.flagged = fold.flagged.filter((it) => it.entry !== target);
  raiseFlags(fold, run, step, status.said, target);
}

/** Decides anew whether the corrected entry needs a second person; who agreed to the old words did not agree to these. */
function requireAgain(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  status: EntryStatus,
  before: StatedContent,
  target: number,
): void {
  const { decides } = step;
  const need = needAgain(fold, run, step, status, before, status.said);
  status.approval = need === 'none' ? 'none' : 'due';
  status.waits = need === 'before';
  if (need === 'none') run.removePending(step.index, target);
  else run.addPending(step.index, target);
  if (status.waits) {
    // While a lower decision waits, the old one rules, but for the bottom value, which never rules unagreed. Elsewhere
    // nothing does: what was said was wrong.
    const { inEffect } = status;
    const rules = decides !== null && inEffect !== null && !isBottom(decides, inEffect.values);
    if (!rules) status.inEffect = null;
    return;
  }
  status.inEffect = status.said;
  if (need === 'none') status.agreed = { said: status.said, approval: 'none' };
}

/** Steps done since the entry, in any run, whose conditions read what was corrected. */
function markToConfirm(fold: CaseFold, amendment: EntryAmended, target: number, index: number): void {
  const keys = correctedKeys(fold, amendment, target);
  if (keys.size === 0) return;
  for (const run of fold.runs) {
    for (const step of run.protocol.steps) {
      if ((run.last[step.index] ?? -1) <= target) continue;
      const { stoodOn } = dependenciesOf(fold.set, run.protocol, step);
      if ([...keys].some((key) => stoodOn.has(key))) run.toConfirm.setMark(step.index, index);
    }
  }
}

/** Steps for which the corrected act counted: somebody looks whether it still does. */
function markPointers(fold: CaseFold, entryId: string, index: number): void {
  for (const entry of fold.entries) {
    if (entry.kind !== 'step-completed' || entry.sameAs !== entryId) continue;
    const run = fold.findRun(entry.runId);
    const step = run?.indexOf(entry.step) ?? -1;
    if (run && step >= 0 && fold.entries[run.last[step] ?? -1] === entry) run.toConfirm.setMark(step, index);
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
  if ((amendment.row || amendment.closes !== undefined) && run && entry?.kind === 'step-completed') {
    const list = run.stepAt(target, entry.step)?.list;
    if (list) keys.add(list.key);
  }
  return keys;
}
