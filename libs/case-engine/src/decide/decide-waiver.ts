import { reasonsIn } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { mayEnter } from './checks/check-participants';
import { checkWords } from './checks/check-sent';
import type { Command, DecideContext, Reason } from '../journal/engine-types';
import type { StepWaived } from '../journal/journal-entry';
import { entryBase } from '../journal/entry-base';
import type { CompiledStep } from '../compile/protocol-set';
import { refusal } from './reason';
import { stepState } from '../steps/step-state';

/** The waiver of a step, with a reason from its closed list, or why it can't be waived. */
export function decideWaiver(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  command: Extract<Command, { kind: 'waive' }>,
  context: DecideContext,
): StepWaived | readonly Reason[] {
  const about = { runId: run.runId, step: step.id };
  const reasons: Reason[] = [];
  const { waivable, waiverReasons, basis } = step.definition;
  if (!mayEnter(step, context.actor)) reasons.push(refusal('not-yours-to-enter', about));
  if (waivable === 'never') reasons.push(refusal('not-waivable', { ...about, basis }));
  else {
    const codes = reasonsIn(run.protocol.document, fold.set.shared, waiverReasons);
    if (!Object.hasOwn(codes, command.reason)) {
      reasons.push(
        refusal('unknown-reason', { ...about, field: 'reason', basis: ['G09'], about: Object.keys(codes) }),
      );
    }
  }
  const state = stepState(fold, run, step.index);
  if (
    state === 'done' ||
    state === 'done-to-approve' ||
    state === 'waived' ||
    state === 'awaiting-approval'
  ) {
    reasons.push(refusal('already-done', about));
  } else if (state === 'not-applicable') reasons.push(refusal('not-waivable', about));
  checkWords(command.note, 'note', reasons);
  if (reasons.length > 0) return reasons;
  return {
    kind: 'step-waived',
    ...entryBase(fold, context, context.actor.id),
    ...about,
    reason: command.reason,
    ...(command.note !== undefined && { note: command.note }),
  };
}
