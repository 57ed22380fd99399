import { BOTH } from '../answer-schemas';
import { type JsonSchema, listOf, oneOf, pattern, exactObject, ref } from '../json-schema';
import { WORDS } from '../words';

const SAID = {
  fr: { type: 'string', minLength: 1 },
  en: { type: 'string', minLength: 1 },
  basis: {
    ...listOf('Grounds, one at least: F36, S78, G16, P1.4.', { type: 'string', minLength: 1 }),
    minItems: 1,
  },
} satisfies Readonly<Record<string, JsonSchema>>;
const LINE = exactObject('One idea, and what it stands on.', SAID, ['fr', 'en', 'basis']);
const LINES: JsonSchema = { ...listOf('One idea each.', LINE), minItems: 1 };

export const RIGHTS_SHEET: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'The sheet of rights that is shown to a child.',
    {
      title: BOTH,
      parts: {
        ...listOf(
          'Parts, in the order in which they are read.',
          exactObject('A part.', { id: ref('name'), title: BOTH, lines: LINES }, ['id', 'title', 'lines']),
        ),
        minItems: 1,
      },
      calls: exactObject(
        'Whom to call.',
        {
          title: BOTH,
          before: LINES,
          numbers: {
            ...listOf(
              'Numbers.',
              exactObject(
                'A number, and when to use it.',
                {
                  number: pattern('A number, quoted: "119".', String.raw`^\d{2,6}$`),
                  how: oneOf('call, or text: a text message.', ['call', 'text']),
                  ...SAID,
                },
                ['number', 'how', 'fr', 'en', 'basis'],
              ),
            ),
            minItems: 1,
          },
        },
        ['title', 'before', 'numbers'],
      ),
    },
    ['title', 'parts', 'calls'],
  ),
};
