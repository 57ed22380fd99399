import { compileProtocols } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import {
  findBlamingWordsIn,
  type LoadedScenario,
  loadLibrary,
  loadScenario,
  type TrainingScenario,
} from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import {
  checkScenario,
  describeExpectation,
  describeTrigger,
  listModelActs,
  type LostPoint,
  plantedCosts,
  Practice,
  rehearseBranch,
  rehearseModel,
  rehearseNothing,
  rehearsePlanted,
  scoreOf,
} from '@repere/training';
import { readProtocols, readScenarios } from './read-scenarios';

const library = loadLibrary(readProtocols());
if (!library.shared) throw new Error('facts.yaml could not be read');
const set = compileProtocols(library.shared, library.documents);
const codes = new Set(Object.keys(library.sources));

/** `done(report)`, `answer(papers) = "given"`, `safety_plan`, `exam : overlap`. */
const MACHINE = /\w\(|\w_\w| = "|Computed value|class has (come|avoided)/;

describe.each(Object.entries(readScenarios()))('%s', (file, text) => {
  const loaded = loadScenario(text, file);

  it('has what it names, in these versions', () => {
    const found = loaded.scenario
      ? checkScenario(loaded, { set, territory: placeOf(loaded.scenario), codes })
      : [];
    const problems = [...loaded.problems, ...found];
    expect(problems.map(({ line, code, message }) => `line ${line} ${code}: ${message.en}`)).toEqual([]);
  });
  if (loaded.scenario) told(loaded.scenario);
});

function told(scenario: TrainingScenario): void {
  const territory = placeOf(scenario);

  it('the model run is done to the end, and loses nothing', () => {
    const { problems, score } = rehearseModel(set, scenario, territory);
    expect(problems).toEqual([]);
    expect(score.lost.map(({ key, why }) => `${key}: ${why.en}`)).toEqual([]);
    expect(score.percent).toBe(100);
  });

  it('the model run is read in English as well, to the child’s own words', () => {
    const { english = {}, model } = scenario;
    expect(phrasesOf(model).filter((it) => !Object.hasOwn(english, it))).toEqual([]);
    expect(Object.keys(english).filter((it) => !phrasesOf(model).includes(it))).toEqual([]);
    const said = listModelActs(set, scenario, territory).flatMap((act) => act.said);
    const own = Object.entries(english).filter(([french, words]) => french !== words);
    for (const [french] of own) expect(said.filter(({ en }) => en.includes(french))).toEqual([]);
    expect(said.filter(({ fr }) => own.some(([french]) => fr.includes(french))).length).toBeGreaterThan(0);
  });

  it('has three runs with faults at least', () => {
    expect(scenario.planted.length).toBeGreaterThanOrEqual(3);
  });

  it.each(scenario.planted.map((it) => [it.id, it] as const))(
    '%s loses exactly these points, each as much as it is worth, and nothing else',
    (_, planted) => {
      const { problems, score } = rehearsePlanted(set, scenario, territory, planted);
      expect(problems).toEqual([]);
      const costs = plantedCosts(set, scenario, planted);
      expect(score.lost.map(lineOf).sort()).toEqual(costs.map(lineOf));
      expect(score.of - score.points).toBe(costs.reduce((sum, { points }) => sum + points, 0));
      for (const { at, why, title, basis } of score.lost) {
        expect(at).toBeGreaterThan(0);
        expect(basis.every((it) => codes.has(it) || it.startsWith('P'))).toBe(true);
        expect([why.fr, why.en, title.fr, title.en].every((it) => it.length > 0)).toBe(true);
      }
      expect(score.percent).toBeLessThan(100);
    },
  );

  it('whoever does nothing wins nothing: what the story did by itself is nobody’s merit', () => {
    const { score } = rehearseNothing(set, scenario, territory);
    expect(score.parts.filter(({ points }) => points > 0)).toEqual([]);
    expect(score.met.map(({ key }) => key)).toEqual([]);
    expect({ points: score.points, percent: score.percent }).toEqual({ points: 0, percent: 0 });
  });

  for (const branch of scenario.branches ?? [])
    it(`goes another way: ${branch.id}`, () => {
      expect(rehearseBranch(set, scenario, territory, branch).problems).toEqual([]);
    });

  it('a branch comes to the same score as the run that it leaves, done alike', () => {
    const { practice, score } = rehearseModel(set, scenario, territory);
    const branch = practice.branchAt(practice.moments.length - 1);
    expect(scoreOf(branch)).toEqual(score);
    expect(new Practice(set, scenario, territory, practice.acts).journal).toEqual(practice.journal);
  });

  it('is told to whoever leads in the words of its protocols, with no name of the machine', () => {
    const grounds = { set, scenario, territory };
    const told = [
      ...[...scenario.beats, ...(scenario.injects ?? [])].map((it) => describeTrigger(set, scenario, it)),
      ...scenario.expectations.flatMap((it) => describeExpectation(grounds, it)),
    ];
    const machine = told.flatMap(({ fr, en }) => [fr, en]).filter((it) => MACHINE.test(it));
    expect(machine).toEqual([]);
  });

  it('blames nobody', () => {
    const texts = [scenario.title, scenario.summary, ...scenario.beats.map(({ told }) => told)];
    const found = texts.flatMap(({ fr, en }) => [
      ...findBlamingWordsIn(fr, library.shared?.refusedWords.fr ?? {}),
      ...findBlamingWordsIn(en, library.shared?.refusedWords.en ?? {}),
    ]);
    expect(found).toEqual([]);
  });
}

const lineOf = ({ key, points }: Pick<LostPoint, 'key' | 'points'>): string => `${key} ${String(points)}`;

function placeOf({ territory }: NonNullable<LoadedScenario['scenario']>): Territory {
  const found = territoryOf(String(territory));
  if (!found) throw new Error(`No territory ${territory}`);
  return found;
}

/** What is said in lines, as a person reads it: a code has no blank. */
function phrasesOf(lines: unknown): readonly string[] {
  const found = new Set<string>();
  JSON.stringify(lines, (key, value: unknown) => {
    // What is expected of a line is read by nobody.
    if (key === 'expect') return undefined;
    if (typeof value === 'string' && key !== 'approve' && /\s/.test(value)) found.add(value);
    return value;
  });
  return [...found];
}
