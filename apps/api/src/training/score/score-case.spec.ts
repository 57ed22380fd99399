import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compileProtocols } from '@repere/case-engine';
import { loadLibrary, type TrainingScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { rehearseModel, rehearsePlanted } from '@repere/training';
import { SHIPPED_PROTOCOLS } from '../../testing/test-service';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { scoreCase, type WholeScore } from './score-case';

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
