import {
  checkLibrary,
  compileProtocols,
  type Example,
  loadExample,
  loadLibrary,
  localDocuments,
  loadVectors,
  type LoadedVectors,
  runExample,
  type Territory,
} from '@repere/protocol-engine';
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
    const { examples, problems } = readStories(path, files[path] ?? '');

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

function readStories(path: string, text: string): Pick<LoadedVectors, 'examples' | 'problems'> {
  if (path.includes('/vectors/')) return loadVectors(text, path);
  const { example, problems } = loadExample(text, path);
  return { examples: example ? [example] : [], problems };
}

function placeOf({ territory }: Example): Territory {
  const found = territoryOf(String(territory));
  if (!found) throw new Error(`No territory ${territory}`);
  return found;
}
