import { EXAMPLE } from '../example';
import { type JsonSchema, listOf, named, exactObject, ref } from '../json-schema';
import { WORDS } from '../words';

const word: JsonSchema = { type: 'string', minLength: 1 };
const words: JsonSchema = ref('pair');
const time: JsonSchema = {
  description: '2025-03-04T09:00, local to the territory; an offset may follow.',
  type: 'string',
};
const id: JsonSchema = {
  description: 'A name of its own in this file: lower-case letters, digits and -.',
  type: 'string',
  pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
};
const period: JsonSchema = { description: 'A period: 24 hours, 3 days.', type: 'string' };
const codes = listOf('Codes of sources: S48, F01, G02.', word);
const points: JsonSchema = { description: 'What it counts, 1 to 5. Default 1.', type: 'integer', minimum: 1 };
const most = (items: number, schema: JsonSchema): JsonSchema => ({ ...schema, maxItems: items });
const some = (schema: JsonSchema): JsonSchema => ({ ...schema, minItems: 1 });
const lines = (description: string): JsonSchema => most(300, listOf(description, ref('line')));

const trigger = {
  at: time,
  after: { ...period, description: 'So long after the beginning, what it follows, or its condition.' },
  follows: { description: 'A beat or inject that comes first.', type: 'string' },
  when: { ...ref('condition'), description: 'Comes about once this is exactly true.' },
  unless: { ...ref('condition'), description: 'Does not come about if this is exactly true by then.' },
} satisfies Readonly<Record<string, JsonSchema>>;

const beat = {
  id,
  title: words,
  ...trigger,
  told: { ...words, description: 'What is told to the class.' },
  words: { ...words, description: 'What the child says.' },
  documents: listOf(
    'Papers that are handed out.',
    exactObject('A paper.', { title: words, says: words }, ['title', 'says']),
  ),
  notes: { ...words, description: 'For who leads, not shown to the class.' },
} satisfies Readonly<Record<string, JsonSchema>>;

const choice = exactObject(
  'An answer to choose.',
  { id, says: words, right: { description: 'A right answer.', type: 'boolean' }, because: words },
  ['id', 'says', 'because'],
);

const planted = exactObject(
  'A run with faults.',
  {
    id,
    title: words,
    without: listOf('Lines of the model that are left out: `step`, `approve step`.', word),
    later: named('Line of the model → when it is done instead.', word, word),
    with: lines('Lines that come besides.'),
    answers: named('Question → choice.', word, word),
    unticked: listOf('Expectations that the trainer does not tick.', word),
    loses: listOf('Keys of exactly the points that it loses.', word),
  },
  ['id', 'title', 'loses'],
);

/** A fictional child's story to practise on, as `documents/training-scenario.ts` describes it. */
export const SCENARIO: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: {
    ...EXAMPLE.defs,
    pair: WORDS['pair'],
    condition: {
      description: 'FEEL, read in the protocol of the scenario; or {in: protocol, is: condition}.',
      type: ['string', 'object'],
      additionalProperties: false,
      required: ['in', 'is'],
      properties: { in: word, is: word },
    },
  },
  body: exactObject(
    'A scenario.',
    {
      scenario: id,
      title: { ...words, description: 'What happens, in a line.' },
      summary: words,
      protocol: { description: 'The protocol that is practised.', type: 'string' },
      minutes: {
        description: 'How long it takes with a class.',
        type: 'integer',
        minimum: 1,
        maximum: 600,
      },
      basis: codes,
      objectives: some(most(10, listOf('What one can do afterwards.', words))),
      versions: named('Protocol → version.', word, { type: ['string', 'number'] }),
      start: listOf('Protocols engaged at the beginning.', word),
      territory: { description: 'INSEE code, quoted: "93".', type: ['string', 'number'] },
      in_charge: listOf('Labels in charge.', word),
      given: named('Name → value.', word, {}),
      cast: some(
        most(
          20,
          listOf(
            'Who is in the story.',
            exactObject('Somebody.', { name: word, who: words }, ['name', 'who']),
          ),
        ),
      ),
      begins: { ...time, description: 'When the learner comes in.' },
      ends: { ...time, description: 'The moment at which the score is counted.' },
      before: lines('What stands in the journal by then.'),
      beats: some(most(100, listOf('What is told.', exactObject('A beat.', beat, ['id', 'title', 'told'])))),
      injects: most(
        100,
        listOf(
          'What the world brings in.',
          exactObject('An inject.', { ...beat, do: lines('What others did.') }, ['id', 'title', 'told']),
        ),
      ),
      expectations: most(
        50,
        listOf(
          'What a learner is expected to bring about.',
          exactObject(
            'One of expect, always, order, ticked.',
            {
              id,
              title: words,
              points,
              basis: codes,
              by: { ...time, description: 'Before this moment.' },
              within: { ...period, description: 'Before so much time has passed since the beginning.' },
              expect: { ...ref('expectation'), description: 'True once.' },
              always: { ...ref('expectation'), description: 'True at every moment.' },
              order: { ...listOf('The first step before the second.', word), minItems: 2, maxItems: 2 },
              ticked: { description: 'The trainer ticks it.', type: 'boolean' },
            },
            ['id', 'title'],
          ),
        ),
      ),
      questions: most(
        50,
        listOf(
          'What is asked of the class.',
          exactObject(
            'A question.',
            {
              id,
              about: { description: 'A beat or inject: asked once it was told.', type: 'string' },
              ask: words,
              choices: {
                ...listOf('Answers, of which one at least is right.', choice),
                minItems: 2,
                maxItems: 8,
              },
              points,
              basis: codes,
            },
            ['id', 'ask', 'choices'],
          ),
        ),
      ),
      branches: most(
        20,
        listOf(
          'Other ways to show.',
          exactObject(
            'From a moment on, these lines instead.',
            { id, title: words, from: time, do: lines('What is done instead.'), shows: words },
            ['id', 'title', 'from', 'do', 'shows'],
          ),
        ),
      ),
      debrief: most(
        50,
        listOf(
          'What is said after the run.',
          exactObject(
            'A note.',
            { about: { description: 'The key of a lost point.', type: 'string' }, says: words, basis: codes },
            ['says'],
          ),
        ),
      ),
      model: some(lines('How it is done well.')),
      english: named('A text of the model run → as it is read in English.', word, word),
      planted: most(20, listOf('Runs with faults, for tests and for showing.', planted)),
    },
    [
      ...[
        'scenario',
        'title',
        'summary',
        'protocol',
        'minutes',
        'basis',
        'objectives',
        'versions',
        'territory',
      ],
      ...['cast', 'begins', 'ends', 'beats', 'expectations', 'debrief', 'model', 'planted'],
    ],
  ),
};
