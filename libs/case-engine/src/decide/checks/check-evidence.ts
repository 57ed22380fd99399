import type { ApprovalNeed } from '../approval-needed';
import type { Reason } from '../../journal/engine-types';
import { evidenceNeeded } from '../../steps/missing-requirements';
import type { CompiledStep } from '../../compile/protocol-set';
import { refusal } from '../reason';
import type { StatedContent } from '../../journal/entry-status';

/** Adds each piece of evidence that is needed before: of what waits for a second person, if it protects less. */
export function checkEvidence(
  step: CompiledStep,
  said: Partial<Pick<StatedContent, 'evidence' | 'row' | 'closes'>>,
  need: ApprovalNeed,
  reasons: Reason[],
): void {
  if (need !== 'before') return;
  for (const kind of evidenceNeeded(step, said)) {
    reasons.push(refusal('missing-evidence', { field: `evidence.${kind}` }));
  }
}
