import { type JsonSchema, listOf, named, exactObject, ref } from './json-schema';

const word: JsonSchema = { type: 'string' };
const time: JsonSchema = {
  description: '2025-03-04T09:00, local to the territory; an offset may follow.',
  type: 'string',
};
const wordOrWords: JsonSchema = { type: ['string', 'array'], items: word };
const anything: JsonSchema = {};
const values = named('Name → value.', word, anything);

const completion = {
  by: {
    description: 'Whose act: a role (TS, TS-duty), a list, or {role, name, language}.',
    type: ['string', 'array', 'object'],
  },
  entered: { description: 'Whose account.', type: 'string' },
  occurred: {
    description: 'When it really happened: a time, or a date known to day, month or year.',
    type: ['string', 'number', 'object'],
  },
  set: values,
  row: values,
  about: { description: 'An earlier row.', type: 'string' },
  closes: { description: 'No other.', type: ['boolean', 'string'] },
  reasons: listOf('Reason codes.', word),
  best_interests: word,
  child_view: {
    type: ['string', 'object'],
    additionalProperties: false,
    properties: { said: word, why_not: word },
  },
  evidence: {
    description: 'Kinds, or kind → reference.',
    type: ['array', 'object'],
    items: word,
    additionalProperties: word,
  },
  note: word,
  confirms: { type: ['boolean', 'string'] },
  same_as: word,
  out_of_order: word,
  again: { description: 'Only a word to the reader.', type: 'boolean' },
} satisfies Readonly<Record<string, JsonSchema>>;

const line = {
  at: time,
  ...completion,
  step: { description: 'Completes it. `step`, `protocol.step` or `protocol#2.step`.', type: 'string' },
  approve: word,
  return: word,
  waive: word,
  amend: word,
  record: values,
  open: { description: 'Opens a protocol.', type: 'string' },
  nth: { type: 'integer', minimum: 1 },
  reason: word,
  why: word,
  entered_in_error: { type: 'boolean' },
  occurred_instead: { type: ['string', 'number', 'object'] },
  refused: {
    description: 'This line must be refused; or what the refusal mentions; "perhaps": told if it is taken.',
    type: ['boolean', 'string', 'array'],
    items: word,
  },
  expect: ref('expectation'),
} satisfies Readonly<Record<string, JsonSchema>>;

const attempts = listOf(
  'Lines tried and not kept.',
  exactObject('An attempt.', { ...line, because: wordOrWords }),
);
const explanation = {
  step: word,
  because: listOf('Names.', word),
  opens_with: listOf('Steps.', word),
  says: word,
} satisfies Readonly<Record<string, JsonSchema>>;

const told = (description: string): JsonSchema => ({
  description,
  type: 'object',
  additionalProperties: false,
  required: ['fr'],
  properties: { fr: word, en: word },
});
const story = told('What happens, in some sentences.');

const defs: JsonSchema = {
  line: exactObject('One line of the history.', line),
  expectation: {
    description: 'What must hold; any further key is a derived name.',
    type: 'object',
    properties: {
      at: time,
      steps: named('Step → state, or states of which one.', word, wordOrWords),
      facts: values,
      outcome: { type: ['string', 'object'], additionalProperties: word },
      derived: values,
      due: named('Step → time, null, or {at, late_from, owner, origin, says, met}.', word, {
        type: ['null', 'string', 'object'],
      }),
      late: listOf('Exactly these of ours are late.', word),
      outside_late: listOf('Exactly these of outside are late.', word),
      suspended: listOf('Each waits for the return of the child; [] means none.', word),
      deviations: listOf(
        'Each is there; [] means none.',
        exactObject(
          'A deviation.',
          { kind: word, step: word, days: { type: 'number' }, hours: { type: 'number' } },
          ['kind'],
        ),
      ),
      opened: { type: 'array', items: { type: ['string', 'object'] } },
      not_opened: listOf('Protocols.', word),
      kept: listOf('Safeguards that are not broken now.', word),
      may_be_done: listOf('Steps that may be done now, for the first time or again.', word),
      not_outcome: { description: 'Outcomes that no run has.', ...wordOrWords },
      refused: attempts,
      accepted: attempts,
      flagged: attempts,
      explain: {
        type: ['object', 'array'],
        additionalProperties: false,
        required: ['step'],
        properties: explanation,
        items: exactObject('An explanation.', explanation, ['step']),
      },
      says: named('Row, `exams.x1`, → part of what it says.', word, word),
      known_as_of: named('Time → step → state.', word, named('Step → state.', word, word)),
    },
  },
};

const example = exactObject(
  'A worked history.',
  {
    title: told('What happens, in a few words: how it is listed.'),
    story,
    versions: named('Protocol → version.', word, { type: ['string', 'number'] }),
    start: listOf('Protocols engaged at the beginning.', word),
    territory: { description: 'INSEE code, quoted: "93".', type: ['string', 'number'] },
    in_charge: listOf('Labels in charge.', word),
    given: values,
    do: listOf('The history.', ref('line')),
    expect: ref('expectation'),
  },
  ['story', 'versions', 'territory'],
);

type FileSchema = { readonly body: JsonSchema; readonly defs: JsonSchema };

/** Worked histories, as `case/example.ts` describes them. */
export const EXAMPLE: FileSchema = { defs, body: example };

/** Tables of them, as `load-vectors.ts` reads them. */
export const VECTORS: FileSchema = {
  defs: { ...defs, example },
  body: exactObject(
    'Worked histories that differ in little.',
    {
      base: ref('example'),
      rows: listOf(
        'Each is an example of its own.',
        exactObject(
          'What differs from the base.',
          {
            story,
            set: named('Way into `given` → value.', word, anything),
            expect: { ...ref('expectation'), description: 'Added to what the base expects.' },
          },
          ['story'],
        ),
      ),
    },
    ['base', 'rows'],
  ),
};
