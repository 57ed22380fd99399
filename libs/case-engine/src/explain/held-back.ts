import { readSent } from '../decide/checks/ask-of-sent';
import type { CaseState } from '../fold/case-state';
import type { Explanation } from '../journal/engine-types';
import { dependenciesOf } from '../compile/dependencies';
import { explainStep } from './explain';
import type { CompiledFact } from '../compile/protocol-set';
import { type FactValue, isSaidByItem } from '@repere/protocol';
import type { Text } from '@repere/feel';

/** A protective step that stands on what was answered and stays shut all the same, and the facts that shut it. */
export interface HeldBack {
  readonly title: Text;
  /** Its grounds, without those that the answer itself gave. */
  readonly explanation: Explanation;
}

/**
 * What an answer would lead to but for another fact: protective steps of the run that read one of the `answered` facts, are shut,
 * and would not be if that other fact (or all of them together) were not known. Steps that protect less are left out: to say what would open them would
 * coach. Throws on an unknown run.
 */
export function heldBack(
  state: CaseState,
  runId: string,
  stepId: string,
  answered: readonly string[],
): readonly HeldBack[] {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  if (!run) throw new RangeError(`No run ${runId}`);
  const keys = answered.flatMap((id) => run.protocol.factOf.get(id)?.key ?? []);
  return run.protocol.steps.flatMap((step) => {
    if (step.id === stepId || !step.definition.protective) return [];
    const { stoodOn } = dependenciesOf(fold.set, run.protocol, step);
    if (!keys.some((key) => stoodOn.has(key))) return [];
    const explanation = explainStep(state.readFold(), run, step);
    if (!isShut(explanation)) return [];
    const othersOf = ({ because }: Explanation) =>
      because.flatMap((ground) => {
        const { fact } = ground;
        const other =
          fact === undefined || answered.includes(fact) ? undefined : run.protocol.factOf.get(fact);
        return other && !other.list ? [{ ground, fact: other }] : [];
      });
    const without = (others: ReturnType<typeof othersOf>) =>
      explainWithout(
        state,
        runId,
        step.id,
        others.map(({ fact }) => fact),
      );
    const alone = othersOf(explanation).filter((other) => !isShut(without([other])));
    const shutBy = alone.length > 0 ? alone : together(explanation, othersOf, without);
    const because = shutBy.map(({ ground }) => ground);
    return because.length > 0
      ? [{ title: step.definition.title, explanation: { ...explanation, because } }]
      : [];
  });
}

/** Facts of which each is enough to shut it, found one after another; none when it stays shut without all of them. */
function together<T extends { readonly fact: CompiledFact }>(
  explanation: Explanation,
  othersOf: (explanation: Explanation) => readonly T[],
  without: (others: T[]) => Explanation,
): readonly T[] {
  const found: T[] = [];
  for (let next = explanation; isShut(next); next = without(found)) {
    const more = othersOf(next).filter(({ fact }) => !found.some((it) => it.fact === fact));
    if (more.length === 0) return [];
    found.push(...more);
  }
  return found;
}

const isShut = ({ state }: Explanation): boolean => state === 'not-applicable' || state === 'blocked';

/** How the step would stand if these facts were not known, whoever decided them: read, nothing is recorded. */
function explainWithout(
  state: CaseState,
  runId: string,
  stepId: string,
  facts: readonly CompiledFact[],
): Explanation {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  const step = run?.protocol.steps[run.indexOf(stepId)];
  if (!run || !step) throw new RangeError(`No step ${stepId} in run ${runId}`);
  const values = Object.fromEntries(facts.map((fact) => [fact.id, notKnown(fact)]));
  return readSent(fold, run, step, { values }, () => explainStep(fold, run, step));
}

function notKnown({ definition }: CompiledFact): FactValue {
  if (!isSaidByItem(definition)) return { answer: 'unknown' };
  return Object.fromEntries((definition.items ?? []).map(({ id }) => [id, { answer: 'unknown' as const }]));
}
