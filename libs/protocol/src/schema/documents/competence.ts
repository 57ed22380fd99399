import { exactObject, type JsonSchema, listOf, named, ref } from '../json-schema';
import { WORDS } from '../words';

const STEPS = (description: string): JsonSchema => ({
  ...listOf(description, { type: 'string', pattern: String.raw`^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$` }),
  minItems: 1,
});

const ID: JsonSchema = { type: 'string', pattern: '^[a-z][a-z0-9-]*$' };

const ANSWERS = (description: string): JsonSchema => ({
  ...listOf(
    description,
    exactObject(
      'A fact and the answers that count.',
      {
        fact: {
          description: 'A fact, or an item of a checklist: signs.debt.',
          type: 'string',
          pattern: String.raw`^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$`,
        },
        in: {
          ...listOf('Its answers that count.', { type: 'string', pattern: '^[a-z][a-z0-9_]*$' }),
          minItems: 1,
        },
      },
      ['fact', 'in'],
    ),
  ),
  minItems: 1,
});

export const COMPETENCE: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'Which authority is competent for a child, and why.',
    {
      language: { description: 'Version of the language.', type: 'integer', const: 1 },
      authorities: named(
        'Authorities, by name.',
        { pattern: '^[a-z][a-z-]*$' },
        exactObject(
          'An authority.',
          {
            title: ref('pair'),
            ours: { description: 'true: the service itself, which nobody has to ask.', type: 'boolean' },
          },
          ['title'],
        ),
      ),
      rules: {
        ...listOf(
          'Rules; the first that holds decides.',
          exactObject(
            'When an authority is competent.',
            {
              id: { description: 'The name of the rule.', ...ID },
              authority: { description: 'Which authority is competent.', ...ID },
              because: ref('pair'),
              basis: ref('basis'),
              any: {
                ...listOf(
                  'Ways in which it holds, of which one is enough.',
                  exactObject('All of this together.', {
                    known: ANSWERS('Facts of the child; without an answer nobody knows.'),
                    recorded: ANSWERS('Acts of an authority; without an entry there was none.'),
                    unless: ANSWERS('What ends it, recorded at the same time or later.'),
                    done: STEPS('One of these steps was done.'),
                    open: {
                      ...listOf('One of these protocols is under way.', ID),
                      minItems: 1,
                    },
                  }),
                ),
                minItems: 1,
              },
              seized: STEPS('Steps of which the first that was done says since when it has the case.'),
            },
            ['id', 'authority', 'because', 'basis', 'any'],
          ),
        ),
        minItems: 1,
      },
      requests: listOf(
        'What is asked of whom.',
        exactObject(
          'Something that is asked, and its answer.',
          {
            to: { description: 'Which authority is asked.', ...ID },
            by: STEPS('Steps by which it is asked.'),
            answered: STEPS('Steps that note the answer, in order.'),
            silence: { ...ref('pair') },
            basis: ref('basis'),
          },
          ['to', 'by', 'silence', 'basis'],
        ),
      ),
    },
    ['language', 'authorities', 'rules', 'requests'],
  ),
};
