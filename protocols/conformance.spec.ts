import {
  type CaseConformance,
  compileProtocols,
  conformanceOf,
  fitnessOf,
  playExample,
  viewCase,
} from '@repere/case-engine';
import { type Example, loadExample, loadLibrary, localDocuments } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
if (!library.shared) throw new Error('facts.yaml could not be read');
const overlays = library.overlays.flatMap(({ overlay }) => overlay ?? []);
const set = compileProtocols(library.shared, [
  ...library.documents,
  ...localDocuments(library.documents, overlays),
]);
const examples = Object.entries(files)
  .filter(([path]) => path.includes('/examples/'))
  .flatMap(([path, text]) => {
    const { example } = loadExample(text, path);
    return example ? [{ path, example }] : [];
  });

/** The case as it stands at each moment of an example, judged. */
function judged(example: Example): readonly CaseConformance[] {
  const territory = territoryOf(String(example.territory));
  if (!territory) throw new Error(`no territory ${example.territory}`);
  const played = playExample(set, example, territory);
  return played.ok ? played.moments.map(({ state }) => conformanceOf(state)) : [];
}

const KINDS_OF_ENGINE = ['waived', 'late-recording'] as const;

describe.each(examples.map(({ path, example }) => [path, example] as const))('%s', (_path, example) => {
  const moments = judged(example);

  it('is judged at every moment: shares between 0 and 1, of every run, that add up', () => {
    expect(moments.length).toBeGreaterThan(0);
    for (const { fitness, expected, met, runs } of moments) {
      expect(fitness === null ? expected : fitness >= 0 && fitness <= 1).toBe(fitness === null ? 0 : true);
      expect(runs.reduce((sum, run) => sum + run.expected, 0)).toBe(expected);
      expect(runs.reduce((sum, run) => sum + run.met, 0)).toBe(met);
      for (const run of runs) expect(fitnessOf(run.steps)).toMatchObject({ met: run.met });
    }
  });

  it('names a deviation for whatever expected step was not done as it should', () => {
    for (const { runs, deviations } of moments) {
      const named = new Set(deviations.map(({ runId, step }) => `${runId}/${step}`));
      const unmet = runs.flatMap(({ steps }) =>
        steps.filter(({ expectation, isMet }) => expectation === 'expected' && !isMet),
      );
      expect(
        unmet.filter(({ runId, step }) => !named.has(`${runId}/${step}`)).map(({ step }) => step),
      ).toEqual([]);
    }
  });

  it('loses nothing that the engine tells, and adds no delay of an authority', () => {
    const territory = territoryOf(String(example.territory));
    const played = territory && playExample(set, example, territory);
    const last = played?.ok ? played.moments.at(-1) : undefined;
    if (!last) throw new Error('no moment');
    const told = viewCase(last.state).deviations;
    const judged = conformanceOf(last.state);
    const found = judged.deviations;
    for (const kind of KINDS_OF_ENGINE)
      expect(found.filter((it) => it.kind === kind)).toHaveLength(
        told.filter((it) => it.kind === kind).length,
      );
    const ours = told.filter((it) => it.kind === 'late' && it.owner === 'ours');
    const ourSteps = new Set(ours.map(({ runId, step }) => `${runId}/${step}`));
    // Of a duty that comes again the engine tells what is due now; only conformance counts each time before.
    const again = new Set(
      judged.runs.flatMap(({ steps }) =>
        steps.flatMap((it) => (it.occasions.length > 0 ? [`${it.runId}/${it.step}`] : [])),
      ),
    );
    for (const { kind, runId, step } of found)
      if (kind === 'late' && !again.has(`${runId}/${step}`))
        expect(ourSteps.has(`${runId}/${step}`)).toBe(true);
    const incidents = told.filter((it) => it.kind === 'rights-incident');
    const keys = found.filter((it) => it.kind === 'rights-incident' || it.kind === 'no-third-person');
    expect(keys.length).toBe(
      new Set(incidents.map((it) => `${it.runId}${it.step}${it.entryId}${it.text.fr}`)).size,
    );
  });
});

it('the examples reach what audit counts by name', () => {
  const kinds = new Set(
    examples.flatMap(({ example }) =>
      judged(example).flatMap(({ deviations }) => deviations.map(({ kind }) => kind)),
    ),
  );
  for (const kind of [
    'no-third-person',
    'late',
    'unapproved',
    'unweighed',
    'rights-incident',
    'late-recording',
  ])
    expect([...kinds]).toContain(kind);
});

it('finds nothing to say of a child reported and then placed by telephone, before any form', () => {
  const found = examples.find(({ path }) => path.includes('18-placed-by-telephone'));
  const last = found && judged(found.example).at(-1);
  const protection = last?.runs.find(({ protocol }) => protocol === 'protection');
  expect(last?.deviations).toEqual([]);
  expect(protection?.fitness).toBe(1);
});
