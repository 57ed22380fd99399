import { RENEWING_KINDS } from '../../curriculum/curriculum';
import { type JsonSchema, exactObject, listOf, named, oneOf, ref } from '../json-schema';
import { WORDS } from '../words';

const ITEM = exactObject(
  'What somebody of these roles should have practised, and when again.',
  {
    title: ref('pair'),
    protocol: ref('protocol'),
    scenarios: listOf('Practised in one of these; without them, in any.', {
      type: 'string',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    }),
    roles: { ...listOf('Who should have practised it.', ref('role')), minItems: 1 },
    months: {
      description: 'How long it holds: our own setting, TOOL, without legal force.',
      type: 'integer',
      minimum: 1,
      maximum: 120,
    },
    renews: oneOf(
      'Which new version asks for it again: major, something was changed or removed; minor, something was added or tightened as well. Words alone never. Default major.',
      [...RENEWING_KINDS],
    ),
    since: {
      description: 'Whoever practised it before this day does so again.',
      type: 'string',
      pattern: String.raw`^\d{4}-\d\d-\d\d$`,
    },
    asked: exactObject(
      'Where the protocol asks whether who does a step is trained: without a certificate in force the answer is no.',
      { step: ref('step'), answer: ref('fact') },
      ['step', 'answer'],
    ),
    basis: ref('basis'),
  },
  ['title', 'protocol', 'roles', 'months', 'basis'],
);

export const CURRICULUM: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'What each role should have practised.',
    {
      language: { description: 'Version of the language.', type: 'integer', const: 1 },
      items: named('By name, in the order of the list.', { pattern: '^[a-z][a-z0-9-]*$' }, ITEM),
    },
    ['language', 'items'],
  ),
};

/** What the places of `curriculum.yaml` are for, in French. */
export const CURRICULUM_IN_FRENCH = {
  'What each role should have practised.': 'Ce que chaque rôle doit avoir pratiqué.',
  'What somebody of these roles should have practised, and when again.':
    'Ce qu’une personne de ces rôles doit avoir pratiqué, et quand de nouveau.',
  'Practised in one of these; without them, in any.':
    'Pratiqué dans l’un de ces cas ; sans eux, dans n’importe lequel.',
  'Who should have practised it.': 'Qui doit l’avoir pratiqué.',
  'How long it holds: our own setting, TOOL, without legal force.':
    'Combien de temps cela vaut : un réglage à nous, TOOL, sans force légale.',
  'Which new version asks for it again: major, something was changed or removed; minor, something was added or tightened as well. Words alone never. Default major.':
    'Quelle nouvelle version le redemande : major, une chose changée ou retirée ; minor, une chose ajoutée ou resserrée aussi. Des mots seuls, jamais. Par défaut major.',
  'Whoever practised it before this day does so again.': 'Qui l’a pratiqué avant ce jour le refait.',
  'Where the protocol asks whether who does a step is trained: without a certificate in force the answer is no.':
    'Où le protocole demande si qui fait l’étape est formé : sans attestation à jour, la réponse est non.',
} as const satisfies Readonly<Record<string, string>>;
