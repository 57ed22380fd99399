import { type JsonSchema, exactObject, named } from '../json-schema';
import { WORDS } from '../words';

const CODE: JsonSchema = { description: 'A code of the list.', type: 'string', pattern: '^[a-z][a-z0-9_]*$' };
const CODES = (description: string): JsonSchema => named(description, { pattern: '^[a-z][a-z-]*$' }, CODE);
const NAME = (description: string): JsonSchema => ({
  description,
  type: 'string',
  pattern: '^[a-z][a-z0-9_]*$',
});

export const UNMET_NEEDS: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'Where it is noted that nobody meets a need.',
    {
      language: { description: 'Version of the language.', type: 'integer', const: 1 },
      list: NAME('The list of the case.'),
      need: NAME('Its column: what is missing.'),
      reason: NAME('Its column: why nobody gives it.'),
      since: NAME('Its column: since which day.'),
      needs: CODES('Needs of the directory, each as the list writes it.'),
      reasons: CODES('Why nobody meets a need, as the list writes it.'),
    },
    ['language', 'list', 'need', 'reason', 'since', 'needs', 'reasons'],
  ),
};
