import {
  checkLibrary,
  type Example,
  type LoadedVectors,
  loadExample,
  loadLibrary,
  loadVectors,
  localDocuments,
} from '@repere/protocol';
import { compileProtocols, playExample, runExample, viewCase } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import { territoryOf } from '@repere/territories';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
if (!library.shared) throw new Error('facts.yaml could not be read');
const overlays = library.overlays.flatMap(({ overlay }) => overlay ?? []);
const local = localDocuments(library.documents, overlays);
const set = compileProtocols(library.shared, [...library.documents, ...local]);

describe('the protocols', () => {
  it('have no error that the checker knows', () => {
    const errors = checkLibrary(library).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
  });
});

describe.each(Object.keys(files).filter((path) => /^[^/]+\/[^/]+\/(examples|vectors)\//.test(path)))(
  '%s',
  (path) => {
    const { examples, problems } = readExamples(path, files[path] ?? '');

    it('can be read', () => {
      expect(problems.map(({ line, message }) => `line ${line}: ${message}`)).toEqual([]);
    });

    for (const example of examples) {
      it(example.story.fr, () => {
        expect(runExample(set, example, placeOf(example))).toEqual([]);
      });
    }
  },
);

describe('worked examples', () => {
  const titles = Object.keys(files)
    .filter((path) => path.includes('/examples/'))
    .flatMap((path) => readExamples(path, files[path] ?? '').examples.map(({ title }) => ({ path, title })));

  it('have a title in both languages, short enough for a list', () => {
    const fits = (words: string | undefined): boolean => !!words && words.length <= 70;
    expect(titles.filter(({ title }) => !fits(title?.fr) || !fits(title?.en))).toEqual([]);
  });

  it.each(['fr', 'en'] as const)('are told apart by their titles, in %s', (language) => {
    const all = titles.map(({ title }) => title?.[language]);
    expect(all.filter((words, at) => all.indexOf(words) !== at)).toEqual([]);
  });
});

describe('of the newest versions', () => {
  const newest = [...new Map(library.documents.map((it) => [it.protocol, it])).values()];
  const reached = new Set<string>();
  beforeAll(() => {
    for (const path of Object.keys(files).filter(
      (it) => it.includes('/examples/') || it.includes('/vectors/'),
    ))
      for (const example of readExamples(path, files[path] ?? '').examples) noteOutcomes(example, reached);
  });

  it.each(newest.map((it) => [`${it.protocol}@${it.version}`, it] as const))(
    '%s: a worked example reaches each outcome',
    (name, { outcomes }) => {
      const missed = outcomes.map(({ id }) => id).filter((id) => !reached.has(`${name} ${id}`));
      expect(missed).toEqual([]);
    },
  );
});

/** Every outcome at which a run of this example stood, at any of its moments. */
function noteOutcomes(example: Example, reached: Set<string>): void {
  const played = playExample(set, example, placeOf(example));
  if (!played.ok) return;
  for (const { state } of played.moments) {
    for (const { protocol, version, outcome } of viewCase(state).runs) {
      if (outcome) reached.add(`${protocol}@${version} ${outcome.id}`);
    }
  }
}

function readExamples(path: string, text: string): Pick<LoadedVectors, 'examples' | 'problems'> {
  if (path.includes('/vectors/')) return loadVectors(text, path);
  const { example, problems } = loadExample(text, path);
  return { examples: example ? [example] : [], problems };
}

function placeOf({ territory }: Example): Territory {
  const found = territoryOf(String(territory));
  if (!found) throw new Error(`No territory ${territory}`);
  return found;
}
