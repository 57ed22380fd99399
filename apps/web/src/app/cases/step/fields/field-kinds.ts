import type { FieldView } from '@repere/contract';
import { formatDuration, formatMonths } from '@repere/feel';
import type { AnswerWithNote, ChecklistAnswers, FACT_TYPES, FactTypeName, FactValue } from '@repere/protocol';
import { type Language, LOCALES } from '@repere/ui';
import {
  readTypedDuration,
  readTypedMonths,
  readTypedNumber,
  typeDuration,
  typeMonths,
} from '@repere/ui/amount';
import type { Answer, TypedChecklist } from '@repere/ui/answer';
import { readTypedDate, formatEdtf, typeDate } from '@repere/ui/date';
import type { FieldReading, TypedField } from './typed-field';

/** A kind of answer as forms ask for it. */
type Kind = FieldView['type'];

/** The widget that the language says for a kind; several codes of a choice have one of their own. */
type WidgetOf<K extends Kind> = K extends FactTypeName ? (typeof FACT_TYPES)[K]['widget'] : 'codes-field';

/** Who says values: the language of the screen. */
export type Speaker = Pick<Language, 't' | 'localize' | 'current' | 'labelled' | 'listed'>;

/** Whether the language says that answers of a kind are somebody's own words; codes are not. */
type OwnWordsOf<K extends Kind> = K extends FactTypeName ? (typeof FACT_TYPES)[K]['isOwnWords'] : false;

interface FieldKind<Widget extends string, IsOwnWords extends boolean> {
  /** Of `@repere/ui`; `step-field.html` draws it. */
  readonly widget: Widget;
  /** Whether two answers may both be kept, one below the other. */
  readonly isOwnWords: IsOwnWords;
  /** Whether *unknown* and *refused* stand beside it; else it has them itself. */
  readonly offersNone: boolean;
  /** Whether it stays in sight under *unknown*: options do; what was typed is set aside so that nobody takes it for the answer. */
  readonly staysInSight: boolean;
  /** Whether what is known may be kept as it is: a checklist is gone through item by item. */
  readonly mayKeep: boolean;
  /** What was typed, as a value to send. */
  readTyped(field: FieldView, typed: TypedField): FieldReading;
  /** A value that is known, as it would have been typed. */
  type(value: FactValue): Partial<TypedField>;
  /** The same of an answer that stands for no value, or has a note; left out: as what stands beside the widget. */
  typeAnswer?(answer: AnswerWithNote['answer']): Partial<TypedField>;
  formatValue(field: FieldView, value: FactValue, language: Speaker): string;
}

const typed = { isOwnWords: false, offersNone: true, staysInSight: false, mayKeep: true } as const;
const picked = { isOwnWords: false, offersNone: true, staysInSight: true, mayKeep: true } as const;

/** What forms know of each kind of answer. One that is missing does not compile. */
export const FIELD_KINDS: { readonly [K in Kind]: FieldKind<WidgetOf<K>, OwnWordsOf<K>> } = {
  choice: {
    widget: 'choice-field',
    ...picked,
    readTyped: (_, { code }) => ({ ok: true, value: code }),
    type: (value) => ({ code: String(value) }),
    formatValue: (field, value, language) => optionWord(field, String(value), language),
  },
  choices: {
    widget: 'codes-field',
    ...picked,
    readTyped: (_, { codes }) => ({ ok: true, value: codes.length ? codes : null }),
    type: (value) => ({ codes: codesIn(value) }),
    formatValue: (field, value, language) =>
      listOf(
        codesIn(value).map((code) => optionWord(field, code, language)),
        language,
      ),
  },
  'yes-no': {
    widget: 'answer-line',
    isOwnWords: false,
    offersNone: false,
    staysInSight: true,
    mayKeep: true,
    readTyped: (_, { yesNo }) => ({ ok: true, value: yesNo && answerValue(yesNo) }),
    type: (value) => ({ yesNo: value === 'yes' || value === 'no' ? value : null }),
    typeAnswer: (answer) => ({ yesNo: answer }),
    formatValue: (_, value, { t }) => t(`ui.answer.${String(value)}`),
  },
  number: {
    widget: 'number-field',
    ...typed,
    readTyped(field, { text }) {
      const reading = readTypedNumber(text);
      return reading.ok ? inRange(field, reading.value) : amountProblem(reading.problem);
    },
    type: (value) => ({ text: String(value).replace('.', ',') }),
    formatValue: ({ unit }, value, { current }) =>
      [new Intl.NumberFormat(LOCALES[current()]).format(Number(value)), unit].filter(Boolean).join(' '),
  },
  months: {
    widget: 'months-field',
    ...typed,
    readTyped(field, { months }) {
      const reading = readTypedMonths(months);
      return reading.ok ? inRange(field, reading.value) : amountProblem(reading.problem);
    },
    type: (value) => ({ months: typeMonths(Number(value)) }),
    formatValue: (_, value, { current }) => formatMonths(Number(value))[current()],
  },
  date: {
    widget: 'date-field',
    ...typed,
    readTyped(_, { date }) {
      const reading = readTypedDate(date);
      return reading.ok
        ? { ok: true, value: reading.edtf || null }
        : { ok: false, key: `ui.date.problem.${reading.problem}` };
    },
    type: (value) => ({ date: typeDate(String(value)) }),
    formatValue: (_, value, language) => formatDate(String(value), language),
  },
  duration: {
    widget: 'duration-field',
    ...typed,
    readTyped(_, { duration }) {
      const reading = readTypedDuration(duration);
      return reading.ok ? reading : amountProblem(reading.problem);
    },
    type: (value) => ({ duration: typeDuration(String(value)) }),
    formatValue: (_, value, { current }) => formatDuration(String(value))[current()],
  },
  text: {
    widget: 'text-field',
    ...typed,
    isOwnWords: true,
    readTyped: (field, { text }) => readText(field, text),
    type: (value) => ({ text: String(value) }),
    formatValue: (_, value) => String(value),
  },
  checklist: {
    widget: 'checklist-field',
    isOwnWords: false,
    offersNone: false,
    staysInSight: true,
    mayKeep: false,
    readTyped: (field, { items }) => ({ ok: true, value: readItems(field, items) }),
    type: (value) => ({ items: typeItems(value as ChecklistAnswers) }),
    formatValue: (field, value, language) => formatChecklist(field, value as ChecklistAnswers, language),
  },
};

