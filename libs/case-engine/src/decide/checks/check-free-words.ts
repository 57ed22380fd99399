import { checkWords } from './check-sent';
import type { Reason } from '../../journal/engine-types';
import type { StepCompleted } from '../../journal/journal-entry';
import type { CompiledStep } from '../../compile/protocol-set';
import { refusal } from '../reason';

/** Adds a reason for words that are not fit to keep, and for evidence that the step does not provide for. */
export function checkFreeWords(
  step: CompiledStep,
  sent: Partial<Pick<StepCompleted, 'bestInterests' | 'childView' | 'evidence' | 'note'>>,
  reasons: Reason[],
): void {
  checkWords(sent.note, 'note', reasons);
  checkWords(sent.bestInterests, 'bestInterests', reasons);
  if (sent.childView) {
    const { childView } = sent;
    checkWords('said' in childView ? childView.said : childView.whyNot, 'childView', reasons);
  }
  if (sent.evidence === undefined) return;
  for (const kind in sent.evidence) {
    const piece = sent.evidence[kind];
    const field = `evidence.${kind}`;
    if (!step.definition.evidence.includes(kind)) reasons.push(refusal('unknown-evidence', { field }));
    checkWords(piece?.reference, field, reasons);
    checkWords(piece?.place, field, reasons);
  }
}
