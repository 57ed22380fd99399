import type { CompiledFact } from '@repere/case-engine';
import type { FactTypeName } from '@repere/protocol';

/** How a kind of answer is told to the solver; what its values are is told by its FEEL type (`fact-terms.ts`). */
export interface AnswerEncoding {
  /** Into how many classes answers fall, *unknown* included; numbers and dates into as many more as they are compared with. */
  classes(fact: CompiledFact): number;
  /** Whether that it was answered at all is a constant of its own: its value doesn't tell, item by item, or where it is an estimate. */
  readonly isGivenApart: boolean;
  /** Whether each number or day that answers are compared with divides them into one class more. */
  readonly hasThresholds: boolean;
}

const ofCodes: AnswerEncoding = {
  classes: ({ codes }) => codes.length + 1,
  isGivenApart: false,
  hasThresholds: false,
};
const ofOne: AnswerEncoding = { classes: () => 2, isGivenApart: false, hasThresholds: false };

export const ANSWER_ENCODINGS: Readonly<Record<FactTypeName, AnswerEncoding>> = {
  choice: ofCodes,
  'yes-no': ofCodes,
  number: { ...ofOne, hasThresholds: true },
  months: { ...ofOne, hasThresholds: true },
  date: { ...ofOne, isGivenApart: true, hasThresholds: true },
  duration: ofOne,
  text: ofOne,
  checklist: {
    classes: ({ definition }) => (definition.items?.length ?? 0) * 3,
    isGivenApart: true,
    hasThresholds: false,
  },
  list: { ...ofOne, isGivenApart: true },
};
