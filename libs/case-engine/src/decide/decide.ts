import { checkWhen } from './checks/check-when';
import { occurrenceAt } from '@repere/feel';
import { rankOf } from './approval-needed';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { applyDecided, atTime, type CaseState } from '../fold/case-state';
import { checkRecordedFacts, checkRecordedRow, checkWords } from './checks/check-sent';
import type { Command, DecideContext, Decision, Reason } from '../journal/engine-types';
import type { JournalEntry } from '../journal/journal-entry';
import { decideAmendment } from './decide-amendment';
import { decideApproval } from './decide-approval';
import { decideCompletion } from './decide-completion';
import { decideMove } from './decide-move';
import { decideWaiver } from './decide-waiver';
import { entryBase } from '../journal/entry-base';
import { mayOpenRuns } from './may-open-runs';
import { holding, openRuns } from '../fold/open-runs';
import { type CompiledFact, findProtocol } from '../compile/protocol-set';
import { refusal } from './reason';

/**
 * What a command comes to: the entries to append, with those of the runs that it opens, or every reason why it is refused.
 * Nothing changes until the entries are applied.
 */
export function decide(state: CaseState, command: Command, context: DecideContext): Decision {
  const current = state.context.now === context.now ? state : atTime(state, context.now);
  const fold = current.readFold();
  switch (command.kind) {
    case 'complete-step':
    case 'approve':
    case 'return':
    case 'waive':
      return decideInStep(current, fold, command, context);
    case 'amend':
      return withOpenings(current, fold, decideCorrection(current, fold, command, context), context);
    case 'move-run':
      return withOpenings(current, fold, decideMove(fold, command, context), context);
    case 'open-run':
    case 'record-facts':
      return withOpenings(current, fold, decideOutsideSteps(fold, command, context), context);
    case 'add-note':
      return decided(decideOutsideSteps(fold, command, context));
  }
}

function decideInStep(
  state: CaseState,
  fold: CaseFold,
  command: Extract<Command, { readonly step: string }>,
  context: DecideContext,
): Decision {
  const run = fold.findRun(command.runId);
  if (!run) return decided([refusal('no-such-run', { runId: command.runId })]);
  const step = run.protocol.steps[run.indexOf(command.step)];
  if (!step) return decided([refusal('no-such-step', { runId: command.runId, step: command.step })]);
  const entry =
    command.kind === 'complete-step'
      ? decideCompletion(fold, run, step, command, context)
      : command.kind === 'waive'
        ? decideWaiver(fold, run, step, command, context)
        : decideApproval(fold, run, step, command, context);
  return mayOpenRuns(fold.set, run, step) ? withOpenings(state, fold, entry, context) : decided(entry);
}

/** A corrected time must not let an older decision rule that protects less: that would need a second person. */
function decideCorrection(
  state: CaseState,
  fold: CaseFold,
  command: Extract<Command, { kind: 'amend' }>,
  context: DecideContext,
): JournalEntry | readonly Reason[] {
  const entry = decideAmendment(fold, command, context);
  if (!('kind' in entry) || entry.occurredInstead === undefined) return entry;
  const run = fold.findRun(entry.runId);
  const decides = run?.protocol.steps[run.indexOf(entry.step)]?.decides;
  if (!run || !decides) return entry;
  const before = rankInEffect(run, fold, decides);
  const after = applyDecided(state, entry).readFold();
  const corrected = after.findRun(entry.runId);
  const isLower = corrected !== undefined && rankInEffect(corrected, after, decides) > before;
  return isLower ? [refusal('lowered-by-time', { field: 'occurredInstead', basis: ['G08'] })] : entry;
}

function rankInEffect(run: RunFold, fold: CaseFold, fact: CompiledFact): number {
  return rankOf(fact, (fact.isShared ? fold.facts : run.facts).values[fact.slot]);
}

/** The decision with the runs that it opens: what it changes is applied ahead, to see which conditions then hold. */
function withOpenings(
  state: CaseState,
  fold: CaseFold,
  entry: JournalEntry | readonly Reason[],
  context: DecideContext,
): Decision {
  if (!('kind' in entry)) return { ok: false, reasons: entry };
  const before = holding(fold);
  const opened = openRuns(applyDecided(state, entry), context, context.actor.id, before);
  return { ok: true, entries: [entry, ...opened] };
}

function decided(entry: JournalEntry | readonly Reason[]): Decision {
  return 'kind' in entry ? { ok: true, entries: [entry] } : { ok: false, reasons: entry };
}

function decideOutsideSteps(
  fold: CaseFold,
  command: Extract<Command, { kind: 'open-run' | 'record-facts' | 'add-note' }>,
  context: DecideContext,
): JournalEntry | readonly Reason[] {
  const { now, newId } = context;
  const reasons: Reason[] = [];
  const occurredAt = command.occurredAt ?? occurrenceAt(now);
  checkWhen(occurredAt, now, 'occurredAt', reasons);
  if (command.kind === 'open-run') {
    const protocol = findProtocol(fold.set, command.protocol, command.version);
    if (!protocol) reasons.push(refusal('no-such-protocol', { field: 'version' }));
    const isOnce = protocol?.document.runs === 'one';
    if (isOnce && fold.runs.some((it) => it.protocol.id === command.protocol)) {
      reasons.push(refusal('already-running', { field: 'protocol' }));
    }
  } else {
    checkWords(command.note, 'note', reasons);
    if (command.kind === 'add-note' && command.note === undefined) checkWords('', 'note', reasons);
  }
  if (command.kind === 'record-facts') {
    checkRecordedFacts(fold, command.values, reasons);
    if (command.list !== undefined || command.row !== undefined) checkRecordedRow(fold, command, reasons);
    else if (Object.keys(command.values).length === 0)
      reasons.push(refusal('missing-field', { field: 'values' }));
  }
  if (reasons.length > 0) return reasons;
  const base = entryBase(fold, context, context.actor.id, occurredAt);
  switch (command.kind) {
    case 'open-run':
      return {
        kind: 'run-opened',
        ...base,
        runId: newId(),
        protocol: command.protocol,
        version: command.version,
      };
    case 'record-facts':
      return {
        kind: 'facts-recorded',
        ...base,
        values: command.values,
        ...(command.list !== undefined && { list: command.list, row: command.row }),
        ...(command.note !== undefined && { note: command.note }),
      };
    case 'add-note':
      return {
        kind: 'note-added',
        ...base,
        note: command.note,
        ...(command.about && { about: command.about }),
        ...(command.call && { call: command.call }),
      };
  }
}
