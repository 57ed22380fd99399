import { loadLibrary } from '../load/load-library';
import { FACTS, PROTOCOL, SOURCES } from '../testing/small-library';
import { lettersBeside, lettersOf, loadLetters } from './load-letters';

const library = loadLibrary({
  'facts.yaml': FACTS,
  'sources.yaml': SOURCES,
  'shelter/1.0.0/protocol.yaml': PROTOCOL,
});
const { documents, sources, shared } = library;
if (!shared) throw new Error('no facts');
const load = (content: string) => loadLetters(content, 'letters.yaml', { documents, sources, shared });

const letter = (
  change: { readonly more?: string; readonly part?: string; readonly basis?: string } = {},
) => `language: 1
letters:
  notice:
    title: { fr: Avis, en: Notice }
    purpose: { fr: Prévenir., en: Tell. }
    to: { title: { fr: Mairie, en: Town hall } }
    because: Règlement
    basis: ${change.basis ?? 'F31'}
    signs: { fr: Vous., en: You. }
    ${change.more ?? ''}
    parts:
      - { id: who, title: { fr: Qui, en: Who }, from: child, classes: [identity] }
      - { id: seen, title: { fr: Vu, en: Seen }, from: facts, classes: [situation], asks: [danger]${change.part ?? ''} }
      - { id: told, title: { fr: Dit, en: Told }, from: words }
`;

it('gives what is not said as what asks least and tells least', () => {
  const { letters, problems } = load(letter());
  expect(problems).toEqual([]);
  expect(letters).toMatchObject([
    { id: 'notice', basis: ['F31'], isBound: false, isProtective: false, second: 'none', steps: [] },
  ]);
  expect(letters?.[0]?.parts[1]).toMatchObject({ classes: ['situation'], asks: ['danger'] });
  expect(letters?.[0]?.parts[2]).toMatchObject({ classes: [], asks: [], isRequired: false, text: '' });
});

it('may ask for a sign of a sheet and for a fact of a protocol, and say acts that were read', () => {
  const { letters, problems } = load(
    letter()
      .replace('asks: [danger]', 'asks: [danger, signs.debt, shelter.place]')
      .replace('[situation]', '[situation, places]')
      .replace('letters:', 'acts: [shelter.assess]\nletters:'),
  );
  expect(problems).toEqual([]);
  expect(letters?.[0]?.acts).toEqual(['shelter.assess']);
});

it('may say an act that asks for nothing: somebody read its title', () => {
  const { letters, problems } = load(letter().replace('letters:', 'acts: [shelter.judge]\nletters:'));
  expect([problems, letters?.[0]?.acts]).toEqual([[], ['shelter.judge']]);
});

it('may ask for some of who the child is', () => {
  const asking = (name: string) => load(letter().replace('[identity] }', `[identity], asks: [${name}] }`));
  expect(asking('languages').letters?.[0]?.parts[0]?.asks).toEqual(['languages']);
  expect(asking('phones').problems).toMatchObject([{ code: 'unknown-fact' }]);
});

it('may ask for a fact that is said where it is known alone', () => {
  const { letters, problems } = load(
    letter().replace('asks: [danger]', 'ifKnown: [danger], asks: [signs.debt]'),
  );
  expect(problems).toEqual([]);
  expect(letters?.[0]?.parts[1]).toMatchObject({ asks: ['signs.debt'], ifKnown: ['danger'] });
});

it('may have whoever writes choose whether the family was told, by facts in codes of a class that it proposes', () => {
  const asking = (told: string, classes = '[places]') =>
    load(
      letter().replace(
        'from: words }',
        `from: words, classes: ${classes}, familyTold: { told: ${told}, knows: ${told}, why: shelter.kind_of_place } }`,
      ),
    );
  const { letters, problems } = asking('shelter.place');
  expect(problems).toEqual([]);
  expect(letters?.[0]?.parts[2]).toMatchObject({ familyTold: { told: 'shelter.place' } });
  const codesOf = (it: ReturnType<typeof load>) => [...new Set(it.problems.map(({ code }) => code))];
  expect(codesOf(asking('shelter.nothing'))).toEqual(['unknown-fact']);
  expect(codesOf(asking('shelter.place', '[situation]'))).toEqual(['closed-class']);
  expect(codesOf(asking('shelter.kind_of_place'))).toEqual(['other-type']);
});

