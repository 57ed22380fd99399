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
