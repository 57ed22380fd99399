import type { CaseFold } from '../fold/case-fold';
import type { StepView } from '../journal/engine-types';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import type { StatedContent } from '../journal/entry-status';

type Evidenced = Partial<Pick<StatedContent, 'evidence' | 'row' | 'closes'>>;

/** Whether best interests or the child's view of the decision in effect are still to be given: within 24 hours. */
export function isMissingRequirements(fold: CaseFold, run: RunFold, step: CompiledStep): boolean {
  if (step.definition.kind !== 'decision') return false;
  const said = saidIn(fold, run.last[step.index] ?? -1);
  return said !== undefined && (said.bestInterests === undefined || said.childView === undefined);
}

/** What the decision in effect still lacks. */
export function missingWords(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
): NonNullable<StepView['missingWords']> {
  if (!isMissingRequirements(fold, run, step)) return [];
  const said = saidIn(fold, run.last[step.index] ?? -1);
  return [
    ...(said?.bestInterests === undefined ? ['best-interests' as const] : []),
    ...(said?.childView === undefined ? ['child-view' as const] : []),
  ];
}

/** Kinds of evidence that the `entry` of a step still lacks; none if there is no such entry. */
export function missingEvidenceOf(fold: CaseFold, step: CompiledStep, entry: number): readonly string[] {
  const said = saidIn(fold, entry);
  return said === undefined ? [] : missingEvidence(step, said);
}

/**
 * Kinds of evidence that what waits for a second person still needs to take effect. What protects waits for no paper: a
 * protective step only if the value that it decides protects less.
 */
export function evidenceNeeded(step: CompiledStep, said: Evidenced): readonly string[] {
  return step.definition.protective && step.decides === null ? [] : missingEvidence(step, said);
}

/** Kinds of evidence that the step asks for and this does not bring. "No other" is about no row, so nothing proves it. */
function missingEvidence({ definition }: CompiledStep, said: Evidenced): readonly string[] {
  if (said.closes === true && said.row === undefined) return [];
  const { evidence } = said;
  return definition.evidence.filter((kind) => evidence === undefined || !Object.hasOwn(evidence, kind));
}

/** What a completion says, as corrected; nothing for any other entry, or -1. */
function saidIn(fold: CaseFold, entry: number): StatedContent | undefined {
  const completion = fold.entries[entry];
  if (completion?.kind !== 'step-completed') return undefined;
  return fold.entryStatusOf(entry)?.said ?? completion;
}
