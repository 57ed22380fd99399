import { FACT_TYPE_NAMES, FACT_TYPES } from '../fact-types';
import { COUNTED_ANSWERS, FACT_ROLES, FIELD_CLASSES } from '../documents/document';
import { type JsonSchema, listOf, oneOf, pattern, exactObject, ref } from './json-schema';

const shape = {
  type: oneOf('Kind of answer.', FACT_TYPE_NAMES),
  class: oneOf('Who may need to see it.', FIELD_CLASSES),
  title: ref('text'),
  hint: ref('text'),
  changes: oneOf(
    'never: another value is an amendment with its reason. over-time: it may change. Default never.',
    ['never', 'over-time'],
  ),
  ...Object.fromEntries(FACT_TYPE_NAMES.flatMap((name) => Object.entries(FACT_TYPES[name].schema))),
  writtenBy: pattern(
    'The only step that writes it: protection.danger.',
    String.raw`^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$`,
  ),
  relevant: ref('expression'),
  sensitive: { type: 'boolean' },
  role: oneOf('What the product reads it as: birth, safe-contact…', FACT_ROLES),
  counted: exactObject(
    'Codes that the board and samples of cases count.',
    Object.fromEntries(COUNTED_ANSWERS.map((it) => [it, listOf('Codes of the answer.', ref('code'))])),
    [],
  ),
  marked: listOf('Of the danger: codes that are marked wherever the child is named.', ref('code')),
  asksOfBan: {
    description: 'Of a yes-no: whether a method looks at puberty, never what it saw.',
    type: 'boolean',
  },
  namesNobody: { description: 'Of a text: it names nobody, and is not masked.', type: 'boolean' },
  reportableEvents: listOf(
    'Answers that are told in one press.',
    exactObject(
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
} satisfies Readonly<Record<string, JsonSchema>>;

/** Facts, and the fields of a row: the same but for lists in lists, and a class that they take from their list. */
export const FACT = {
  factDefinition: exactObject('A fact: something asked, seen or told.', shape, ['type', 'class', 'title']),
  rowField: exactObject('A field of a row.', withoutLists(), ['type', 'title']),
} satisfies Readonly<Record<string, JsonSchema>>;

function withoutLists(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(shape).filter(
      ([key]) => !['row', 'derived', 'says', 'orderedBy', 'writtenBy', 'reportableEvents'].includes(key),
    ),
  );
}
