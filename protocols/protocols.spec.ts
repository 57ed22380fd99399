import {
  checkLibrary,
  compileProtocols,
  type Example,
  loadExample,
  loadLibrary,
  loadVectors,
  runExample,
  type Territory,
} from '@repere/protocol-engine';
import { territoryOf } from '@repere/territories';
import { readFiles } from './read-files';

const files = readFiles();
const library = loadLibrary(files);
if (!library.shared) throw new Error('facts.yaml could not be read');
const set = compileProtocols(library.shared, library.documents);

describe('the protocols', () => {
  it('have no error that the checker knows', () => {
    const errors = checkLibrary(library).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
  });
});

const stories = Object.entries(files).flatMap(([path, text]): { path: string; example: Example }[] => {
  const kind = /^[^/]+\/[^/]+\/(examples|vectors)\//.exec(path)?.[1];
  if (kind === undefined) return [];
  const { example, examples, problems } =
    kind === 'vectors'
      ? { example: undefined, ...loadVectors(text, path) }
      : { examples: [], ...loadExample(text, path) };
  if (problems.length > 0)
    throw new Error(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return [...(example ? [example] : []), ...examples].map((one) => ({ path, example: one }));
});

describe.each([...new Set(stories.map(({ path }) => path))])('%s', (path) => {
  it.each(
    stories.filter((story) => story.path === path).map(({ example }) => [example.story.fr, example] as const),
  )('%s', (_, example) => {
    expect(runExample(set, example, placeOf(example))).toEqual([]);
  });
});

function placeOf({ territory }: Example): Territory {
  const found = territoryOf(String(territory));
  if (!found) throw new Error(`No territory ${territory}`);
  return found;
}
