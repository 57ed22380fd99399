import type { FactValues } from '../value';
import { type SentStep, testSent } from './ask-of-sent';
import type { CaseFold, RunFold } from './case-fold';
import type { CompiledFact, CompiledStep } from './protocol-set';

/** Whether a second person is needed, and whether what is sent waits for them. */
export type ApprovalNeed = 'none' | 'at-once' | 'before';

/**
 * What these values need, as things stand before they are recorded. A ranked value that protects less than the one in
 * effect waits, the first time only the bottom one; all else is in effect at once and approved afterwards. Elsewhere the
 * step says so, and where it depends on something unknown, approval is needed.
 */
export function approvalNeeded(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: SentStep,
): ApprovalNeed {
  const { approval, decides } = step;
  if (approval === null) return 'none';
  if (decides !== null && protectsLess(fold, run, decides, sent.values)) return 'before';
  if (approval.when !== null && testSent(fold, run, step, sent, approval.when) === false) return 'none';
  return decides !== null ? 'at-once' : approval.effect;
}

/** Whether the ranked value sent protects less than the one in effect; without one, whether it is the bottom. */
export function protectsLess(fold: CaseFold, run: RunFold, fact: CompiledFact, values: FactValues): boolean {
  const sent = values[fact.id];
  const rank = typeof sent === 'string' ? fact.ranks?.get(sent) : undefined;
  if (rank === undefined || fact.ranks === null) return false;
  const ruling = (fact.isShared ? fold.facts : run.facts).values[fact.slot];
  const current = typeof ruling === 'string' ? fact.ranks.get(ruling) : undefined;
  return current === undefined ? rank === fact.ranks.size - 1 : rank > current;
}
