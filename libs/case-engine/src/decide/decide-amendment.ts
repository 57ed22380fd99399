import { checkWhen } from './checks/check-when';
import { isSameQuestion } from '../facts/carried-answer';
import { needAgain } from './approval-needed';
import type { CaseFold } from '../fold/case-fold';
import { checkCorrectedDecision, checkLowered } from './checks/check-decision';
import { checkEvidence } from './checks/check-evidence';
import { checkFreeWords } from './checks/check-free-words';
import { mayEnter } from './checks/check-participants';
import { checkRequirements } from './checks/check-requirements';
import { checkOne, checkWords } from './checks/check-sent';
import type { Command, DecideContext, Reason } from '../journal/engine-types';
import type { EntryAmended, FactsRecorded, StepCompleted } from '../journal/journal-entry';
import { entryBase } from '../journal/entry-base';
import type { CompiledFact, CompiledStep } from '../compile/protocol-set';
import { refusal } from './reason';
import type { RunFold } from '../fold/run-fold';
import { type Correction, saidAsCorrected } from '../journal/said-as-corrected';
import type { StatedContent } from '../journal/entry-status';

type Amendment = Extract<Command, { kind: 'amend' }>;

/** The correction of an earlier entry, or why not: its values must be as good as new ones, and come with their reason. */
export function decideAmendment(
  fold: CaseFold,
  command: Amendment,
  context: DecideContext,
): EntryAmended | readonly Reason[] {
  const reasons: Reason[] = [];
  const index = fold.indexOf(command.entryId);
  const entry = fold.entries[index];
  if (entry?.kind !== 'step-completed' && entry?.kind !== 'facts-recorded') {
    return [refusal('no-such-entry', { field: 'entryId' })];
  }
  const run = entry.kind === 'step-completed' ? fold.findRun(entry.runId) : undefined;
  const told = entry.kind === 'step-completed' ? run?.stepAt(index, entry.step) : undefined;
  const step = run?.protocol.steps[run.indexOf(told?.id ?? '')] ?? told;
  if (entry.kind === 'step-completed' && run && step && told) {
    if (run.indexOf(step.id) < 0) checkGoneAmendment(fold, told, entry, index, command, context, reasons);
    else checkStepAmendment(fold, run, step, told, entry, index, command, context, reasons);
  } else if (entry.kind === 'facts-recorded') checkFactsAmendment(fold, entry, command, reasons);
  const correction = correctionIn(command);
  const isEmpty = Object.keys(command.values).length === 0 && Object.keys(correction).length === 1;
  if (isEmpty) reasons.push(refusal('nothing-amended', { field: 'values' }));
  if (command.occurredInstead) checkWhen(command.occurredInstead, context.now, 'occurredInstead', reasons);
  checkWords(command.why, 'why', reasons);
  const about = { runId: run?.runId ?? '', step: step?.id ?? '' };
  if (reasons.length > 0) return reasons.map((it) => ({ ...(step && about), ...it }));
  return {
    kind: 'entry-amended',
    ...entryBase(fold, context, context.actor.id),
    ...about,
    entryId: command.entryId,
    ...correction,
    why: command.why,
    ...(command.enteredInError && { enteredInError: true }),
  };
}

/** What the command corrects; what it does not name is not there. */
function correctionIn(command: Amendment): Correction {
  const { values, row, closes, reasons, bestInterests, childView, evidence, occurredInstead } = command;
  return {
    values,
    ...(row && { row }),
    ...(closes !== undefined && { closes }),
    ...(reasons && { reasons }),
    ...(bestInterests !== undefined && { bestInterests }),
    ...(childView && { childView }),
    ...(evidence && { evidence }),
    ...(occurredInstead && { occurredInstead }),
  };
}

/**
 * What was told in a step that the version followed now has no more can still be put right, but not where that took a second
 * person or a guard, whom nobody asks any more.
 */
