import { type Occurrence, occurrenceAt } from '@repere/feel';
import { approvalNeeded } from './approval-needed';
import { mayBeDone } from './available-steps';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { checkDecision } from './checks/check-decision';
import { checkEvidence } from './checks/check-evidence';
import { checkFreeWords } from './checks/check-free-words';
import { checkParticipants, mayEnter } from './checks/check-participants';
import { checkRequirements } from './checks/check-requirements';
import { checkFields, checkRequired, checkRow, checkWords } from './checks/check-sent';
import type { Command, DecideContext, Reason } from '../journal/engine-types';
import type { Participant } from '@repere/protocol';
import type { StepCompleted } from '../journal/journal-entry';
import { nextSeq } from '../journal/entry-base';
import type { CompiledStep } from '../compile/protocol-set';
import { refusal } from './reason';
import { sameActElsewhere } from '../journal/same-act';
import { occurrenceOf } from '../facts/entry-status';
import { stateBeforeDoing, stepState } from '../steps/step-state';
import { whyNot } from '../explain/why-not';
import { checkWhen } from './checks/check-when';

type Completion = Extract<Command, { kind: 'complete-step' }>;

/** The entry that completes a step, or every reason why not. Another's act is always recordable, if need be out of order. */
export function decideCompletion(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  command: Completion,
  context: DecideContext,
): StepCompleted | readonly Reason[] {
  const reasons: Reason[] = [];
  const { definition } = step;
  if (!mayEnter(step, context.actor)) reasons.push(refusal('not-yours-to-enter', { field: 'actor' }));
  const by = checkParticipants(step, command.by, context.actor, reasons);
  const occurredAt = command.occurredAt ?? occurrenceAt(context.now);
  checkWhen(occurredAt, context.now, 'occurredAt', reasons);
  let outOfOrder: string | undefined;
  const same = command.sameAs === undefined ? null : checkSameAct(fold, run, step, command, reasons);
  if (same !== null) {
    if (reasons.length > 0) return reasonsAbout(reasons, run, step);
    const { by: who, evidence, occurredAt: when } = same;
    const pointer = { ...command, values: {}, evidence, reasons: [] };
    return completed(fold, run, step, pointer, context, who, when, undefined);
  }
  if (command.confirms !== undefined) checkConfirmation(fold, run, step, command, reasons);
  else if (command.sameAs === undefined) {
    if (!mayBeDone(fold, run, step.index)) {
      if (definition.kind === 'recorded-act') outOfOrder = orderBroken(fold, run, step, command);
      else reasons.push(whyNot(fold, run, step));
    }
    checkFields(fold, run, step, command, reasons);
    checkRow(fold, run, step, command, reasons);
    checkRowThere(step, command, reasons);
    checkRequired(fold, run, step, command, reasons);
    if (definition.kind === 'decision' || step.decides !== null) {
      checkDecision(fold, run, step, command, reasons);
    } else if (command.reasons !== undefined && command.reasons.length > 0) {
      reasons.push(refusal('unknown-reason', { field: 'reasons' }));
    }
    if (definition.evidence.length > 0 && definition.kind !== 'recorded-act') {
      checkEvidence(step, command, approvalNeeded(fold, run, step, command), reasons);
    }
    // Only values that can be read as what they claim to be are worth asking about.
    if (reasons.length === 0 && definition.kind !== 'recorded-act') {
      checkRequirements(fold, run, step, command, reasons);
    }
  }
  checkFreeWords(step, command, reasons);
  checkWords(command.outOfOrder, 'outOfOrder', reasons);
  if (reasons.length > 0) return reasonsAbout(reasons, run, step);
  return completed(fold, run, step, command, context, by, occurredAt, outOfOrder);
}

