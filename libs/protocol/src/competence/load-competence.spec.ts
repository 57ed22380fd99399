import { loadLibrary } from '../load/load-library';
import { FACTS, PROTOCOL, SOURCES } from '../testing/small-library';
import { loadCompetence } from './load-competence';

const library = loadLibrary({
  'facts.yaml': FACTS,
  'sources.yaml': SOURCES,
  'shelter/1.0.0/protocol.yaml': PROTOCOL,
});
const { documents, sources, shared } = library;
if (!shared) throw new Error('no facts');
const load = (content: string) => loadCompetence(content, 'competence.yaml', { documents, sources, shared });

const FILE = `language: 1
authorities:
  court: { title: { fr: Tribunal, en: Court } }
  us: { title: { fr: Nous, en: Us }, ours: true }
rules:
  - id: grave
    authority: court
    because: { fr: C’est grave., en: It is grave. }
    basis: F31
    any:
      - known: [{ fact: danger, in: [grave] }]
        unless: [{ fact: place, in: [yes] }]
      - done: [shelter.assess]
      - open: [shelter]
      - recorded: [{ fact: signs.debt, in: [yes] }]
    seized: [shelter.assess]
requests:
  - to: court
    by: [shelter.assess]
    silence: { fr: Rappelez., en: Call again. }
    basis: S19
`;

it('gives rules in their order, with what each stands on', () => {
  const { competence, problems } = load(FILE);
  expect(problems).toEqual([]);
  expect(competence?.authorities['us']).toMatchObject({ isOurs: true });
  expect(competence?.rules).toMatchObject([
    {
      ...{ id: 'grave', authority: 'court', basis: ['F31'], seized: ['shelter.assess'] },
      any: [
        { known: [{ fact: 'danger', in: ['grave'] }], unless: [{ fact: 'place' }], done: [], open: [] },
        { done: ['shelter.assess'] },
        { open: ['shelter'] },
        { recorded: [{ fact: 'signs.debt', in: ['yes'] }] },
      ],
    },
  ]);
  expect(competence?.requests).toMatchObject([{ to: 'court', answered: [], basis: ['S19'] }]);
});

it.each([
  [
    'an authority that there is not',
    FILE.replace('authority: court', 'authority: crown'),
    'unknown-authority',
  ],
  ['somebody to ask that there is not', FILE.replace('to: court', 'to: crown'), 'unknown-authority'],
  ['a fact that there is not', FILE.replace('fact: danger', 'fact: dangr'), 'unknown-fact'],
  ['a fact without codes', FILE.replace('fact: danger', 'fact: birth'), 'unknown-fact'],
  ['an item that there is not', FILE.replace('signs.debt', 'signs.dept'), 'unknown-fact'],
  ['an answer that there is not', FILE.replace('in: [grave]', 'in: [gravest]'), 'unknown-answer'],
  [
    'a step that no version has',
    FILE.replace('- done: [shelter.assess]', '- done: [shelter.no]'),
    'unknown-step',
  ],
  ['a protocol that there is not', FILE.replace('open: [shelter]', 'open: [tent]'), 'unknown-protocol'],
  ['a ground that there is not', FILE.replace('basis: F31', 'basis: F32'), 'unknown-basis'],
  ['a ground from memory', FILE.replace('basis: F31', 'basis: F99'), 'unverified-ground'],
  ['a ground from memory, of what is asked', FILE.replace('basis: S19', 'basis: F99'), 'unverified-ground'],
])('refuses %s, with its place', (_, content, code) => {
  const { competence, problems } = load(content);
  expect(competence).toBeUndefined();
  expect(problems).toMatchObject([{ code, file: 'competence.yaml' }]);
});

it('refuses a rule that stands on nothing, and two of one name', () => {
  const always = FILE.replace('- known: [{ fact: danger, in: [grave] }]\n        unless:', '- unless:');
  expect(load(always).problems).toMatchObject([{ code: 'holds-always' }]);
  const [head = '', rule = ''] = FILE.split('rules:\n');
  const [one = ''] = rule.split('requests:');
  expect(load(`${head}rules:\n${one}${rule}`).problems).toMatchObject([{ code: 'same-rule' }]);
});

it.each(['language: 1', FILE.replace('any:', 'all:'), FILE.replace('in: [grave]', 'in: []'), ': ['])(
  'refuses what has not its form: %#',
  (content) => {
    expect(load(content).problems.length).toBeGreaterThan(0);
  },
);
