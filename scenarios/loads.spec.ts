import { compileProtocols, foldCase, isLate, viewCase } from '@repere/case-engine';
import { loadExample, loadLibrary, loadScenario } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import {
  canBeTold,
  type LoadStory,
  outlineOf,
  planLoad,
  storyOfExample,
  storyOfScenario,
  tellCase,
} from '@repere/training';
import { readProtocols, readScenarios } from './read-scenarios';

const files = readProtocols();
const library = loadLibrary(files);
if (!library.shared) throw new Error('facts.yaml can not be read');
const set = compileProtocols(library.shared, library.documents);
const stories: readonly LoadStory[] = [
  ...Object.entries(files).flatMap(([path, text]) => {
    const { example } = path.includes('/examples/') ? loadExample(text, path) : {};
    return example ? [storyOfExample(path, example)] : [];
  }),
  ...Object.entries(readScenarios()).flatMap(([name, text]) => {
    const { scenario } = loadScenario(text, name);
    return scenario ? [storyOfScenario(scenario)] : [];
  }),
]
  .filter((it) => it !== null)
  .filter((it) => canBeTold(it, set));
const territory = territoryOf('93');
if (!territory) throw new Error('no territory');
const surroundings = { set, territory, note: 'Dossier d’exercice inventé.' };

/** The cases of a series as the engine tells them, each at the clock of its space. */
const told = (seed: number, cases: number, now: number) =>
  planLoad(seed, cases, stories.map(outlineOf)).map((planned) => {
    const story = stories.find(({ id }) => id === planned.story);
    if (!story) throw new Error(`no story ${planned.story}`);
    const { journal, acts } = tellCase(story, planned, { ...surroundings, now });
    return { planned, acts, journal, view: viewCase(foldCase(set, journal, { now, territory })) };
  });

describe.each(['2026-12-01T10:00:00Z', '2028-02-29T22:30:00Z'])(
  'a load of the shipped stories on %s',
  (day) => {
    const now = Date.parse(day);
    const cases = told(7, 120, now);
    const share = (which: (it: (typeof cases)[number]) => boolean): number =>
      cases.filter(which).length / cases.length;

    it('is told as far as planned, but where a story would call somebody an adult', () => {
      expect(share(({ planned, acts }) => acts === planned.acts)).toBeGreaterThan(0.9);
      expect(share(({ acts }) => acts === 0)).toBeLessThan(0.05);
    });

    it('calls nobody an adult', () => {
      const ages = cases.flatMap(({ view }) => view.runs.map(({ outcome }) => outcome?.age));
      expect(ages).not.toContain('adult');
    });

    it('lies in the past of the space’s clock, the newest case of some hours ago', () => {
      const newest = cases.map(({ journal }) => journal.at(-1)?.recordedAt ?? 0);
      expect(Math.max(...newest)).toBeLessThanOrEqual(now);
      expect(now - Math.max(...newest)).toBeLessThan(3 * 86_400_000);
      expect(now - Math.min(...newest)).toBeGreaterThan(14 * 86_400_000);
    });

    it('has some late, some waiting for a second person, some missing, and stories of every protocol', () => {
      const steps = ({ view }: (typeof cases)[number]) => view.runs.flatMap((run) => run.steps);
      expect(share((it) => steps(it).some((step) => isLate(step, now)))).toBeGreaterThan(0.2);
      expect(share((it) => !steps(it).some((step) => isLate(step, now)))).toBeGreaterThan(0.1);
      expect(share((it) => steps(it).some(({ toApprove }) => toApprove !== null))).toBeGreaterThan(0.1);
      expect(
        share(({ view }) => view.runs.some(({ absence }) => absence && !absence.isOver)),
      ).toBeGreaterThan(0.02);
      const protocols = new Set(cases.flatMap(({ view }) => view.runs.map(({ protocol }) => protocol)));
      expect(protocols).toEqual(new Set(library.documents.map(({ protocol }) => protocol)));
    });
  },
);

it('tells the same twice', () => {
  const now = Date.parse('2026-12-01T10:00:00Z');
  expect(told(3, 50, now).map(({ journal }) => journal)).toEqual(
    told(3, 50, now).map(({ journal }) => journal),
  );
});
