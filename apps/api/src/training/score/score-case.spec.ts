import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compileProtocols } from '@repere/case-engine';
import { loadLibrary, type TrainingScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { rehearseModel, rehearsePlanted } from '@repere/training';
import { SHIPPED_PROTOCOLS } from '../../testing/test-service';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { scoreCase, type WholeScore } from './score-case';
import { showBeside } from './show-beside';

const files = globSync('**/*.yaml', { cwd: SHIPPED_PROTOCOLS });
const library = loadLibrary(
  Object.fromEntries(
    files.map((path) => [path.split(sep).join('/'), readFileSync(join(SHIPPED_PROTOCOLS, path), 'utf8')]),
  ),
);
if (!library.shared) throw new Error('facts.yaml could not be read');
const set = compileProtocols(library.shared, library.documents);
const scenariosDir = join(SHIPPED_PROTOCOLS, '../scenarios');
const { scenarios } = new ScenarioLibrary({ scenariosDir });

/** What the server makes of the journal that a run left. */
function scored(scenario: TrainingScenario, { practice }: ReturnType<typeof rehearseModel>): WholeScore {
  const territory = territoryOf(String(scenario.territory));
  if (!territory) throw new Error('no territory');
  const { journal, now } = practice;
  return scoreCase(
    {
      id: '',
      set,
      territory,
      journal,
      runs: practice.runs,
      names: new Map(),
      now,
      after: new Set(),
      ratings: [],
    },
    scenario,
  );
}

describe.each([...scenarios.values()].map(({ scenario }) => [scenario.scenario, scenario] as const))(
  'the score that the server computes from a journal: %s',
  (_, scenario) => {
    const territory = territoryOf(String(scenario.territory));
    if (!territory) throw new Error('no territory');
    /** Not in a journal, so not in this score. */
    const isSeen = (key: string): boolean =>
      !key.startsWith('questions:') &&
      !scenario.expectations.some(({ id, ticked }) => ticked && key === `expectations:${id}`);

    it('is a hundred for the model run', () => {
      const { figures, lost } = scored(scenario, rehearseModel(set, scenario, territory));
      expect(lost.map(({ key }) => key)).toEqual([]);
      expect(figures.percent).toBe(100);
      expect(figures.of).toBeGreaterThan(0);
    });

    it('stands beside the model run: the model itself does all of it, at its time', () => {
      const { beside } = scored(scenario, rehearseModel(set, scenario, territory));
      expect(beside.filter(({ group }) => group === null)).toEqual([]);
      const pairs = beside.filter(({ model }) => model !== null);
      expect(pairs.length).toBeGreaterThan(0);
      for (const { model, group } of pairs)
        expect([group?.at, group?.said]).toEqual([model?.at, model?.said]);
    });

    it.each(scenario.planted.map((it) => [it.id, it] as const))(
      'loses for %s what the file names, each with its moment and words',
      (_, planted) => {
        const run = rehearsePlanted(set, scenario, territory, planted);
        const { lost } = scored(scenario, run);
        const tried = run.practice.attempts.length > 0;
        // What was tried and refused is in no journal either.
        const named = planted.loses.filter((key) => isSeen(key) && !(tried && key.startsWith('safeguards:')));
        expect(lost.map(({ key }) => key).sort()).toEqual([...named].sort());
        for (const it of lost) {
          expect(Date.parse(it.at)).toBeGreaterThan(0);
          expect(it.why.fr.length * it.why.en.length * it.title.fr.length).toBeGreaterThan(0);
        }
      },
    );
  },
);

it('sends no whole texts of a class that wrote much: they stand at their steps', () => {
  const scenario = scenarios.get('xray-19-5-margin-18')?.scenario;
  const territory = territoryOf(String(scenario?.territory));
  if (!scenario || !territory) throw new Error('no scenario');
  const { practice } = rehearseModel(set, scenario, territory);
  const long = '\u{1f9f8} \u0646\u0648\u0631 '.repeat(800);
  const acts = practice.journal.flatMap((entry) =>
    entry.kind === 'step-completed' && entry.reasons !== undefined
      ? [{ ...entry, bestInterests: long, childView: { said: long } }]
      : [],
  );
  const journal = Array.from({ length: 50 }, (_, time) =>
    acts.map((entry, n) => ({ ...entry, id: `e${String(time)}.${String(n)}` })),
  ).flat();
  expect(journal.length).toBeGreaterThan(500);
  const names = new Map<string, string>();
  const case_ = { id: '', set, territory, journal, runs: practice.runs, names, now: practice.now };
  const beside = showBeside({ ...case_, after: new Set(), ratings: [] }, scenario, []);
  expect(beside).toHaveLength(500);
  const groups = beside.flatMap(({ group }) => (group ? [group] : []));
  expect(groups.length).toBeGreaterThan(400);
  expect(groups.every(({ isCut }) => isCut)).toBe(true);
  for (const { said } of groups)
    for (const { fr } of said) {
      expect(fr.length).toBeLessThanOrEqual(401);
      expect(fr.isWellFormed()).toBe(true);
    }
  expect(JSON.stringify(beside).length).toBeLessThan(2_000_000);
});
