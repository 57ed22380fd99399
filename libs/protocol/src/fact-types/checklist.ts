import { type NonAnswer, type Text, text } from '@repere/feel';
import { named, ref } from '../schema/json-schema';
import type { AnswerWithNote, ChecklistAnswers, FactValue } from './fact-values';
import type { FactShape, FactType } from './fact-type';
import { invalid } from './free-words';
import { checkAnswer, isYesOrNo, joined, nonAnswerIn } from './no-value';
import { ANSWER_WORDS } from '../wording/answer-words';

/** Several questions of yes or no under one title, each answered, or not, by itself. */
export const CHECKLIST = {
  words: text('une liste à cocher', 'a checklist'),
  schema: {
    items: named('Items of a checklist: id → words, or {label, hint}.', ref('name'), {
      description: 'Words of an item, or {label, hint}.',
      type: ['string', 'object'],
      minLength: 1,
      additionalProperties: false,
      properties: { label: ref('text'), hint: ref('text'), fr: { type: 'string' }, en: { type: 'string' } },
    }),
  },
  needs: { key: 'items', example: 'items: {debt: Dette à rembourser}' },
  feelType: ({ items = [] }) => ({ kind: 'checklist', items: items.map(({ id }) => id) }),
  codes: () => [],
  check({ items = [] }: FactShape, raw: unknown) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
      return invalid('Une réponse par élément de la liste.', 'One answer for each item of the checklist.');
    }
    for (const [item, answer] of Object.entries(raw as Readonly<Record<string, FactValue>>)) {
      if (!items.some((it) => it.id === item)) {
        const all = joined(items.map(({ label }) => label));
        return {
          code: 'unknown-code',
          text: text(`« ${item} » n'en est pas : ${all.fr}.`, `"${item}" is not one of: ${all.en}.`),
        };
      }
      if (isYesOrNo(answer)) continue;
      if (typeof answer !== 'object' || answer === null || !('answer' in answer)) {
        return invalid(
          `${item} : « yes », « no », ou {answer: unknown, not-asked ou refused}.`,
          `${item}: "yes", "no", or {answer: unknown, not-asked or refused}.`,
        );
      }
      const problem = checkAnswer(answer as AnswerWithNote, true);
      if (problem) return problem;
    }
    return null;
  },
  // Kept by item, and read so.
  convert: () => null,
  formatValue: ({ items = [] }: FactShape, raw) => formatItems(items, raw as ChecklistAnswers),
  carry({ items = [] }: FactShape, raw) {
    const known = new Set(items.map(({ id }) => id));
    const kept = Object.entries(raw as ChecklistAnswers).filter(([item]) => known.has(item));
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  },
  classes: { by: 'items' },
  askedAs: ['checklist'],
  writtenAs: 'items',
  widget: 'checklist-field',
  isCoded: true,
  isMoment: false,
  isOwnWords: false,
  noValue: 'by-item',
} as const satisfies FactType;

/** The answer to one item of a checklist, without its note. */
export function answerToItem(raw: string | AnswerWithNote): 'yes' | 'no' | NonAnswer {
  return (typeof raw === 'object' ? raw.answer : raw) as 'yes' | 'no' | NonAnswer;
}

/** Items with the same answer together, and "everything else" where one answer has the most. */
function formatItems(items: NonNullable<FactShape['items']>, answers: ChecklistAnswers): Text {
  const groups = new Map<string, { said: Text; labels: Text[] }>();
  for (const { id, label } of items) {
    const answer = answers[id];
    if (answer === undefined) continue;
    const said = wordsOf(answer) ?? label;
    const group = groups.get(said.fr) ?? { said, labels: [] };
    group.labels.push(label);
    groups.set(said.fr, group);
  }
  const sorted = [...groups.values()].sort((a, b) => a.labels.length - b.labels.length);
  return joined(
    sorted.map(({ said, labels }) => {
      const isRest = labels.length > 3;
      const of = isRest
        ? sorted.length === 1
          ? text('tout', 'all')
          : text('tout le reste', 'all the rest')
        : joined(labels);
      return text(`${of.fr} : ${said.fr}`, `${of.en}: ${said.en}`);
    }),
  );
}

function wordsOf(answer: 'yes' | 'no' | AnswerWithNote): Text | undefined {
  if (typeof answer === 'string') return ANSWER_WORDS[answer];
  const none = nonAnswerIn(answer);
  return none ? ANSWER_WORDS[none] : undefined;
}