const codesIn = (value: FactValue): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [String(value)];

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

/** What was answered. A sheet that has to be filled in and on which nothing was ticked says that nothing was asked. */
function readItems(field: FieldView, items: TypedChecklist): ChecklistAnswers | null {
  const answers = Object.entries(items).flatMap(
    ([item, { answer, note }]): readonly (readonly [string, ChecklistAnswers[string]])[] => {
      if (!answer) return [];
      const words = note.trim();
      if (!words && (answer === 'yes' || answer === 'no')) return [[item, answer] as const];
      return [[item, { answer, ...(words ? { note: words } : {}) }] as const];
    },
  );
  if (answers.length) return Object.fromEntries(answers);
  if (!field.required) return null;
  return Object.fromEntries((field.items ?? []).map(({ id }) => [id, { answer: 'not-asked' as const }]));
}

function typeItems(answers: ChecklistAnswers): TypedChecklist {
  return Object.fromEntries(
    Object.entries(answers).map(([item, answer]) => [
      item,
      typeof answer === 'string' ? { answer, note: '' } : { answer: answer.answer, note: answer.note ?? '' },
    ]),
  );
}

function optionWord(field: FieldView, code: string, { localize }: Speaker): string {
  const label = field.options?.find((option) => option.code === code)?.label;
  return label ? localize(label) : code;
}

function formatDate(edtf: string, { t, current }: Speaker): string {
  const date = formatEdtf(edtf, current());
  return edtf.endsWith('~') ? t('step.estimated', { date }) : date;
}

/** Items by answer, those that say something first; what was not asked is counted: `Oui : fugues`, `Refuse : dette`, `Pas demandé : 4`. */
function formatChecklist(field: FieldView, answers: ChecklistAnswers, language: Speaker): string {
  const items = Object.entries(answers).map(([id, answer]) => ({
    label: itemWord(field, id, typeof answer === 'string' ? undefined : answer.note, language),
    answer: typeof answer === 'string' ? answer : answer.answer,
  }));
  const said = items.filter(({ answer }) => answer !== 'not-asked').length;
  const rest = Math.max(field.items?.length ?? 0, items.length) - said;
  const lines = (['yes', 'no', 'unknown', 'refused'] as const satisfies AnswerWithNote['answer'][]).flatMap(
    (answer) => {
      const labels = items.filter((item) => item.answer === answer).map(({ label }) => label);
      return labels.length
        ? language.labelled(language.t(`ui.answer.${answer}`), language.listed(labels))
        : [];
    },
  );
  return [
    ...lines,
    ...(rest > 0 ? [language.labelled(language.t('ui.answer.not-asked'), String(rest))] : []),
  ].join('\n');
}

function itemWord(field: FieldView, id: string, note: string | undefined, { localize }: Speaker): string {
  const label = field.items?.find((item) => item.id === id)?.label;
  return withNote(label ? localize(label) : id, note);
}

function listOf(words: readonly string[], { current }: Speaker): string {
  return new Intl.ListFormat(LOCALES[current()], { type: 'conjunction' }).format(words);
}

export const withNote = (words: string, note: string | undefined) => (note ? `${words} (${note})` : words);
