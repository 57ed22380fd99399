import type { FactValue, FactValues } from '@repere/protocol';
import type { Value } from '@repere/feel';
import { type SentStep, testSent } from './checks/ask-of-sent';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { StatedContent, EntryStatus } from '../journal/entry-status';
import type { CompiledFact, CompiledStep } from '../compile/protocol-set';

/** Whether a second person is needed, and whether what is sent waits for them. */
export type ApprovalNeed = 'none' | 'at-once' | 'before';

/**
 * What these values need, as things stand before they are recorded. A ranked value that protects less than the one in
 * effect waits, and the bottom one always, even said again; all else is in effect at once and approved afterwards.
 * Elsewhere the step says so, and where it depends on something unknown, approval is needed.
 */
export function approvalNeeded(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: SentStep,
): ApprovalNeed {
  const { approval, decides } = step;
  if (approval === null) return 'none';
  if (decides !== null && (isBottom(decides, sent.values) || isLower(fold, run, decides, sent.values))) {
    return 'before';
  }
  if (approval.when !== null && testSent(fold, run, step, sent, approval.when) === false) return 'none';
  return decides !== null ? 'at-once' : approval.effect;
}

/**
 * What an entry needs once corrected from `before` to `said`. The same decision, corrected elsewhere, is not lower than
 * itself: it goes on waiting or holding, and is agreed to again.
 */
export function needAgain(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  status: Pick<EntryStatus, 'waits' | 'approval'> | undefined,
  before: StatedContent,
  said: StatedContent,
): ApprovalNeed {
  const { decides } = step;
  const isSame = decides !== null && before.values[decides.id] === said.values[decides.id];
  if (!isSame) return approvalNeeded(fold, run, step, said);
  if (status?.waits || isBottom(decides, said.values)) return 'before';
  const wasAgreed = status !== undefined && status.approval !== 'none';
  return wasAgreed ? 'at-once' : approvalNeeded(fold, run, step, said);
}

/** Whether the ranked value sent protects less than the one in effect. */
export function isLower(fold: CaseFold, run: RunFold, fact: CompiledFact, values: FactValues): boolean {
  const sent = rankOf(fact, values[fact.id]);
  const current = rankOf(fact, (fact.isShared ? fold.facts : run.facts).values[fact.slot]);
  return sent >= 0 && current >= 0 && sent > current;
}

/** Whether the ranked value sent is the one that protects least. */
export function isBottom(fact: CompiledFact, values: FactValues): boolean {
  return fact.ranks !== null && rankOf(fact, values[fact.id]) === fact.ranks.size - 1;
}

/** Place of a ranked value, 0 protects most; -1 for anything else. */
export function rankOf(fact: CompiledFact, value: Value | FactValue | undefined): number {
  return typeof value === 'string' ? (fact.ranks?.get(value) ?? -1) : -1;
}
