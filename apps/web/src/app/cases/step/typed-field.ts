import type { FieldView } from '@repere/contract';
import type { AnswerWithNote, ChecklistAnswers, FactValue } from '@repere/protocol';
import type { NonAnswer } from '@repere/feel';
import {
  NO_DURATION,
  NO_MONTHS,
  readTypedDuration,
  readTypedMonths,
  readTypedNumber,
  type TypedDuration,
  type TypedMonths,
  typeDuration,
  typeMonths,
} from '@repere/ui/amount';
import type { Answer, TypedChecklist } from '@repere/ui/answer';
import { NO_DATE, readTypedDate, typeDate, type TypedDate } from '@repere/ui/date';

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

export function readField(field: FieldView, typed: TypedField): FieldReading {
  if (typed.nonAnswer && field.type !== 'checklist' && field.type !== 'yes-no')
    return { ok: true, value: { answer: typed.nonAnswer } };
  switch (field.type) {
    case 'choice':
      return { ok: true, value: typed.code };
    case 'choices':
      return { ok: true, value: typed.codes.length ? typed.codes : null };
    case 'yes-no':
      return { ok: true, value: typed.yesNo && answerValue(typed.yesNo) };
    case 'text':
      return readText(field, typed.text);
    case 'number': {
      const reading = readTypedNumber(typed.text);
      return reading.ok ? inRange(field, reading.value) : amountProblem(reading.problem);
    }
    case 'months': {
      const reading = readTypedMonths(typed.months);
      return reading.ok ? inRange(field, reading.value) : amountProblem(reading.problem);
    }
    case 'duration': {
      const reading = readTypedDuration(typed.duration);
      return reading.ok ? reading : amountProblem(reading.problem);
    }
    case 'date': {
      const reading = readTypedDate(typed.date);
      if (!reading.ok) return { ok: false, key: `ui.date.problem.${reading.problem}` };
      return { ok: true, value: reading.edtf || null };
    }
    case 'checklist':
      return { ok: true, value: readItems(typed.items) };
  }
}

/** The field filled in with a value that is known. */
export function typeValue(field: FieldView, value: FactValue): TypedField {
  const typed = NOTHING_TYPED;
  if (isAnswer(value)) {
    if (field.type === 'yes-no') return { ...typed, yesNo: value.answer };
    return value.answer === 'yes' || value.answer === 'no' ? typed : { ...typed, nonAnswer: value.answer };
  }
  switch (field.type) {
    case 'choice':
      return { ...typed, code: String(value) };
    case 'choices':
      return { ...typed, codes: Array.isArray(value) ? value.map(String) : [String(value)] };
    case 'yes-no':
      return { ...typed, yesNo: value === 'yes' || value === 'no' ? value : null };
    case 'text':
      return { ...typed, text: String(value) };
    case 'number':
      return { ...typed, text: String(value).replace('.', ',') };
    case 'months':
      return { ...typed, months: typeMonths(Number(value)) };
    case 'duration':
      return { ...typed, duration: typeDuration(String(value)) };
    case 'date':
      return { ...typed, date: typeDate(String(value)) };
    case 'checklist':
      return { ...typed, items: typeItems(value as ChecklistAnswers) };
  }
}

/** Whether a value is one of the answers that stand for none, or a yes or no with its note. */
export function isAnswer(value: FactValue): value is AnswerWithNote {
  return (
    typeof value === 'object' && !Array.isArray(value) && typeof (value as AnswerWithNote).answer === 'string'
  );
}

function answerValue(answer: Answer): FactValue {
  return answer === 'yes' || answer === 'no' ? answer : { answer };
}

function readText(field: FieldView, text: string): FieldReading {
  if (text.length > (field.maxLength ?? 10_000)) return { ok: false, key: 'step.mistake.too-long' };
  return { ok: true, value: text.trim() || null };
}

function inRange(field: FieldView, value: number | null): FieldReading {
  if (value !== null && (value < (field.min ?? -Infinity) || value > (field.max ?? Infinity)))
    return { ok: false, key: 'step.mistake.out-of-range' };
  return { ok: true, value };
}

const amountProblem = (problem: string): FieldReading => ({ ok: false, key: `ui.amount.problem.${problem}` });

function readItems(items: TypedChecklist): ChecklistAnswers | null {
  const answers = Object.entries(items).flatMap(
    ([item, { answer, note }]): readonly (readonly [string, ChecklistAnswers[string]])[] => {
      if (!answer) return [];
      const words = note.trim();
      if (!words && (answer === 'yes' || answer === 'no')) return [[item, answer] as const];
      return [[item, { answer, ...(words ? { note: words } : {}) }] as const];
    },
  );
  return answers.length ? Object.fromEntries(answers) : null;
}

function typeItems(answers: ChecklistAnswers): TypedChecklist {
  return Object.fromEntries(
    Object.entries(answers).map(([item, answer]) => [
      item,
      typeof answer === 'string' ? { answer, note: '' } : { answer: answer.answer, note: answer.note ?? '' },
    ]),
  );
}
