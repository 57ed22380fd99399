import type { StepInput, StepPage } from '@repere/contract';
import type { TypedField } from '../fields/typed-field';
import type { TypedStep } from '../typed-step';

/** What a decision stands on, as typed. */
export type DecisionWords = Pick<TypedStep, 'reasons' | 'bestInterests' | 'childView'>;

export const NO_DECISION_WORDS: DecisionWords = {
  reasons: [],
  bestInterests: '',
  childView: { kind: null, text: '' },
};

/** Only these of a whole form: what else is typed meanwhile stays untouched when they change. */
export const decisionWordsOf = ({ reasons, bestInterests, childView }: DecisionWords): DecisionWords => ({
  reasons,
  bestInterests,
  childView,
});

/** Reasons of the closed list for the value that is decided now: changing one's mind changes the list. */
export function reasonOptions(asks: StepPage['asks'] | undefined, decided: TypedField | null) {
  const code = decided?.code ?? (decided?.yesNo === 'yes' || decided?.yesNo === 'no' ? decided.yesNo : null);
  return (code ? asks?.reasons[code] : undefined) ?? [];
}

/** What is sent of it: nothing for what was left empty, no reason of another value. */
export function formatDecision(
  asks: StepPage['asks'],
  decided: TypedField | null,
  { reasons, bestInterests, childView }: DecisionWords,
): Pick<StepInput, 'reasons' | 'bestInterests' | 'childView'> {
  const options = reasonOptions(asks, decided);
  const given = reasons.filter((reason) => options.some(({ code }) => code === reason));
  const view = childView.text.trim();
  return {
    ...(given.length && { reasons: given }),
    ...(bestInterests.trim() && { bestInterests: bestInterests.trim() }),
    ...(childView.kind === 'said' && view && { childView: { said: view } }),
    ...(childView.kind === 'whyNot' && view && { childView: { whyNot: view } }),
  };
}
