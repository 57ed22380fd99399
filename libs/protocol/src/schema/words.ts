import { DEADLINE_ORIGINS, ROLES } from '../documents/document';
import { type JsonSchema, oneOf, pattern, ref } from './json-schema';

const COUNT = String.raw`(?:0|[1-9]\d{0,3})`;
export const PERIOD = `${COUNT} (?:hours?|days?|working days?|months?|years?)`;

/** In JavaScript every object has a `constructor`; as a name it would be found where nothing was written. */
const NAME = String.raw`^(?!.*\bconstructor\b)`;

/** What every file of the language is made of: texts, names, conditions, codes of basis, periods. */
export const WORDS = {
  text: {
    description: 'French words, with their English in en.yaml; or both: {fr: …, en: …}.',
    type: ['string', 'object'],
    minLength: 1,
    additionalProperties: false,
    required: ['fr', 'en'],
    properties: { fr: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
  },
  pair: {
    description: 'Words in both languages: {fr: …, en: …}.',
    type: 'object',
    additionalProperties: false,
    required: ['fr', 'en'],
    properties: { fr: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
  },
  reason: {
    description:
      'Words; or {label, contradictedBy}: the condition under which this reason contradicts what is recorded.',
    type: ['string', 'object'],
    minLength: 1,
    additionalProperties: false,
    properties: {
      fr: { type: 'string', minLength: 1 },
      en: { type: 'string', minLength: 1 },
      label: ref('text'),
      contradictedBy: ref('expression'),
    },
    if: { required: ['label'] },
    then: { required: ['contradictedBy'] },
    else: { required: ['fr', 'en'] },
  },
  expression: {
    description: 'A condition or value in FEEL, as a string: quoted, or a block after `>-`.',
    type: 'string',
    minLength: 1,
  },
  name: pattern(
    'A name in snake_case: lower-case letters, digits and _, a letter first.',
    `${NAME}[a-z][a-z0-9_]*$`,
  ),
  code: pattern('A code in snake_case; one that is a number is quoted: "119".', `${NAME}[a-z0-9][a-z0-9_]*$`),
  loose: pattern('An id in snake_case or kebab-case.', `${NAME}[a-z][a-z0-9_-]*$`),
  capitals: pattern('A name in capitals: NEVER_CAME.', '^[A-Z][A-Z0-9_]*$'),
  protocol: pattern('Name of a protocol, in kebab-case: lost-key.', `${NAME}[a-z][a-z0-9-]*$`),
  step: pattern('Id of a step of this protocol.', `${NAME}[a-z][a-z0-9_]*$`),
  fact: pattern('A fact of this protocol or of facts.yaml.', `${NAME}[a-z][a-z0-9_]*$`),
  field: pattern(
    'A fact, or `list.field` of the row in hand.',
    NAME + String.raw`[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$`,
  ),
  reading: pattern(
    'A fact, `list.field`, `checklist.item` or `protocol.fact`.',
    NAME + String.raw`[a-z][a-z0-9_-]*(\.[a-z0-9_]+){0,2}$`,
  ),
  version: pattern('A version: 1.0.0.', String.raw`^\d+\.\d+\.\d+$`),
  role: oneOf("Role code: TS caseworker, SUP supervisor, JE children's judge…", ROLES),
  origin: oneOf(
    'LEGAL cites an F, REPORT an S, MEDICAL an F; TOOL is our own default, without legal force.',
    DEADLINE_ORIGINS,
  ),
  period: pattern('A period: 48 hours, 8 days, 5 working days, 3 months, 1 year.', `^${PERIOD}$`),
  age: pattern('Calendar time: 18 years, 6 months, 10 days.', `^${COUNT} (?:days?|months?|years?)$`),
  within: pattern(
    'at once, end of day, 48 hours, 8 days, 5 working days, 3 months, 1 year.',
    `^(?:at once|end of day|${PERIOD})$`,
  ),
  basis: {
    description: 'Grounds: S19, F36, G07, P4.6, L287-292, or an article: CASF L226-3. One or a list.',
    type: ['string', 'array'],
    minLength: 1,
    minItems: 1,
    items: { type: 'string', minLength: 1 },
  },
  labels: {
    description: 'Code → words.',
    type: 'object',
    propertyNames: ref('code'),
    additionalProperties: ref('text'),
  },
  derived: {
    description:
      'A value or condition by name; or lines, of which the first whose `when` is exactly true gives it.',
    type: ['string', 'array'],
    minLength: 1,
    minItems: 1,
    items: {
      description: 'One line of a derived value.',
      type: 'object',
      additionalProperties: false,
      required: ['when', 'is'],
      properties: { when: ref('expression'), is: ref('expression') },
    },
  },
} satisfies Readonly<Record<string, JsonSchema>>;
