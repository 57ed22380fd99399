import { type JsonSchema, listOf, named, oneOf, exactObject } from './json-schema';
import { WORDS } from './words';

/** Both languages at once: this file has no English beside it. */
export const BOTH: JsonSchema = exactObject(
  'Words in both languages.',
  { fr: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
  ['fr', 'en'],
);

const ANSWER = exactObject(
  'A page, a figure or a rule of the engine that answers the item.',
  {
    kind: oneOf('page, statistic, or engine-rule.', ['page', 'statistic', 'engine-rule']),
    title: BOTH,
    path: { description: 'Of a page: its path in the app.', type: 'string', pattern: '^/' },
  },
  ['kind', 'title'],
);

export const ANSWERS: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'What answers the report beside the protocols.',
    {
      items: named(
        'By item of the report.',
        { pattern: String.raw`^S\d\d$` },
        exactObject('What answers it, and what does not yet.', {
          answers: listOf('What answers it.', ANSWER),
          notYet: BOTH,
        }),
      ),
    },
    ['items'],
  ),
};
