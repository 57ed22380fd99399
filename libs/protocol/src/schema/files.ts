import { ANSWERS } from './answer-schemas';
import type { Language } from '@repere/feel';
import { CALLS } from './documents/calls';
import { COMPETENCE } from './documents/competence';
import { CURRICULUM } from './documents/curriculum';
import { describedIn } from './described-by';
import { ENGLISH } from './english';
import { EXAMPLE, VECTORS } from './example';
import { FACT } from './fact';
import { type JsonSchema, listOf, named, oneOf, exactObject, ref } from './json-schema';
import { LETTERS } from './documents/letters';
import { RIGHTS_SHEET } from './documents/rights-sheet';
import { RULES } from './rules';
import { SCENARIO } from './documents/scenario';
import { PART, STEP } from './step';
import { UNMET_NEEDS } from './documents/unmet-needs';
import { WORDS } from './words';

/** Kinds of file of the language; each has its published schema, `protocols/schema/<kind>.schema.json`. */
export const FILE_KINDS = [
  'protocol',
  'facts',
  'parts',
  'english',
  'sources',
  'answers',
  'calls',
  'competence',
  'letters',
  'curriculum',
  'unmet-needs',
  'rights-sheet',
  'overlay',
  'example',
  'vectors',
  'scenario',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

const BODIES: Readonly<
  Record<FileKind, { readonly title: string; readonly body: JsonSchema; readonly defs: JsonSchema }>
> = {
  protocol: {
    title: 'protocol.yaml: one version of a protocol',
    defs: { ...WORDS, ...FACT, ...STEP, ...RULES },
    body: exactObject(
      'A protocol.',
      {
        protocol: ref('protocol'),
        version: ref('version'),
        code: { description: 'Printed code: P4.', type: 'string', minLength: 1 },
        title: ref('text'),
        purpose: ref('text'),
        runs: oneOf('one a case, or many: recurs. Default one.', ['one', 'many']),
        basis: ref('basis'),
        absence: exactObject(
          'Runs are absences of the child: until `over` is exactly true the child is not there.',
          {
            over: ref('expression'),
            at: { ...ref('step'), description: 'The step that says when it ended.' },
            since: { ...ref('name'), description: 'The date since when.' },
            hour: { ...ref('name'), description: 'The hour of that day, a number.' },
            calls: {
              ...listOf(
                'Whom to call, in order.',
                exactObject(
                  'Somebody to call.',
                  {
                    who: ref('pair'),
                    why: ref('pair'),
                    numbers: listOf('Their numbers, where they are the same everywhere.', {
                      type: 'string',
                      pattern: '^[0-9]{2,15}$',
                    }),
                  },
                  ['who'],
                ),
              ),
              minItems: 1,
            },
          },
          ['over', 'at'],
        ),
        opensWith: oneOf('case: every new case starts with it.', ['case']),
        noticesOnly: {
          description: 'Its steps see and doubt: doing them is not yet protecting.',
          type: 'boolean',
        },
        tells: oneOf('What its outcome tells of the child.', ['age']),
        limits: named('Numbers, some of which an overlay may make stricter.', ref('capitals'), ref('limit')),
        facts: named("The run's own facts.", ref('name'), ref('factDefinition')),
        derived: {
          ...named('Values and conditions by name, 300 at most.', ref('name'), ref('derived')),
          maxProperties: 300,
        },
        reasons: named(
          'Closed lists of reasons of its own; one that is called as a shared list stands in its place.',
          ref('name'),
          named('Code → words.', ref('code'), ref('reason')),
        ),
        steps: {
          ...listOf('Steps, in the order of the plan, 300 at most.', ref('stepOrPart')),
          minItems: 1,
          maxItems: 300,
        },
        opens: listOf('Other protocols that start.', ref('opening')),
        outcomes: { ...listOf('Results; the last is `otherwise: true`.', ref('outcome')), minItems: 1 },
        safeguards: listOf('What must always hold.', ref('safeguard')),
      },
      ['protocol', 'version', 'code', 'title', 'purpose', 'basis', 'steps', 'outcomes'],
    ),
  },
  facts: {
    title: 'facts.yaml: what protocols share',
    defs: { ...WORDS, ...FACT },
    body: exactObject(
      'Facts of the case, moments, reasons, kinds of evidence.',
      {
        language: { description: 'Version of the language.', type: 'integer', const: 1 },
        facts: named('Facts of the case, never asked twice.', ref('name'), ref('factDefinition')),
        moments: named(
          'The only way time enters a condition: reached(majority).',
          ref('name'),
          exactObject(
            'A moment.',
            {
              from: ref('fact'),
              after: ref('age'),
              at: oneOf('Which end of an imprecise date.', ['latest', 'earliest']),
              title: ref('text'),
            },
            ['from', 'after', 'at', 'title'],
          ),
        ),
        reasons: named(
          'Closed lists of reasons.',
          ref('name'),
          named('Code → words.', ref('code'), ref('reason')),
        ),
        evidence: named('Kinds of evidence: code → words.', ref('name'), ref('text')),
        refusedWords: exactObject(
          'Words that no reason, code or guidance may use (S11, S62), and what to say instead: shown beside free text.',
          {
            fr: named(
              'French: word → better.',
              { type: 'string', minLength: 1 },
              { type: 'string', minLength: 1 },
            ),
            en: named(
              'English: word → better.',
              { type: 'string', minLength: 1 },
              { type: 'string', minLength: 1 },
            ),
          },
          ['fr', 'en'],
        ),
      },
      ['language', 'facts'],
    ),
  },
  parts: {
    title: 'parts.yaml: steps that several protocols use',
    defs: { ...WORDS, ...STEP },
    body: exactObject(
      'Steps that exist once.',
      {
        language: { description: 'Version of the language.', type: 'integer', const: 1 },
        parts: named('Name → step.', ref('name'), PART),
      },
      ['language', 'parts'],
    ),
  },
  english: { title: 'en.yaml: the English of a protocol, of facts.yaml or of parts.yaml', ...ENGLISH },
  answers: { title: 'answers.yaml: what answers the report beside the protocols', ...ANSWERS },
  calls: { title: 'calls.yaml: whom each step says to call', ...CALLS },
  competence: { title: 'competence.yaml: which authority is competent for a child', ...COMPETENCE },
  letters: { title: 'letters.yaml: letters that come out of what is recorded', ...LETTERS },
  curriculum: { title: 'curriculum.yaml: what each role should have practised', ...CURRICULUM },
  'unmet-needs': {
    title: 'unmet-needs.yaml: where it is noted that nobody meets a need',
    ...UNMET_NEEDS,
  },
  'rights-sheet': { title: 'rights-sheet.yaml: what a child is told of their rights', ...RIGHTS_SHEET },
  sources: {
    title: 'sources.yaml: what S.., F.. and G.. mean',
    defs: WORDS,
    body: exactObject(
      'Codes that `basis` may cite.',
      {
        items: named(
          'Items of the report.',
          { pattern: String.raw`^S\d\d$` },
          exactObject('An item.', { title: ref('text'), lines: { type: 'string' } }, ['title']),
        ),
        facts: named(
          'Facts of law or practice.',
          { pattern: String.raw`^F\d\d$` },
          exactObject(
            'A fact.',
            {
              title: ref('text'),
              confidence: oneOf('A official wording, B mirror, C secondary, U unverified.', [
                'A',
                'B',
                'C',
                'U',
              ]),
              source: { description: 'Where it was read.', type: 'string' },
              inForce: {
                description: 'In force, or decided, on this day.',
                type: 'string',
                pattern: String.raw`^\d{4}-\d\d-\d\d$`,
              },
              aliases: {
                description: 'Other references of the same text, each from a day on.',
                type: 'array',
                items: exactObject(
                  'Renumbered.',
                  {
                    was: { type: 'string' },
                    is: { type: 'string' },
                    from: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\d$` },
                  },
                  ['was', 'is', 'from'],
                ),
              },
            },
            ['title', 'confidence'],
          ),
        ),
        guards: named(
          'Guards of the engine.',
          { pattern: String.raw`^G\d\d$` },
          exactObject('A guard.', { title: ref('text') }, ['title']),
        ),
      },
      ['items', 'facts', 'guards'],
    ),
  },
  overlay: {
    title: 'overlay: what a territory adds or tightens',
    defs: { ...WORDS, ...FACT, ...STEP, ...RULES },
    body: exactObject(
      'An overlay.',
      {
        overlay: exactObject(
          'Only additions, and limits or deadlines made stricter.',
          {
            of: {
              description: 'protocol@major: identification@1.',
              type: 'string',
              pattern: String.raw`^[a-z][a-z0-9-]*@\d+$`,
            },
            territory: {
              description: 'INSEE code, quoted: "93".',
              type: 'string',
              pattern: '^[0-9][0-9AB][0-9]?$',
            },
            fictional: {
              description: 'true: a worked example that nobody asked for; only a demo publishes it.',
              type: 'boolean',
            },
            number: {
              description: 'Number of this overlay: a changed one takes the next. Default 1.',
              type: 'integer',
              minimum: 1,
            },
            tighten: exactObject('Stricter numbers, and second persons.', {
              approvals: named(
                'Step → a second person, always.',
                ref('name'),
                exactObject('A second person.', { role: ref('role') }, ['role']),
              ),
              limits: named('Limit → new value, in the direction that it allows.', ref('capitals'), {
                type: 'number',
              }),
              due: named(
                'Step → shorter deadline.',
                ref('name'),
                exactObject('Deadline.', { within: ref('within') }, ['within']),
              ),
            }),
            add: exactObject('What is added.', {
              steps: listOf('Whole steps.', ref('stepDefinition')),
              safeguards: listOf('Safeguards.', ref('safeguard')),
            }),
          },
          ['of', 'territory'],
        ),
      },
      ['overlay'],
    ),
  },
  example: { title: 'examples/*.yaml: a worked history', ...EXAMPLE },
  vectors: { title: 'vectors/*.yaml: a table of worked histories', ...VECTORS },
  scenario: { title: 'scenarios/*.yaml: a story to practise on', ...SCENARIO },
};

/** The JSON Schema of one kind of file, self-contained: as it is published, in English, or described in French. */
export function fileSchema(kind: FileKind, language: Language = 'en'): JsonSchema {
  const { title, body, defs } = BODIES[kind];
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...body, $defs: defs };
  return language === 'en' ? schema : describedIn(schema, language);
}
