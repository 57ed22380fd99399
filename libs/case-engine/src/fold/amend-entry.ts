import { isBottom, needAgain } from '../decide/approval-needed';
import type { CaseFold } from './case-fold';
import type { EntryAmended, FactsRecorded, StepCompleted } from '../journal/journal-entry';
import { dependenciesOf } from '../compile/dependencies';
import type { CompiledStep } from '../compile/protocol-set';
import { raiseFlags } from '../decide/checks/raise-flags';
import { rebuildFacts } from '../facts/rebuild-facts';
import type { RunFold } from './run-fold';
import { saidAsCorrected } from '../journal/said-as-corrected';
import type { Said, Standing } from '../journal/standing';
import { standingOf } from '../facts/standing';

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
  const standing = standingOf(fold, target, { values, occurredAt, reasons: [], evidence: {} });
  standing.said = saidAsCorrected(standing.said, amendment, null);
  standing.inEffect = standing.said;
  standing.amendments = [...standing.amendments, amendment];
}

function amendStep(fold: CaseFold, target: number, entry: StepCompleted, amendment: EntryAmended): void {
  const run = fold.findRun(entry.runId);
  const told = run?.stepAt(target, entry.step);
  if (!run || !told) return;
  const step = run.protocol.steps[run.indexOf(entry.step)];
  const standing = standingOf(fold, target, entry);
  const before = standing.said;
  standing.said = saidAsCorrected(before, amendment, (step ?? told).decides?.id ?? null);
  standing.amendments = [...standing.amendments, amendment];
  if (!step) {
    // The step is gone with its version: nobody is asked to agree, what it told is right all the same.
    if (standing.approval === 'none') standing.inEffect = standing.said;
    return;
  }
  // What was sent back before it ever took effect stays out, corrected or not.
  if (standing.approval === 'returned' && standing.inEffect === null) return;
  requireAgain(fold, run, step, standing, before, target);
  fold.flagged = fold.flagged.filter((it) => it.entry !== target);
  raiseFlags(fold, run, step, standing.said, target);
}

/** Decides anew whether the corrected entry needs a second person; who agreed to the old words did not agree to these. */
function requireAgain(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  standing: Standing,
  before: Said,
  target: number,
): void {
  const { decides } = step;
  const need = needAgain(fold, run, step, standing, before, standing.said);
  standing.approval = need === 'none' ? 'none' : 'due';
  standing.waits = need === 'before';
  if (need === 'none') run.removePending(step.index, target);
  else run.addPending(step.index, target);
  if (standing.waits) {
    // While a lower decision waits, the old one rules, but for the bottom value, which never rules unagreed. Elsewhere
    // nothing does: what was said was wrong.
    const { inEffect } = standing;
    const rules = decides !== null && inEffect !== null && !isBottom(decides, inEffect.values);
    if (!rules) standing.inEffect = null;
    return;
  }
  standing.inEffect = standing.said;
  if (need === 'none') standing.agreed = { said: standing.said, approval: 'none' };
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

/** Steps for which the corrected act counted: somebody looks whether it still does. */
function markPointers(fold: CaseFold, entryId: string, index: number): void {
  for (const entry of fold.entries) {
    if (entry.kind !== 'step-completed' || entry.sameAs !== entryId) continue;
    const run = fold.findRun(entry.runId);
    const step = run?.indexOf(entry.step) ?? -1;
    if (run && step >= 0 && fold.entries[run.last[step] ?? -1] === entry) run.toConfirm.set(step, index);
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
