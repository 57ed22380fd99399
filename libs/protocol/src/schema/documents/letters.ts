import { ON_CALL_KINDS } from '../../calls/on-call-kinds';
import { FIELD_CLASSES } from '../../documents/document';
import {
  LETTER_GROUNDS,
  LETTER_LANGUAGES,
  LETTER_SOURCES,
  SECOND_SIGNATURES,
} from '../../letters/letter-template';
import { type JsonSchema, listOf, named, oneOf, exactObject, ref } from '../json-schema';
import { WORDS } from '../words';

/** Name of a fact, of the case or of a protocol, or of one sign of a sheet. */
const ASKED = String.raw`^[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_]*)?$`;

const STEP = { type: 'string', pattern: String.raw`^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$` } as const;

const ANSWERS = {
  fact: { description: 'A choice: town.why_not_told.', type: 'string', pattern: ASKED },
  is: { ...listOf('Its answers.', { type: 'string', minLength: 1 }), minItems: 1 },
} as const;

const MILESTONE = exactObject(
  'Something that was reached, in words of its own.',
  {
    once: { ...listOf('Said once one of these steps was done: town.call_home.', STEP), minItems: 1 },
    until: listOf('What comes next: said, without a day, until one of these was done.', STEP),
    known: exactObject('Said where this is known alone.', ANSWERS, ['fact', 'is']),
    neverBut: exactObject('Said where nothing else was ever recorded of this.', ANSWERS, ['fact', 'is']),
    chosen: { description: 'true: chosen, never there by itself.', type: 'boolean' },
    text: { description: 'What is said, in the letter’s language.', type: 'string', minLength: 1 },
  },
  ['once', 'text'],
);

const PART = exactObject(
  'A part of the letter, with its heading.',
  {
    id: { description: 'Its name in the letter.', type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
    title: ref('pair'),
    hint: ref('pair'),
    from: oneOf(
      'What is proposed there: who the child is, what is known, done or reached, what a referral says, or words.',
      [...LETTER_SOURCES],
    ),
    classes: listOf(
      'Classes of what is proposed; all else is left out until chosen.',
      oneOf('A class of fields.', [...FIELD_CLASSES]),
    ),
    asks: listOf('Facts that are named where nothing is recorded: danger, town.told, signs.debt.', {
      type: 'string',
      pattern: ASKED,
    }),
    ifKnown: listOf('Facts that stand there where they are known: town.why_not_told.', {
      type: 'string',
      pattern: ASKED,
    }),
    familyTold: exactObject(
      'Whoever writes it chooses whether the family was told; these facts propose it.',
      {
        told: { description: 'A yes or no: we told them.', type: 'string', pattern: ASKED },
        knows: { description: 'A yes or no: they know without us.', type: 'string', pattern: ASKED },
        why: { description: 'A choice: why they were not told.', type: 'string', pattern: ASKED },
      },
      ['told', 'knows', 'why'],
    ),
    milestones: listOf('What was reached, in order, each in words of its own.', MILESTONE),
    required: { description: 'true: without it, it is no letter of its kind.', type: 'boolean' },
    text: { description: 'What stands there at first, in its language.', type: 'string', minLength: 1 },
  },
  ['id', 'title', 'from'],
);

const LETTER = exactObject(
  'A kind of letter.',
  {
    language: oneOf('In which it is printed. Default fr.', [...LETTER_LANGUAGES]),
    title: ref('pair'),
    purpose: ref('pair'),
    to: exactObject(
      'Who it is for.',
      { title: ref('pair'), onCall: oneOf('Whom a territory has on call.', [...ON_CALL_KINDS]) },
      ['title'],
    ),
    ground: oneOf('Ground in the register of sharing; without one, it is the child’s own.', [
      ...LETTER_GROUNDS,
    ]),
    bound: { description: 'true: its recipients are bound by secrecy.', type: 'boolean' },
    because: {
      description: 'The law that it stands on, as it is printed, in its language.',
      type: 'string',
      minLength: 1,
    },
    basis: ref('basis'),
    signs: { ...ref('pair'), description: 'Who signs it.' },
    second: oneOf('Whether a second person signs: none, may, must. Default none.', [...SECOND_SIGNATURES]),
    protective: { description: 'true: who may only protect may send it.', type: 'boolean' },
    ofReferral: { description: 'true: it is written from a referral, to its service.', type: 'boolean' },
    steps: listOf('Steps that it does: town.call_home.', STEP),
    beside: listOf('Steps at which it is one press away, and whose paper it is not: town.call_home.', STEP),
    parts: { ...listOf('Its parts, in order.', PART), minItems: 1, maxItems: 12 },
  },
  ['title', 'purpose', 'to', 'because', 'basis', 'signs', 'parts'],
);

export const LETTERS: { readonly body: JsonSchema; readonly defs: JsonSchema } = {
  defs: WORDS,
  body: exactObject(
    'Letters that come out of what is recorded.',
    {
      language: { description: 'Version of the language.', type: 'integer', const: 1 },
      acts: listOf('Steps that any letter may say by their title: town.call_home.', {
        type: 'string',
        pattern: String.raw`^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$`,
      }),
      letters: named('By name, in the order of the list.', { pattern: '^[a-z][a-z0-9-]*$' }, LETTER),
    },
    ['language', 'letters'],
  ),
};
