import { COUNTED_ANSWERS, FACT_ROLES, FIELD_CLASSES } from '../documents/document';
import { type JsonSchema, listOf, named, oneOf, pattern, record, ref } from './json-schema';

const shape: Readonly<Record<string, JsonSchema>> = {
  type: oneOf('Kind of answer.', [
    'choice',
    'yes-no',
    'number',
    'months',
    'date',
    'duration',
    'text',
    'checklist',
    'list',
  ]),
  class: oneOf('Who may need to see it.', FIELD_CLASSES),
  title: ref('text'),
  hint: ref('text'),
  changes: oneOf(
    'never: another value is an amendment with its reason. over-time: it may change. Default never.',
    ['never', 'over-time'],
  ),
  multiple: { description: 'Several codes may be chosen.', type: 'boolean' },
  values: {
    description: 'Codes of a choice: a list, with `labels`; or code → words.',
    type: ['array', 'object'],
    minItems: 1,
    items: ref('code'),
    propertyNames: ref('code'),
    additionalProperties: ref('text'),
  },
  labels: ref('labels'),
  ranked: {
    description: 'Codes from the most to the least protective.',
    type: 'array',
    minItems: 2,
    items: ref('code'),
  },
  items: named('Items of a checklist: id → words, or {label, hint}.', ref('name'), {
    description: 'Words of an item, or {label, hint}.',
    type: ['string', 'object'],
    minLength: 1,
    additionalProperties: false,
    properties: { label: ref('text'), hint: ref('text'), fr: { type: 'string' }, en: { type: 'string' } },
  }),
  row: named('Fields of each row of a list.', ref('name'), ref('rowField')),
  derived: named('Values computed in each row.', ref('name'), ref('derived')),
  says: {
    description: 'What a row says with its own figures: every part whose `when` is exactly true, in order.',
    type: 'array',
    minItems: 1,
    items: {
      description: 'A part of the sentence. {name} stands for a number of the row.',
      type: 'object',
      additionalProperties: false,
      required: ['when', 'text'],
      properties: { when: ref('expression'), text: ref('pair') },
    },
  },
  orderedBy: ref('name'),
  writtenBy: pattern(
    'The only step that writes it: protection.danger.',
    String.raw`^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$`,
  ),
  relevant: ref('expression'),
  unit: { description: 'Unit shown beside the number.', type: 'string' },
  min: { type: 'number' },
  max: { type: 'number' },
  maxLength: { type: 'integer', minimum: 1 },
  future: { description: 'Of a date: may lie in the future.', type: 'boolean' },
  sensitive: { type: 'boolean' },
  role: oneOf('What the product reads it as: birth, safe-contact…', FACT_ROLES),
  counted: record(
    'Codes that the board and samples of cases count.',
    Object.fromEntries(COUNTED_ANSWERS.map((it) => [it, listOf('Codes of the answer.', ref('code'))])),
    [],
  ),
  namesNobody: { description: 'Of a text: it names nobody, and is not masked.', type: 'boolean' },
  toldAtOnce: listOf(
    'Answers that are told in one press.',
    record(
      'Something that happens: an answer, and what telling it engages.',
      {
        answer: ref('code'),
        title: ref('pair'),
        hint: ref('pair'),
        asks: listOf('Facts that are asked with it.', ref('fact')),
        engages: ref('protocol'),
        call: listOf('Numbers to call first.', { type: 'string', minLength: 1 }),
        urgent: { description: 'It stands first, marked.', type: 'boolean' },
      },
      ['answer', 'title'],
    ),
  ),
  basis: ref('basis'),
};

/** Facts, and the fields of a row: the same but for lists in lists, and a class that they take from their list. */
export const FACT: Readonly<Record<string, JsonSchema>> = {
  factDefinition: record('A fact: something asked, seen or told.', shape, ['type', 'class', 'title']),
  rowField: record('A field of a row.', withoutLists(), ['type', 'title']),
};

function withoutLists(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(shape).filter(
      ([key]) => !['row', 'derived', 'says', 'orderedBy', 'writtenBy', 'toldAtOnce'].includes(key),
    ),
  );
}
