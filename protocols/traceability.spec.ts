import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAnswers, loadLibrary, newestVersions, printTraceability, traceItems } from '@repere/protocol';
import { readFiles } from './read-files';

const ROOT = join(__dirname, '..');
const files = readFiles();
const { shared, documents, sources } = loadLibrary(files);
const { answers = {}, problems } = loadAnswers(files['answers.yaml'] ?? '', 'protocols/answers.yaml');
if (!shared) throw new Error('facts.yaml could not be read');
const lines = traceItems({ documents: newestVersions(documents), shared, sources }, answers);

describe('what answers the report', () => {
  it('is written as the schema says', () => {
    expect(problems).toEqual([]);
  });

  it('leaves no item of the report without an answer, or a word that there is none yet', () => {
    expect(lines).toHaveLength(91);
    const silent = lines.filter((line) => line.answers.length === 0 && line.notYet === null);
    expect(silent.map(({ item }) => item)).toEqual([]);
  });

  it('names only items that there are', () => {
    expect(Object.keys(answers).filter((item) => !(item in sources))).toEqual([]);
  });

  it('names only pages that the app has', () => {
    const paths = [...new Set(lines.flatMap((line) => line.answers.flatMap(({ path }) => path ?? [])))];
    const cwd = join(ROOT, 'apps/web/src/app');
    const lists = globSync('**/pages.ts', { cwd }).map((file) => readFileSync(join(cwd, file), 'utf8'));
    const pages = lists.flatMap((list) => [...list.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path));
    expect(pages.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !pages.includes(path))).toEqual([]);
  });

  it('is what docs/traceability.md says', () => {
    // If this fails: `repere protocol trace`.
    expect(readFileSync(join(ROOT, 'docs/traceability.md'), 'utf8')).toBe(printTraceability(lines));
  });
});
