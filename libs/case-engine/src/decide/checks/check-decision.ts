import { reasonsIn } from '@repere/protocol';
import { type ApprovalNeed, approvalNeeded, isLower, rankOf } from '../approval-needed';
import { testSent } from './ask-of-sent';
import { contradictedReason } from './contradicted-reason';
import type { CaseFold } from '../../fold/case-fold';
import type { Command, Reason } from '../../journal/engine-types';
import type { CompiledStep } from '../../compile/protocol-set';
import { refusal } from '../reason';
import type { RunFold } from '../../fold/run-fold';
import type { StatedContent } from '../../journal/entry-status';

type Completion = Extract<Command, { kind: 'complete-step' }>;
type Words = Partial<Pick<StatedContent, 'reasons' | 'bestInterests' | 'childView' | 'note'>> &
  Pick<StatedContent, 'values'>;

/**
 * Adds what a decision lacks (G03, G08, G09): a decided value, reasons from its closed list, new facts for one that
 * protects less than the one in effect, and for whatever waits for approval the best interests and the child's view. For
 * one that protects, these two may follow within 24 hours.
 */
export function checkDecision(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Completion,
  reasons: Reason[],
): void {
  const { decides, definition } = step;
  if (decides !== null && typeof sent.values[decides.id] !== 'string') {
    reasons.push(refusal('missing-decision', { field: `values.${decides.id}`, basis: ['G03'] }));
    return;
  }
  checkReasons(fold, run, step, sent, true, reasons);
  const asksNewFacts = definition.repeatable !== false && definition.repeatable.newFacts;
  if (asksNewFacts && decides !== null && isLower(fold, run, decides, sent.values)) {
    checkNewFacts(fold, run, step, reasons);
  }
  if (approvalNeeded(fold, run, step, sent) === 'before') checkWeighed(step, sent, reasons);
}

/** The same for a decision as corrected. One that protects more waits for no words, its reasons included. */
export function checkCorrectedDecision(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Words,
  need: ApprovalNeed,
  reasons: Reason[],
): void {
  checkReasons(fold, run, step, sent, need === 'before', reasons);
  if (need === 'before') checkWeighed(step, sent, reasons);
}

/**
 * Amending is deciding again: a value that protects less than what was said, or than what is in effect, needs new facts unless
 * it was entered in error. Where the step may be done again without new facts, its correction needs none either.
 */
export function checkLowered(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  before: StatedContent,
  said: StatedContent,
  reasons: Reason[],
): void {
  const { decides, definition } = step;
  if (decides === null || (definition.repeatable !== false && !definition.repeatable.newFacts)) return;
  const [was, is] = [before, said].map(({ values }) => rankOf(decides, values[decides.id])) as [
    number,
    number,
  ];
  const isLess = (was >= 0 && is > was) || (is !== was && isLower(fold, run, decides, said.values));
  if (isLess) checkNewFacts(fold, run, step, reasons, 'lowered-without-facts');
}

function checkWeighed({ decides, definition }: CompiledStep, sent: Words, reasons: Reason[]): void {
  if (definition.kind !== 'decision') return;
  if (sent.bestInterests === undefined) {
    reasons.push(refusal('missing-best-interests', { field: 'bestInterests', basis: ['G03', 'S10'] }));
  }
  if (sent.childView === undefined) {
    reasons.push(refusal('missing-child-view', { field: 'childView', basis: ['G03', 'S10'] }));
  }
  const value = decides === null ? undefined : sent.values[decides.id];
  const hasList = typeof value === 'string' && definition.reasons[value] !== undefined;
  if (decides !== null && !hasList && !sent.note?.trim()) {
    reasons.push(refusal('missing-motive', { field: 'note', basis: ['G03'] }));
  }
}

/** Codes of the list that the decided value asks for; where it asks for none, none are taken. */
function checkReasons(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Words,
  areNeeded: boolean,
  reasons: Reason[],
): void {
  const { decides, definition } = step;
  const given = sent.reasons ?? [];
  const value = decides === null ? undefined : sent.values[decides.id];
  const list = typeof value === 'string' ? definition.reasons[value] : undefined;
  const codes = reasonsIn(run.protocol.document, fold.set.shared, list);
  const about = Object.keys(codes);
  if (areNeeded && list !== undefined && given.length === 0) {
    reasons.push(refusal('missing-reasons', { field: 'reasons', basis: ['G09'], about }));
  }
  given.forEach((code, place) => {
    const field = `reasons.${place}`;
    if (!Object.hasOwn(codes, code)) {
      reasons.push(refusal('unknown-reason', { field, basis: ['G09'], about }));
      return;
    }
    const contradiction = step.contradictions.get(list ?? '')?.get(code);
    if (contradiction && testSent(fold, run, step, sent, contradiction) === true)
      reasons.push(contradictedReason(fold, run, step, codes[code], sent, contradiction, field));
  });
}

/** A first decision stands on whatever is known; a lower one needs a fact entered since the one in effect. */
function checkNewFacts(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  reasons: Reason[],
  code: 'no-new-facts' | 'lowered-without-facts' = 'no-new-facts',
): void {
  const last = run.last[step.index] ?? -1;
  if (last < 0) return;
  const hasNew = fold.entries.some(
    (entry, index) =>
      index > last &&
      (entry.kind === 'facts-recorded' ||
        // What is said of the decision itself, first or as a correction, is no news about the child.
        ((entry.kind === 'entry-amended' || entry.kind === 'step-completed') &&
          (entry.step !== step.id || entry.runId !== run.runId))) &&
      (Object.keys(entry.values).length > 0 || ('row' in entry && entry.row !== undefined)),
  );
  if (!hasNew) reasons.push(refusal(code, { basis: ['G08'] }));
}
