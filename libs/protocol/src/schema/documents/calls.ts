import { ON_CALL_KINDS } from '../../calls/on-call-kinds';
import { type JsonSchema, listOf, named, oneOf, exactObject } from '../json-schema';
import { WORDS } from '../words';

const KINDS: JsonSchema = {
  ...listOf('Whom to call, the first first.', oneOf('Whom a territory has on call.', [...ON_CALL_KINDS])),
  minItems: 1,
};

export const CALLS: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'Whom each step says to call.',
    {
      language: { description: 'Version of the language.', type: 'integer', const: 1 },
      steps: named(
        'By protocol and step: town.call_home.',
        { pattern: String.raw`^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$` },
        KINDS,
      ),
      parts: named('By the name of the part.', { pattern: '^[a-z][a-z0-9_]*$' }, KINDS),
    },
    ['language'],
  ),
};
