import { approverOf, ROLE_WORDS } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { checkEvidence } from './checks/check-evidence';
import { checkRequirements } from './checks/check-requirements';
import { checkWords } from './checks/check-sent';
import type { Command, DecideContext, Reason } from '../journal/engine-types';
import type { EntryApproved, EntryReturned } from '../journal/journal-entry';
import type { CompiledStep } from '../compile/protocol-set';
import { entryBase } from '../journal/entry-base';
import { reason, refusal } from './reason';
import { text } from '@repere/feel';

type Answer = Extract<Command, { kind: 'approve' | 'return' }>;

/**
 * The second person's answer, or why it can't be given: that person is another than who entered or corrected the entry,
 * whatever roles they hold (G08), and holds the approving role. It is bound to exactly this entry.
 */
export function decideApproval(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  command: Answer,
  context: DecideContext,
): EntryApproved | EntryReturned | readonly Reason[] {
  const { actor } = context;
  const about = { runId: run.runId, step: step.id };
  const reasons: Reason[] = [];
  const index = fold.indexOf(command.entryId);
  const entry = fold.entries[index];
  if (!entry || !(run.pendingOf(step.index)?.includes(index) ?? false)) {
    return [refusal('nothing-to-approve', { ...about, field: 'entryId' })];
  }
  const status = fold.entryStatusOf(index);
  const amendments = status?.amendments ?? [];
  if ([entry, ...amendments].some((it) => it.enteredBy === actor.id)) {
    reasons.push(refusal('own-approval', { ...about, basis: ['G03', 'G08'] }));
  }
  const role = approverOf(step.definition);
  if (!actor.roles.includes(role)) {
    reasons.push(
      reason(
        'not-the-approver',
        text(`La validation revient à : ${ROLE_WORDS[role].fr}.`, `Approval is for: ${ROLE_WORDS[role].en}.`),
        about,
      ),
    );
  }
  if (command.kind === 'approve' && status?.waits && entry.kind === 'step-completed') {
    checkEvidence(step, status.said, 'before', reasons);
    // What was learnt since may contradict it: what it stood on must still hold.
    checkRequirements(fold, run, step, status.said, reasons);
  }
  if (command.kind === 'return') checkWords(command.reason, 'reason', reasons);
  if (reasons.length > 0) return reasons.map((it) => ({ ...about, ...it }));
  const base = { ...entryBase(fold, context, actor.id), ...about, entryId: command.entryId };
  return command.kind === 'approve'
    ? { kind: 'entry-approved', ...base }
    : { kind: 'entry-returned', ...base, reason: command.reason };
}
