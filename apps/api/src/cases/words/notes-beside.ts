import type { AnswerWithNote, ChecklistAnswers, FactValue } from '@repere/protocol';

/** Whether words of somebody's own stand beside the answer, or beside one of a checklist's. */
export function hasNote(value: FactValue): boolean {
  if (!isObject(value)) return false;
  return isAnswer(value) ? isNoted(value) : Object.values(value).some((it) => isObject(it) && isNoted(it));
}

/** The answers without the words beside them. */
export function withoutNotes(value: FactValue): FactValue {
  if (!isObject(value)) return value;
  if (isAnswer(value)) return { answer: value.answer };
  return Object.fromEntries(
    Object.entries(value).map(([item, it]) => [item, isObject(it) ? { answer: it.answer } : it]),
  );
}

/** The answers with the words beside them as `change` gives them. */
export function withNotes(value: FactValue, change: (note: string) => string): FactValue {
  if (!isObject(value) || !hasNote(value)) return value;
  const changed = (it: AnswerWithNote): AnswerWithNote =>
    it.note === undefined ? it : { ...it, note: change(it.note) };
  if (isAnswer(value)) return changed(value);
  return Object.fromEntries(
    Object.entries(value).map(([item, it]) => [item, isObject(it) ? changed(it) : it]),
  );
}

/** Whether this is an answer that stands for no value, or a yes or no with its note. */
export const isAnswer = (value: FactValue): value is AnswerWithNote =>
  isObject(value) && 'answer' in value && typeof value.answer === 'string';

const isObject = <T extends FactValue | ChecklistAnswers[string]>(value: T): value is Extract<T, object> =>
  typeof value === 'object' && !Array.isArray(value);

const isNoted = (answer: AnswerWithNote): boolean => Object.keys(answer).some((part) => part !== 'answer');