it('may be in English where its words are its writer’s alone', () => {
  const own = `language: 1
letters:
  note:
    language: en
    title: { fr: Mot, en: Note }
    purpose: { fr: Dire., en: Tell. }
    to: { title: { fr: Toi, en: You } }
    because: You may know.
    basis: F31
    signs: { fr: Vous., en: You. }
    parts:
      - { id: next, title: { fr: Après, en: Next }, from: words }
`;
  expect(load(own)).toMatchObject({ problems: [], letters: [{ id: 'note', language: 'en' }] });
  expect(load(own.replace('en: Next', 'en: "{next}"')).problems).toMatchObject([{ code: 'unknown-field' }]);
  // What is recorded is proposed in French.
  const recorded = own.replace('from: words', 'from: acts, classes: [situation]');
  expect(load(recorded).problems).toMatchObject([{ code: 'recorded-in-french' }]);
  expect(load(letter()).letters).toMatchObject([{ language: 'fr' }]);
});

describe('a part made of milestones', () => {
  const made = (milestone: string, from = 'milestones') =>
    load(letter().replace('from: words }', `from: ${from}, classes: [places], milestones: [${milestone}] }`));
  const codesOf = (it: ReturnType<typeof load>) => it.problems.map(({ code }) => code);

  it('says what was reached in words of its own, and what comes next until it is', () => {
    const { letters, problems } = made(
      '{ once: [shelter.assess], text: Vu }, { once: [shelter.assess], until: [shelter.assess], known: { fact: shelter.kind_of_place, is: [home] }, text: Bientôt }, { once: [shelter.assess], neverBut: { fact: shelter.kind_of_place, is: [home] }, chosen: true, text: Sûr }',
    );
    expect(problems).toEqual([]);
    expect(letters?.[0]?.parts[2]?.milestones).toEqual([
      { once: ['shelter.assess'], until: [], isChosen: false, text: 'Vu' },
      {
        ...{ once: ['shelter.assess'], until: ['shelter.assess'], isChosen: false, text: 'Bientôt' },
        known: { fact: 'shelter.kind_of_place', is: ['home'] },
      },
      {
        ...{ once: ['shelter.assess'], until: [], isChosen: true, text: 'Sûr' },
        neverBut: { fact: 'shelter.kind_of_place', is: ['home'] },
      },
    ]);
    expect(letters?.[0]?.parts[0]?.milestones).toEqual([]);
  });

  it.each([
    ['a step that there is not', '{ once: [shelter.nowhere], text: Vu }', 'unknown-step'],
    ['an end that there is not', '{ once: [shelter.assess], until: [shelter.no], text: Vu }', 'unknown-step'],
    [
      'a fact that there is not',
      '{ once: [shelter.assess], known: { fact: shelter.no, is: [home] }, text: Vu }',
      'unknown-fact',
    ],
    [
      'a fact of a class that it does not propose',
      '{ once: [shelter.assess], known: { fact: shelter.ordered_on, is: [home] }, text: Vu }',
      'closed-class',
    ],
    [
      'an answer that there is not',
      '{ once: [shelter.assess], known: { fact: shelter.kind_of_place, is: [hotel] }, text: Vu }',
      'unknown-answer',
    ],
    [
      'an answer to guard that there is not',
      '{ once: [shelter.assess], neverBut: { fact: shelter.kind_of_place, is: [hotel] }, text: Vu }',
      'unknown-answer',
    ],
    ['words with a place to fill in', '{ once: [shelter.assess], text: "Vu {day}" }', 'unknown-field'],
  ])('is refused with %s', (_, milestone, code) => {
    expect(codesOf(made(milestone))).toContain(code);
  });

  it('is refused empty, and elsewhere', () => {
    expect(codesOf(load(letter().replace('from: words', 'from: milestones')))).toEqual(['proposes-nothing']);
    expect(codesOf(made('{ once: [shelter.assess], text: Vu }', 'words'))).toEqual(['milestones-unshown']);
  });
});

it('finds the letters that do a step', () => {
  const { letters = [] } = load(letter({ more: 'steps: [shelter.assess]' }));
  expect(lettersOf(letters, 'shelter', 'assess').map(({ id }) => id)).toEqual(['notice']);
  expect(lettersOf(letters, 'shelter', 'elsewhere')).toEqual([]);
});

it('finds the letters beside a step, which do it not', () => {
  const { letters = [] } = load(letter({ more: 'beside: [shelter.assess]' }));
  expect(lettersBeside(letters, 'shelter', 'assess').map(({ id }) => id)).toEqual(['notice']);
  expect(lettersOf(letters, 'shelter', 'assess')).toEqual([]);
});

