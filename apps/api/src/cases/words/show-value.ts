import type { Words } from '@repere/cases';
import {
  ANSWER_WORDS,
  type AnswerWithNote,
  type ChecklistAnswers,
  FACT_TYPES,
  type FactDefinition,
  type FactValue,
} from '@repere/protocol';
import { isAnswer } from './notes-beside';

/** A recorded value as people read it, with the protocol's own labels; what has no label shows as it was recorded. */
export function showValue(fact: FactDefinition | undefined, value: FactValue): Words {
  if (isAnswer(value)) return withNote(ANSWER_WORDS[value.answer], value.note);
  if (isList(value)) return joined(value.map((code) => labelOf(fact, code)));
  if (typeof value === 'object') return showChecklist(fact, value);
  return fact ? FACT_TYPES[fact.type].formatValue(fact, value) : same(String(value));
}

/** A list of texts in one; with semicolons, since a title may have commas. */
export const joined = (texts: readonly Words[]): Words => ({
  fr: texts.map(({ fr }) => fr).join(' ; '),
  en: texts.map(({ en }) => en).join('; '),
});

export const same = (text: string): Words => ({ fr: text, en: text });

function labelOf(fact: FactDefinition | undefined, code: string): Words {
  return fact?.values?.find((it) => it.code === code)?.label ?? same(code);
}

/** Items by answer: "oui : fugues, addiction · ne sait pas : isolement". */
function showChecklist(fact: FactDefinition | undefined, answers: ChecklistAnswers): Words {
  const byAnswer = new Map<AnswerWithNote['answer'], Words[]>();
  for (const [item, answer] of Object.entries(answers)) {
    const code = typeof answer === 'string' ? answer : answer.answer;
    const label = fact?.items?.find(({ id }) => id === item)?.label ?? same(item);
    const note = typeof answer === 'string' ? undefined : answer.note;
    byAnswer.set(code, [...(byAnswer.get(code) ?? []), withNote(label, note)]);
  }
  const parts = [...byAnswer].map(([code, labels]) => ({
    answer: ANSWER_WORDS[code],
    labels: joined(labels),
  }));
  return {
    fr: parts.map(({ answer, labels }) => `${answer.fr} : ${labels.fr}`).join(' · '),
    en: parts.map(({ answer, labels }) => `${answer.en}: ${labels.en}`).join(' · '),
  };
}

const withNote = (words: Words, note: string | undefined): Words =>
  note === undefined || note === '' ? words : { fr: `${words.fr} (${note})`, en: `${words.en} (${note})` };

const isList = (value: FactValue): value is readonly string[] => Array.isArray(value);
