import { loadLibrary } from '../load/load-library';
import { FACTS, PROTOCOL, SOURCES } from '../testing/small-library';
import { calledIn, loadCalls } from './load-calls';
import { ON_CALL_KINDS, ON_CALL_WORDS } from './on-call-kinds';

const { documents } = loadLibrary({
  'facts.yaml': FACTS,
  'sources.yaml': SOURCES,
  'shelter/1.0.0/protocol.yaml': PROTOCOL,
});
const [step = ''] = documents.flatMap(({ steps }) => steps.map(({ id }) => id));
const known = { documents, parts: { look_again: {} } };
const load = (content: string) => loadCalls(content, 'calls.yaml', known);

it('says whom a step calls, its own before those of its part', () => {
  const { calls, problems } = load(
    `language: 1\nsteps: { shelter.${step}: [duty-prosecutor, crip-unit] }\nparts: { look_again: [duty-line] }`,
  );
  if (!calls) throw new Error(JSON.stringify(problems));
  expect(calledIn(calls, 'shelter', { id: step })).toEqual(['duty-prosecutor', 'crip-unit']);
  expect(calledIn(calls, 'shelter', { id: step, part: 'look_again' })).toEqual([
    'duty-prosecutor',
    'crip-unit',
  ]);
  expect(calledIn(calls, 'elsewhere', { id: step, part: 'look_again' })).toEqual(['duty-line']);
  expect(calledIn(calls, 'elsewhere', { id: step })).toEqual([]);
});

it.each([
  ['a step that no version has', 'language: 1\nsteps: { shelter.nowhere: [crip-unit] }', 'unknown-step'],
  ['a part that there is not', 'language: 1\nparts: { nothing: [crip-unit] }', 'unknown-step'],
])('refuses %s', (_, content, code) => {
  const { calls, problems } = load(content);
  expect(calls).toBeUndefined();
  expect(problems).toMatchObject([{ code, file: 'calls.yaml', line: 2 }]);
});

it.each([
  `language: 1\nsteps: { shelter.${step}: [] }`,
  `language: 1\nsteps: { shelter.${step}: [the-neighbour] }`,
  'language: 1\nwho: {}',
  ': [',
])('refuses what has not its form: %s', (content) => {
  expect(load(content).problems.length).toBeGreaterThan(0);
});

it('has words for each kind, in both languages', () => {
  for (const kind of ON_CALL_KINDS)
    for (const { fr, en } of Object.values(ON_CALL_WORDS[kind])) expect(fr && en).toBeTruthy();
});