/** The entry; what was not said is not there. */
function completed(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  command: Completion,
  context: DecideContext,
  by: readonly Participant[],
  occurredAt: Occurrence,
  outOfOrder: string | undefined,
): StepCompleted {
  // Written out: with a spread, deciding takes a third longer and the journal weighs a tenth more.
  const entry: { -readonly [key in keyof StepCompleted]: StepCompleted[key] } = {
    kind: 'step-completed',
    id: context.newId(),
    seq: nextSeq(fold),
    occurredAt,
    recordedAt: context.now,
    enteredBy: context.actor.id,
    runId: run.runId,
    step: step.id,
    by,
    values: command.values,
    reasons: command.reasons ?? NONE,
    evidence: command.evidence ?? NO_EVIDENCE,
  };
  if (command.row !== undefined) entry.row = command.row;
  if (command.closes) entry.closes = true;
  if (command.bestInterests !== undefined) entry.bestInterests = command.bestInterests;
  if (command.childView !== undefined) entry.childView = command.childView;
  if (command.note !== undefined) entry.note = command.note;
  if (command.confirms !== undefined) entry.confirms = command.confirms;
  if (command.sameAs !== undefined) entry.sameAs = command.sameAs;
  if (outOfOrder !== undefined) entry.outOfOrder = outOfOrder;
  return entry;
}

const NONE: readonly string[] = Object.freeze([]);
const NO_EVIDENCE: StepCompleted['evidence'] = Object.freeze({});

/** Says of every reason which step it is about. */
function reasonsAbout(reasons: readonly Reason[], run: RunFold, step: CompiledStep): readonly Reason[] {
  return reasons.map((it) => ({ runId: run.runId, step: step.id, ...it }));
}

/** Only what stands can be confirmed, and a confirmation says nothing new: other values are a completion or an amendment. */
function checkConfirmation(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  command: Completion,
  reasons: Reason[],
): void {
  const index = fold.indexOf(command.confirms ?? '');
  const entry = fold.entries[index];
  const isOfStep =
    entry?.kind === 'step-completed' &&
    entry.runId === run.runId &&
    entry.step === step.id &&
    !entry.confirms;
  const stands = isOfStep && fold.entryStatusOf(index)?.inEffect !== null;
  const isEmpty = Object.keys(command.values).length === 0 && command.row === undefined && !command.closes;
  if (!stands || !isEmpty) reasons.push(refusal('not-confirmable', { field: 'confirms' }));
}

/** The act that counts here, as corrected; it is the one that the step's page offers, and the command says nothing beside it. */
function checkSameAct(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  command: Completion,
  reasons: Reason[],
): Pick<StepCompleted, 'by' | 'evidence' | 'occurredAt'> | null {
  const act = sameActElsewhere(fold, run, step);
  const saysMore =
    Object.keys(command.values).length > 0 ||
    command.row !== undefined ||
    command.closes === true ||
    command.confirms !== undefined;
  if (act === null || act.entry.id !== command.sameAs || saysMore) {
    reasons.push(refusal('not-the-same-act', { field: 'sameAs' }));
    return null;
  }
  const index = fold.indexOf(act.entry.id);
  const { evidence } = fold.entryStatusOf(index)?.said ?? act.entry;
  return { by: act.entry.by, evidence, occurredAt: occurrenceOf(fold, index) };
}

/** A step about a row needs one; one that adds rows needs one, or the word that there is no other. */
function checkRowThere(step: CompiledStep, command: Completion, reasons: Reason[]): void {
  const { adds, about: aboutList, closes } = step.definition;
  if (command.closes && closes === undefined) reasons.push(refusal('not-closing', { field: 'closes' }));
  if (command.row !== undefined) return;
  if (aboutList !== undefined) reasons.push(refusal('missing-row', { field: 'row' }));
  const saysNothing = !command.closes && Object.keys(command.values).length === 0;
  if (adds !== undefined && saysNothing) reasons.push(refusal('missing-row', { field: 'row' }));
}

function orderBroken(fold: CaseFold, run: RunFold, step: CompiledStep, command: Completion): string {
  const done = stepState(fold, run, step.index);
  const state =
    done === 'done' || done === 'done-to-approve' ? done : stateBeforeDoing(fold, run, step.index);
  return command.outOfOrder ?? state;
}
