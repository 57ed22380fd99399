import { loadCurriculum, loadLibrary, loadScenario, newestVersions } from '@repere/protocol';
import { readProtocols, readScenarios } from './read-scenarios';

const files = readProtocols();
const library = loadLibrary(files);
const { curriculum = [], problems } = loadCurriculum(
  files['curriculum.yaml'] ?? '',
  'curriculum.yaml',
  library,
);
const scenarios = Object.entries(readScenarios()).flatMap(
  ([file, text]) => loadScenario(text, file).scenario ?? [],
);

it('names protocols, steps, answers and sources that there are', () => {
  expect(problems).toEqual([]);
  expect(curriculum.length).toBeGreaterThan(3);
});

it.each(curriculum)(
  '$id can be practised: each scenario that it names is there, and one of its protocol is',
  (item) => {
    const names = scenarios.map(({ scenario }) => scenario);
    expect(item.scenarios.filter((it) => !names.includes(it))).toEqual([]);
    const found = scenarios.filter(
      (it) =>
        Object.hasOwn(it.versions, item.protocol) &&
        (item.scenarios.length === 0 ? it.protocol === item.protocol : item.scenarios.includes(it.scenario)),
    );
    expect(found.length).toBeGreaterThan(0);
  },
);

it('asks somebody to practise each protocol that a scenario is about (S76)', () => {
  const asked = curriculum.map(({ protocol }) => protocol);
  expect([...new Set(scenarios.map(({ protocol }) => protocol))].filter((it) => !asked.includes(it))).toEqual(
    [],
  );
});

it('asks in the newest version whether who sees the signs is trained (S15)', () => {
  const asked = curriculum.filter(({ basis }) => basis.includes('S15'));
  expect(asked.length).toBeGreaterThan(0);
  for (const { protocol, asked: where } of asked)
    expect(
      newestVersions(library.documents)
        .find((it) => it.protocol === protocol)
        ?.steps.find(({ id }) => id === where?.step)?.approvedBy,
    ).toMatchObject({ effect: 'at-once' });
});
