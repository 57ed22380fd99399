import { approvalNeeded } from './approval-needed';
import type { CaseFold, RunFold } from './case-fold';
import type { Command, Reason } from './contract';
import type { CompiledStep } from './protocol-set';
import { refusal } from './reason';

type Completion = Extract<Command, { kind: 'complete-step' }>;

/**
 * Adds what a decision lacks (G03, G08, G09): a decided value, reasons from its closed list, new facts for one that
 * protects less, and for whatever waits for approval the best interests and the child's view. For one that protects, these
 * two may follow within 24 hours.
 */
export function checkDecision(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Completion,
  reasons: Reason[],
): void {
  const { decides, definition } = step;
  const value = decides === null ? undefined : sent.values[decides.id];
  const decided = typeof value === 'string' ? value : undefined;
  if (decides !== null && decided === undefined) {
    reasons.push(refusal('missing-decision', { field: `values.${decides.id}`, basis: ['G03'] }));
    return;
  }
  checkReasons(fold, step, sent, decided, reasons);
  const waits = approvalNeeded(fold, run, step, sent) === 'before';
  const isLess = waits && decides !== null;
  if (isLess && definition.repeatable !== false && definition.repeatable.newFacts) {
    checkNewFacts(fold, run, step, reasons);
  }
  if (definition.kind !== 'decision' || !waits) return;
  if (sent.bestInterests === undefined) {
    reasons.push(refusal('missing-best-interests', { field: 'bestInterests', basis: ['G03', 'S10'] }));
  }
  if (sent.childView === undefined) {
    reasons.push(refusal('missing-child-view', { field: 'childView', basis: ['G03', 'S10'] }));
  }
  const hasList = decided !== undefined && definition.reasons[decided] !== undefined;
  if (isLess && !hasList && !sent.note?.trim()) {
    reasons.push(refusal('missing-motive', { field: 'note', basis: ['G03'] }));
  }
}

/** Codes of the list that the decided value asks for; where it asks for none, none are taken. */
function checkReasons(
  fold: CaseFold,
  step: CompiledStep,
  sent: Completion,
  decided: string | undefined,
  reasons: Reason[],
): void {
  const given = sent.reasons ?? [];
  const list = decided !== undefined ? step.definition.reasons[decided] : undefined;
  if (list === undefined && given.length === 0) return;
  const codes = list === undefined ? {} : (fold.set.shared.reasons[list] ?? {});
  if (given.length === 0) {
    reasons.push(refusal('missing-reasons', { field: 'reasons', basis: ['G09'], about: Object.keys(codes) }));
  }
  given.forEach((code, place) => {
    if (Object.hasOwn(codes, code)) return;
    reasons.push(
      refusal('unknown-reason', { field: `reasons.${place}`, basis: ['G09'], about: Object.keys(codes) }),
    );
  });
}

/** A first decision stands on whatever is known; a lower one needs a fact entered since the one in effect. */
function checkNewFacts(fold: CaseFold, run: RunFold, step: CompiledStep, reasons: Reason[]): void {
  const last = run.last[step.index] ?? -1;
  if (last < 0) return;
  const hasNew = fold.entries.some(
    (entry, index) =>
      index > last &&
      (entry.kind === 'facts-recorded' ||
        entry.kind === 'entry-amended' ||
        (entry.kind === 'step-completed' && (entry.step !== step.id || entry.runId !== run.runId))) &&
      (Object.keys(entry.values).length > 0 || ('row' in entry && entry.row !== undefined)),
  );
  if (!hasNew) reasons.push(refusal('no-new-facts', { basis: ['G08'] }));
}
