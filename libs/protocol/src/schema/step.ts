import { STEP_KINDS } from '../documents/document';
import { PERIOD } from './words';
import { type JsonSchema, listOf, named, oneOf, exactObject, ref } from './json-schema';

const onlyTrue = (description: string): JsonSchema => ({ description, type: 'boolean' });

/** Keys of a deadline, in the order in which the language shows them. */
export const DUE_KEYS = {
  within: ref('within'),
  from: { ...ref('name'), description: '`run`, a step, or a date fact.' },
  origin: ref('origin'),
  owner: oneOf('Whose time it is: ours, or outside (a judge, the CRIP). Default ours.', ['ours', 'outside']),
  every: {
    description: 'It comes again, so long after it was last done: a period, or lines {when, is}.',
    type: ['string', 'array'],
    pattern: `^${PERIOD}$`,
    minItems: 1,
    items: exactObject(
      'The first line that is exactly true; the last has no `when`.',
      { when: ref('expression'), is: ref('period') },
      ['is'],
    ),
  },
  basis: ref('basis'),
  late: listOf(
    'What happens when it passes.',
    exactObject(
      'After this long: remind, or tell a role.',
      { after: ref('period'), do: oneOf('Remind.', ['remind']), tell: ref('role') },
      ['after'],
    ),
  ),
};

/** Keys of a step, in the order in which the language shows them. */
export const STEP_KEYS = {
  id: ref('name'),
  code: { description: "Printed code: P4.6. Default: the protocol's.", type: 'string' },
  kind: oneOf('Kind of step.', STEP_KINDS),
  title: ref('text'),
  guidance: ref('text'),
  tooLate: ref('text'),
  by: { ...listOf('Whose act it is.', ref('role')), minItems: 1 },
  enteredBy: {
    ...listOf('Roles that may enter it; default: the worker in charge.', ref('role')),
    minItems: 1,
  },
  after: listOf('Steps that come before.', ref('step')),
  when: ref('expression'),
  unless: ref('expression'),
  ready: ref('expression'),
  opensAt: ref('delay'),
  fields: listOf('Facts asked; `list.field` of the row in hand.', ref('field')),
  required: listOf('Fields that need an answer; "unknown" is one.', ref('field')),
  adds: ref('fact'),
  about: ref('fact'),
  closes: ref('fact'),
  decides: ref('fact'),
  reasons: named('Value decided → list of reasons.', ref('code'), ref('name')),
  approvedBy: exactObject(
    'A second person.',
    {
      role: ref('role'),
      when: ref('expression'),
      effect: oneOf('before: in effect once approved. at once: approved afterwards. Default: by the rank.', [
        'before',
        'at once',
      ]),
    },
    ['role'],
  ),
  evidence: listOf('Kinds of evidence of facts.yaml.', ref('name')),
  due: ref('due'),
  repeatable: {
    description: 'true, or {newFacts: true}: a lower value names a fact entered since.',
    type: ['boolean', 'object'],
    additionalProperties: false,
    required: ['newFacts'],
    properties: { newFacts: { type: 'boolean' } },
  },
  waivable: {
    description: 'never (default), or {with: reason | approval, reasons: list}.',
    type: ['string', 'object'],
    pattern: '^never$',
    additionalProperties: false,
    required: ['with', 'reasons'],
    properties: { with: oneOf('What a waiver needs.', ['reason', 'approval']), reasons: ref('name') },
  },
  requires: listOf('Conditions on what is sent.', ref('requirement')),
  flags: listOf('Deviations to show.', ref('flag')),
  protective: onlyTrue('It protects the child: nothing may make it wait.'),
  offers: ref('name'),
  contacts: oneOf('Whom it contacts.', ['family']),
  reports: oneOf('To whom it reports: what the law asks of the service is said beside it.', ['prosecutor']),
  hands: oneOf('What it hands to the child.', ['rights-sheet']),
  saysCalled: onlyTrue('It says that somebody was called; shown where it is said whom to call.'),
  counted: oneOf('What is counted for as long as it is to be done.', ['no-place-tonight']),
  needs: oneOf('child present: suspended while the child is missing.', ['child present']),
  basis: ref('basis'),
};

/** What the use of a part may say of its own; all else is the part's. */
const USE_KEYS = [
  'id',
  'code',
  'after',
  'when',
  'unless',
  'ready',
  'opensAt',
  'due',
  'approvedBy',
  'waivable',
  'repeatable',
  'evidence',
  'basis',
] as const;

/** A step of a protocol and its parts. */
export const STEP = {
  delay: exactObject('Not before this time after that.', { after: ref('period'), from: ref('name') }, [
    'after',
    'from',
  ]),
  due: exactObject('One deadline.', DUE_KEYS, ['within', 'from', 'origin']),
  requirement: exactObject(
    'What is sent must exactly satisfy `that`.',
    {
      when: ref('expression'),
      that: ref('expression'),
      because: ref('text'),
      counted: oneOf('What is counted each time it refuses.', ['hotel-refused']),
      basis: ref('basis'),
    },
    ['when', 'that', 'because'],
  ),
  flag: exactObject(
    'A record is never refused; it is flagged.',
    {
      when: ref('expression'),
      tell: ref('role'),
      incident: onlyTrue("A child's right was breached."),
      because: ref('text'),
      basis: ref('basis'),
    },
    ['when', 'because'],
  ),
  stepDefinition: exactObject('A step.', STEP_KEYS, ['id', 'kind', 'title', 'by']),
  partUse: exactObject(
    "A part of parts.yaml, used here. Its words, fields and rules are the part's.",
    {
      part: { ...ref('name'), description: 'Name of a part of parts.yaml.' },
      ...Object.fromEntries(USE_KEYS.map((key) => [key, STEP_KEYS[key]])),
    },
    ['part'],
  ),
  stepOrPart: {
    if: { type: 'object', required: ['part'] },
    then: ref('partUse'),
    else: ref('stepDefinition'),
  },
} satisfies Readonly<Record<string, JsonSchema>>;

const { id: _id, code: _code, after: _after, ...STEP_OF_PART } = STEP_KEYS;
const PART_KEYS = {
  ...STEP_OF_PART,
  valid: exactObject(
    'Done in one run, it counts in another for so long, unless what it stands on changed.',
    {
      for: ref('period'),
      until: listOf('Facts beside its own: told anew, it no longer counts.', ref('fact')),
    },
    ['for'],
  ),
};

/** A step of parts.yaml. */
export const PART: JsonSchema = exactObject('A part: one step, used by several protocols.', PART_KEYS, [
  'kind',
  'title',
  'by',
]);

/** Keys of a step that its part says, wherever it is used. */
export const KEYS_OF_PART: readonly string[] = Object.keys(STEP_KEYS).filter(
  (key) => !USE_KEYS.some((own) => own === key),
);
