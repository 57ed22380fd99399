import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compileProtocols } from '@repere/case-engine';
import { loadLibrary, type TrainingScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { plantedCosts, rehearseModel, rehearsePlanted } from '@repere/training';
import { SHIPPED_PROTOCOLS } from '../../testing/test-service';
import { ScenarioLibrary } from '../scenarios/scenario-library';
import { scoreCase, type WholeScore } from './score-case';
import { showBeside } from './beside/show-beside';

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

/** What the server makes of the journal that a run left, and of what was answered and ticked. */
function scored(scenario: TrainingScenario, { practice }: ReturnType<typeof rehearseModel>): WholeScore {
  const territory = territoryOf(String(scenario.territory));
  if (!territory) throw new Error('no territory');
  const { journal, now } = practice;
  const answers = [...practice.answers].flatMap(([question, given]) =>
    given.map((it) => ({ ...it, question, at: new Date(it.at) })),
  );
  const ticks = [...practice.ticks].map(([expectation, at]) => ({ expectation, at: new Date(at) }));
  return scoreCase(
    {
      id: '',
      set,
      territory,
      journal,
      runs: practice.runs,
      names: new Map(),
      now,
      isOver: true,
      after: new Set(),
      refused: practice.attempts.map(({ at, runId, step, reasons }) => ({
        ...{ at, runId, step, codes: reasons.map(({ code }) => code) },
        rules: reasons.flatMap(({ basis = [] }) => basis),
      })),
      ratings: [],
      answers,
      ticks,
    },
    scenario,
  );
}

describe.each([...scenarios.values()].map(({ scenario }) => [scenario.scenario, scenario] as const))(
  'the score that the server computes from a journal and what was said of it: %s',
  (_, scenario) => {
    const territory = territoryOf(String(scenario.territory));
    if (!territory) throw new Error('no territory');

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
      // What is typed in a case has one language; the model run has both.
      const french = (said: readonly { readonly fr: string }[] = []) => said.map(({ fr }) => fr);
      for (const { model, group } of pairs)
        expect([group?.at, french(group?.said)]).toEqual([model?.at, french(model?.said)]);
    });

    it.each(scenario.planted.map((it) => [it.id, it] as const))(
      'loses for %s what the file names, as much as each is worth and nothing else, each with its moment and words',
      (_, planted) => {
        const run = rehearsePlanted(set, scenario, territory, planted);
        const { figures, lost } = scored(scenario, run);
        const costs = plantedCosts(set, scenario, planted);
        const lines = lost.map(({ key, points }) => ({ key, points }));
        expect(lines.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(costs);
        expect(figures.of - figures.points).toBe(costs.reduce((sum, { points }) => sum + points, 0));
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
  const beside = showBeside(
    { ...case_, isOver: true, after: new Set(), refused: [], ratings: [], answers: [], ticks: [] },
    scenario,
    [],
  );
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
