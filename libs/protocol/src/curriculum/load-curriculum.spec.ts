import { loadLibrary } from '../load/load-library';
import { FACTS, PROTOCOL, SOURCES } from '../testing/small-library';
import { loadCurriculum } from './load-curriculum';

const { documents, sources } = loadLibrary({
  'facts.yaml': FACTS,
  'sources.yaml': SOURCES,
  'shelter/1.0.0/protocol.yaml': PROTOCOL,
});
const load = (item: string) =>
  loadCurriculum(`language: 1\nitems:\n  night: ${item}\n`, 'curriculum.yaml', { documents, sources });
const GIVEN = 'title: { fr: Une nuit, en: A night }, protocol: shelter, roles: [TS], months: 24, basis: S19';

it('gives what each role should have practised, with what holds where nothing is said', () => {
  expect(load(`{ ${GIVEN} }`)).toEqual({
    problems: [],
    curriculum: [
      {
        ...{ id: 'night', title: { fr: 'Une nuit', en: 'A night' }, protocol: 'shelter', scenarios: [] },
        ...{ roles: ['TS'], months: 24, renews: 'major', since: null, asked: null, basis: ['S19'] },
      },
    ],
  });
});

it.each([
  ['a protocol that there is not', GIVEN.replace('shelter', 'shelters'), 'unknown-protocol'],
  ['a step that it has not', `${GIVEN}, asked: { step: nowhere, answer: place }`, 'unknown-step'],
  [
    'an answer that the step does not ask',
    `${GIVEN}, asked: { step: assess, answer: danger }`,
    'unknown-answer',
  ],
  ['a ground that there is not', GIVEN.replace('S19', 'S77'), 'unknown-basis'],
  ['no month at all', GIVEN.replace('24', '0'), null],
  ['a role that there is not', GIVEN.replace('TS', 'BOSS'), null],
  ['a day that is none', `${GIVEN}, since: soon`, null],
  ['another key', `${GIVEN}, score: 80`, null],
])('refuses %s', (_what, item, code) => {
  const { curriculum, problems } = load(`{ ${item} }`);
  expect(curriculum).toBeUndefined();
  expect(problems.length).toBeGreaterThan(0);
  if (code !== null) expect(problems[0]?.code).toContain(code);
});

it.each(['', '[]', 'items: 3', 'language: 2\nitems: {}', 'a: &a [*a]'])('refuses %j', (text) => {
  const { curriculum, problems } = loadCurriculum(text, 'curriculum.yaml', { documents, sources });
  expect([curriculum, problems.length > 0]).toEqual([undefined, true]);
});

describe('a step that asks whether one is trained', () => {
  const reviewed = (approvedBy: string) => {
    const protocol = PROTOCOL.replace(
      'fields: [place, kind_of_place, ordered_on, signs]',
      `fields: [place, kind_of_place, ordered_on, signs]${approvedBy}`,
    );
    const library = loadLibrary({
      ...{ 'facts.yaml': FACTS, 'sources.yaml': SOURCES },
      'shelter/1.0.0/protocol.yaml': protocol,
    });
    const item = `items:\n  night: { ${GIVEN}, asked: { step: find_place, answer: place } }\n`;
    const { problems } = loadCurriculum(`language: 1\n${item}`, 'curriculum.yaml', library);
    return problems.map(({ code }) => code);
  };

  it('is read by a second person unless it says yes', () => {
    expect(reviewed('\n    approvedBy: { role: SUP, when: place  != "yes" }')).toEqual([]);
  });

  it.each([
    ['by nobody', ''],
    ['always, whatever is answered', '\n    approvedBy: { role: SUP }'],
    ['where it says yes', '\n    approvedBy: { role: SUP, when: place = "yes" }'],
    ['by another answer', '\n    approvedBy: { role: SUP, when: kind_of_place = "home" }'],
    ['only where it says no', '\n    approvedBy: { role: SUP, when: place = "no" }'],
  ])('is refused where it is read %s', (_how, approvedBy) => {
    expect(reviewed(approvedBy)).toEqual(['not-reviewed']);
  });
});
