import { lettersOf, loadCompetence, loadLetters, loadLibrary, newestVersions } from '@repere/protocol';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
const { shared } = library;
if (!shared) throw new Error('no facts');
const { competence, problems } = loadCompetence(files['competence.yaml'] ?? '', 'competence.yaml', {
  ...library,
  shared,
});
const { letters = [] } = loadLetters(files['letters.yaml'] ?? '', 'letters.yaml', { ...library, shared });
const steps = newestVersions(library.documents).flatMap(({ protocol, steps: all }) =>
  all.map((step) => ({ name: `${protocol}.${step.id}`, protocol, step })),
);

it('names authorities, facts, answers, steps and grounds that there are', () => {
  expect(problems).toEqual([]);
  expect(competence?.rules.length).toBeGreaterThan(0);
});

it('knows each step that reports to an authority as something that is asked', () => {
  const asking = competence?.requests.flatMap(({ by }) => by) ?? [];
  const silent = steps.filter(({ name, step }) => step.reports !== undefined && !asking.includes(name));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

it('waits for each answer that an authority owes by law or by our own date', () => {
  const waited = new Set(competence?.requests.flatMap(({ answered }) => answered));
  const asked = new Set(competence?.requests.flatMap(({ by }) => by.map((it) => it.split('.')[0])));
  const silent = steps.filter(
    ({ name, protocol, step }) =>
      step.due?.owner === 'outside' && step.due.from !== 'run' && asked.has(protocol) && !waited.has(name),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

it('has a letter for every report, one press away', () => {
  const without = steps.filter(
    ({ protocol, step }) => step.reports !== undefined && lettersOf(letters, protocol, step.id).length === 0,
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});
