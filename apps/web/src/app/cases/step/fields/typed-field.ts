import type { AnswerWithNote, FactValue } from '@repere/protocol';
import type { NonAnswer } from '@repere/feel';
import { NO_DURATION, NO_MONTHS, type TypedDuration, type TypedMonths } from '@repere/ui/amount';
import type { Answer, TypedChecklist } from '@repere/ui/answer';
import { NO_DATE, type TypedDate } from '@repere/ui/date';

/** One field as it is being filled in. What was typed stays when a non-answer is pressed, so that it can be taken back. */
export interface TypedField {
  /** What is known already is shown closed; *it changed* opens it. */
  readonly isOpen: boolean;
  readonly nonAnswer: NonAnswer | null;
  readonly text: string;
  readonly code: string | null;
  readonly codes: readonly string[];
  readonly yesNo: Answer | null;
  readonly months: TypedMonths;
  readonly duration: TypedDuration;
  readonly date: TypedDate;
  readonly items: TypedChecklist;
}

export const NOTHING_TYPED: TypedField = {
  isOpen: true,
  nonAnswer: null,
  text: '',
  code: null,
  codes: [],
  yesNo: null,
  months: NO_MONTHS,
  duration: NO_DURATION,
  date: NO_DATE,
  items: {},
};

/** What a typed field means: a value to send, nothing, or a mistake with the key of its words. */
export type FieldReading =
  { readonly ok: true; readonly value: FactValue | null } | { readonly ok: false; readonly key: string };

/** Whether a value is one of the answers that stand for none, or a yes or no with its note. */
export function isAnswer(value: FactValue): value is AnswerWithNote {
  return (
    typeof value === 'object' && !Array.isArray(value) && typeof (value as AnswerWithNote).answer === 'string'
  );
}
