import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const APP = join(__dirname, '../app');
const ROUTES = join(APP, 'routes.ts');
const IMPORTED = /(?:from|import\()\s*'(\.[^']+)'/g;
/** A route of the whole app that waits for the words of the editor, with what it loads. */
const WAITING = /canActivate: \[[^\]]*\beditingWords\b[^\]]*\],\s*loadChildren: \(\) => import\('([^']+)'\)/g;

/** Pages say the words of the editor; so does a list of pages, but its titles are shown on the pages alone. */
const SAYS = /['"`]editing\.\w/;
const isListOfPages = (file: string): boolean => file.endsWith('/pages.ts');

describe('the words of the editor, which come later than the others', () => {
  const routes = readFileSync(ROUTES, 'utf8');
  const waiting = [...routes.matchAll(WAITING)].map(([, path = '']) => path);

  it('are said by no page that does not wait for them', () => {
    const elsewhere = filesFrom(ROUTES, waiting);
    expect(elsewhere.size).toBeGreaterThan(200);
    expect([...elsewhere].filter((file) => SAYS.test(textOf(file)) && !isListOfPages(file))).toEqual([]);
  });

  it('are said by those that wait', () => {
    expect(waiting.length).toBeGreaterThan(0);
    for (const path of waiting) {
      const files = [...filesFrom(fileOf(ROUTES, path), [])];
      expect([path, files.some((file) => SAYS.test(textOf(file)))]).toEqual([path, true]);
    }
  });
});

/** The file and all that it loads, at once or later, but for what is `left` out. */
function filesFrom(
  file: string,
  left: readonly string[],
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED))
    if (!left.includes(path) && !path.endsWith('.json')) filesFrom(fileOf(file, path), left, found);
  return found;
}

const fileOf = (from: string, path: string): string => {
  const file = resolve(dirname(from), path);
  return existsSync(`${file}.ts`) ? `${file}.ts` : join(file, 'index.ts');
};

/** A component's with its template. */
function textOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  const template = /templateUrl: '([^']+)'/.exec(text)?.[1];
  return template ? text + readFileSync(resolve(dirname(file), template), 'utf8') : text;
}