function checkGoneAmendment(
  fold: CaseFold,
  told: CompiledStep,
  entry: StepCompleted,
  index: number,
  command: Amendment,
  { actor }: DecideContext,
  reasons: Reason[],
): void {
  const { isGuarded, approval, definition } = told;
  if (isGuarded || approval !== null || definition.kind === 'decision') reasons.push(refusal('step-gone'));
  if (!mayEnter(told, actor)) reasons.push(refusal('not-yours-to-enter'));
  const before = fold.entryStatusOf(index)?.said ?? entry;
  checkCorrectedValues(fold, told, told, before, command, reasons);
  checkFreeWords(told, command, reasons);
}

function checkStepAmendment(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  told: CompiledStep,
  entry: StepCompleted,
  index: number,
  command: Amendment,
  { actor }: DecideContext,
  reasons: Reason[],
): void {
  const { decides, definition } = step;
  const before = fold.entryStatusOf(index)?.said ?? entry;
  if (!mayEnter(step, actor)) reasons.push(refusal('not-yours-to-enter'));
  checkCorrectedValues(fold, step, told, before, command, reasons);
  checkFreeWords(step, command, reasons);
  if (command.closes && definition.closes === undefined) {
    reasons.push(refusal('not-closing', { field: 'closes' }));
  }
  if (decides && decides.id in command.values && typeof command.values[decides.id] !== 'string') {
    reasons.push(refusal('missing-decision', { field: `values.${decides.id}` }));
  }
  if (reasons.length > 0) return;
  const said = saidAsCorrected(before, command, decides?.id ?? null);
  const need = needAgain(fold, run, step, fold.entryStatusOf(index), before, said);
  const { bestInterests, childView, why } = command;
  const isOther = decides !== null && said.values[decides.id] !== before.values[decides.id];
  // Another value is weighed anew: what was weighed for the old one doesn't stand for it.
  const motivated = isOther
    ? { ...said, bestInterests, childView, note: why }
    : { ...said, note: said.note ?? why };
  checkCorrectedDecision(fold, run, step, motivated, need, reasons);
  if (!command.enteredInError) checkLowered(fold, run, step, before, said, reasons);
  // A correction must not open a door that the step itself would have kept shut.
  if (definition.kind === 'recorded-act') return;
  checkEvidence(step, said, need, reasons);
  checkRequirements(fold, run, step, said, reasons);
}

/** Answers are right as the version followed now asks them; those that it does not ask so, as they were asked then. */
function checkCorrectedValues(
  fold: CaseFold,
  step: CompiledStep,
  told: CompiledStep,
  before: StatedContent,
  command: Amendment,
  reasons: Reason[],
): void {
  for (const [id, raw] of Object.entries(command.values)) {
    const fact = askedNow(step.fields.get(id), told.fields.get(id));
    if (!fact) reasons.push(refusal('unknown-field', { field: `values.${id}` }));
    else checkOne(fold, fact, raw, 'values', reasons);
  }
  if (command.row === undefined) return;
  if (before.row?.id !== command.row.id) reasons.push(refusal('no-such-row', { field: 'row.id' }));
  for (const [id, raw] of Object.entries(command.row.values)) {
    const field = askedNow(step.rowFields.get(id), told.rowFields.get(id));
    if (!field) reasons.push(refusal('unknown-field', { field: `row.${id}` }));
    else checkOne(fold, field, raw, 'row', reasons);
  }
}

function askedNow(now: CompiledFact | undefined, then: CompiledFact | undefined): CompiledFact | undefined {
  return now && then && !isSameQuestion(then.definition, now.definition) ? then : (now ?? then);
}

/** Facts told outside a step have values and a time, nothing else. */
function checkFactsAmendment(
  fold: CaseFold,
  entry: FactsRecorded,
  command: Amendment,
  reasons: Reason[],
): void {
  if (command.row !== undefined) reasons.push(refusal('no-row-here', { field: 'row' }));
  for (const field of ['closes', 'reasons', 'bestInterests', 'childView', 'evidence'] as const) {
    if (command[field] !== undefined) reasons.push(refusal('unknown-field', { field }));
  }
  for (const [id, raw] of Object.entries(command.values)) {
    const fact = fold.set.sharedFactOf.get(id);
    if (!fact || !(id in entry.values)) reasons.push(refusal('unknown-field', { field: `values.${id}` }));
    else checkOne(fold, fact, raw, 'values', reasons);
  }
}