it.each([
  ['a step that no version has', letter({ more: 'steps: [shelter.nowhere]' }), 'unknown-step'],
  ['a step beside that no version has', letter({ more: 'beside: [shelter.nowhere]' }), 'unknown-step'],
  [
    'a step that it does and stands beside',
    letter({ more: 'steps: [shelter.assess]\n    beside: [shelter.assess]' }),
    'same-step',
  ],
  ['a fact that there is not', letter().replace('asks: [danger]', 'asks: [dangr]'), 'unknown-fact'],
  ['a sign that no sheet has', letter().replace('asks: [danger]', 'asks: [signs.dept]'), 'unknown-fact'],
  ['a fact of no protocol', letter().replace('asks: [danger]', 'asks: [shelter.nothing]'), 'unknown-fact'],
  [
    'a closed fact of a protocol',
    letter().replace('asks: [danger]', 'asks: [shelter.place]'),
    'closed-class',
  ],
  [
    'an act that there is not',
    letter().replace('letters:', 'acts: [shelter.nowhere]\nletters:'),
    'unknown-step',
  ],
  [
    'an act whose step asks of closed things alone',
    letter().replace('letters:', 'acts: [shelter.night]\nletters:'),
    'closed-title',
  ],
  ['two parts of one name', letter().replace('id: seen', 'id: who'), 'same-part'],
  [
    'a fact of a class that the part does not propose',
    letter().replace('[situation]', '[judicial]'),
    'closed-class',
  ],
  ['a fact of a part that shows none', letter().replace('from: facts', 'from: acts'), 'asks-unshown'],
  [
    'a fact that there is not, though it is said where it is known alone',
    letter().replace('asks: [danger]', 'asks: [danger], ifKnown: [dangr]'),
    'unknown-fact',
  ],
  [
    'who was told of what is no referral',
    letter({ part: '' }).replace('from: words', 'from: told'),
    'proposes-nothing',
  ],
  [
    'a fact of a part of what the child said',
    letter().replace('from: words', 'from: said, classes: [situation], asks: [danger]'),
    'asks-unshown',
  ],
  [
    'what no journey has',
    letter().replace('from: words', 'from: journey, classes: [situation], asks: [when, wen]'),
    'unknown-fact',
  ],
  [
    'a journey of which nothing is asked',
    letter().replace('from: words', 'from: journey, classes: [situation]'),
    'proposes-nothing',
  ],
  ['a child of no class', letter().replace(', classes: [identity]', ''), 'proposes-nothing'],
  ['facts that name none', letter().replace(', asks: [danger]', ''), 'proposes-nothing'],
  ['a text with a field', letter({ part: ', text: "Elle : {danger}"' }), 'unknown-field'],
  ['a title with a field', letter().replace('fr: Avis', 'fr: "Avis %s"'), 'unknown-field'],
  ['a recipient with a field', letter().replace('fr: Mairie', 'fr: "[mairie]"'), 'unknown-field'],
  ['a law with a field', letter().replace('because: Règlement', 'because: "Article ${n}"'), 'unknown-field'],
  ['a heading with a field', letter().replace('fr: Dit', 'fr: "<nom>"'), 'unknown-field'],
  ['a field that is not closed', letter({ part: ', text: "Elle : {{nom"' }), 'unknown-field'],
  ['a ground that there is not', letter({ basis: 'F32' }), 'unknown-basis'],
  ['a ground from memory', letter({ basis: 'F99' }), 'unverified-ground'],
])('refuses %s, with its place', (_, content, code) => {
  const { letters, problems } = load(content);
  expect(letters).toBeUndefined();
  expect(problems).toMatchObject([{ code, file: 'letters.yaml' }]);
});

it('names the field that nothing fills, its place, and what would be right', () => {
  const { problems } = load(letter({ part: ', text: "Elle : {dangr}"' }));
  expect(problems).toMatchObject([
    {
      code: 'unknown-field',
      message: { en: '`{dangr}` is filled in by nothing: the letter would leave with these signs.' },
      remedy: { en: expect.stringContaining('Write `danger`.') as string },
      line: 13,
    },
  ]);
});

it.each([
  'language: 1',
  letter({ more: 'field: x' }),
  letter({ part: ', from: nowhere' }),
  letter().replace('identity', 'everything'),
  ': [',
])('refuses what has not its form: %#', (content) => {
  expect(load(content).problems.length).toBeGreaterThan(0);
});
