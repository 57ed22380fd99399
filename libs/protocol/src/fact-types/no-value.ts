import { NON_ANSWERS, type NonAnswer, type Text, text } from '@repere/feel';
import type { AnswerWithNote, FactValue } from './fact-values';
import type { ValueProblem } from './fact-type';
import { checkText, invalid } from './free-words';

const LONGEST_NOTE = 2_000;

/** What was answered instead of a value: `unknown`, `not-asked`, `refused`; `null` when there is a value. */
export function nonAnswerIn(raw: FactValue): NonAnswer | null {
  // Before it is checked, a value may be anything that JSON can hold.
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const { answer } = raw as AnswerWithNote;
  return NON_ANSWERS.find((it) => it === answer) ?? null;
}

/** The problem with an answer that comes with a note, or stands for none. */
export function checkAnswer(raw: AnswerWithNote, maySayYes: boolean): ValueProblem | null {
  const isKnown = NON_ANSWERS.some((it) => it === raw.answer) || (maySayYes && isYesOrNo(raw.answer));
  if (!isKnown) {
    return invalid(
      'Réponse sans valeur : « unknown », « not-asked » ou « refused ».',
      'Without a value: "unknown", "not-asked" or "refused".',
    );
  }
  return raw.note === undefined ? null : checkText(raw.note, LONGEST_NOTE);
}

export function isYesOrNo(answer: unknown): answer is 'yes' | 'no' {
  return answer === 'yes' || answer === 'no';
}

/** The same in both languages: a figure, a code without words, what somebody wrote. */
export const same = (words: string): Text => text(words, words);

export function joined(parts: readonly Text[]): Text {
  return text(parts.map(({ fr }) => fr).join(', '), parts.map(({ en }) => en).join(', '));
}
