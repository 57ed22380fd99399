import { applyEntry, type CaseState } from './case-state';
import type { Explanation } from './contract';
import { dependenciesOf } from './dependencies';
import { explainStep } from './explain';
import type { CompiledFact } from './protocol-set';
import type { FactValue, Text } from '../value';

/** A protective step that stands on what was answered and stays shut all the same, and the facts that shut it. */
export interface HeldBack {
  readonly title: Text;
  /** Its grounds, without those that the answer itself gave. */
  readonly explanation: Explanation;
}

/**
 * What an answer would lead to but for another fact: protective steps of the run that read one of the `answered` facts, are shut,
 * and would not be if that other fact were not known. Steps that protect less are left out: to say what would open them would
 * coach. Throws on an unknown run.
 */
export function heldBack(
  state: CaseState,
  runId: string,
  stepId: string,
  answered: readonly string[],
): readonly HeldBack[] {
  const fold = state.read();
  const run = fold.findRun(runId);
  if (!run) throw new RangeError(`No run ${runId}`);
  const keys = answered.flatMap((id) => run.protocol.factOf.get(id)?.key ?? []);
  return run.protocol.steps.flatMap((step) => {
    if (step.id === stepId || !step.definition.protective) return [];
    const { stoodOn } = dependenciesOf(fold.set, run.protocol, step);
    if (!keys.some((key) => stoodOn.has(key))) return [];
    const explanation = explainStep(state.read(), run, step);
    if (!isShut(explanation)) return [];
    const because = explanation.because.filter(({ fact }) => {
      const other = fact === undefined || answered.includes(fact) ? undefined : run.protocol.factOf.get(fact);
      return other !== undefined && !other.list && !isShut(explainWithout(state, runId, step.id, other));
    });
    return because.length > 0
      ? [{ title: step.definition.title, explanation: { ...explanation, because } }]
      : [];
  });
}

const isShut = ({ state }: Explanation): boolean => state === 'not-applicable' || state === 'blocked';

/** How the step would stand if this fact were not known. */
function explainWithout(state: CaseState, runId: string, stepId: string, fact: CompiledFact): Explanation {
  const { entries, now } = state.read();
  const without = applyEntry(state, {
    kind: 'facts-recorded',
    id: 'held-back',
    seq: entries.length + 1,
    occurredAt: { from: now, to: now, precision: 'minute' },
    recordedAt: now,
    enteredBy: 'system:what-if',
    values: { [fact.id]: notKnown(fact) },
    ...(!fact.isShared && { runId }),
  }).read();
  const run = without.findRun(runId);
  const step = run?.protocol.steps[run.indexOf(stepId)];
  if (!run || !step) throw new RangeError(`No step ${stepId} in run ${runId}`);
  return explainStep(without, run, step);
}

function notKnown({ definition }: CompiledFact): FactValue {
  if (definition.type !== 'checklist') return { answer: 'unknown' };
  return Object.fromEntries((definition.items ?? []).map(({ id }) => [id, { answer: 'unknown' as const }]));
}
