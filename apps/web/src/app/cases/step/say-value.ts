import type { FieldView } from '@repere/contract';
import type { AnswerWithNote, ChecklistAnswers, FactValue } from '@repere/protocol';
import { formatMonths } from '@repere/feel';
import { type Language, LOCALES } from '@repere/ui';
import { sayDuration } from '@repere/ui/amount';
import { sayEdtf } from '@repere/ui/date';
import { isAnswer } from './typed-field';

type Speaker = Pick<Language, 't' | 'say' | 'current'>;

/** A value in the words of its field. */
export function sayValue(field: FieldView, value: FactValue, language: Speaker): string {
  if (isAnswer(value)) return withNote(language.t(`ui.answer.${value.answer}`), value.note);
  switch (field.type) {
    case 'choice':
      return optionWord(field, String(value), language);
    case 'choices':
      return listOf(
        (Array.isArray(value) ? value : [value]).map((code) => optionWord(field, String(code), language)),
        language,
      );
    case 'yes-no':
      return language.t(`ui.answer.${String(value)}`);
    case 'number':
      return [new Intl.NumberFormat(LOCALES[language.current()]).format(Number(value)), field.unit]
        .filter(Boolean)
        .join(' ');
    case 'months':
      return formatMonths(Number(value))[language.current()];
    case 'duration':
      return sayDuration(String(value), language.current());
    case 'date':
      return sayDate(String(value), language);
    case 'checklist':
      return sayChecklist(field, value as ChecklistAnswers, language);
    case 'text':
      return String(value);
  }
}

function optionWord(field: FieldView, code: string, { say }: Speaker): string {
  const label = field.options?.find((option) => option.code === code)?.label;
  return label ? say(label) : code;
}

function sayDate(edtf: string, { t, current }: Speaker): string {
  const date = sayEdtf(edtf, current());
  return edtf.endsWith('~') ? t('step.estimated', { date }) : date;
}

/** Items by answer, those that say something first: `Oui : fugues · Refuse : dette · Pas demandé : 4`. */
function sayChecklist(field: FieldView, answers: ChecklistAnswers, language: Speaker): string {
  const items = Object.entries(answers).map(([id, answer]) => ({
    label: itemWord(field, id, typeof answer === 'string' ? undefined : answer.note, language),
    answer: typeof answer === 'string' ? answer : answer.answer,
  }));
  return (['yes', 'no', 'unknown', 'refused', 'not-asked'] as const satisfies AnswerWithNote['answer'][])
    .map((answer) => ({
      answer,
      labels: items.filter((item) => item.answer === answer).map(({ label }) => label),
    }))
    .filter(({ labels }) => labels.length)
    .map(({ answer, labels }) => `${language.t(`ui.answer.${answer}`)} : ${labels.join(' ; ')}`)
    .join('\n');
}

function itemWord(field: FieldView, id: string, note: string | undefined, { say }: Speaker): string {
  const label = field.items?.find((item) => item.id === id)?.label;
  return withNote(label ? say(label) : id, note);
}

function listOf(words: readonly string[], { current }: Speaker): string {
  return new Intl.ListFormat(LOCALES[current()], { type: 'conjunction' }).format(words);
}

const withNote = (words: string, note: string | undefined) => (note ? `${words} (${note})` : words);
