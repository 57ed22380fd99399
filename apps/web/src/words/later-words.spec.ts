import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const APP = join(__dirname, '../app');
const ROUTES = join(APP, 'routes.ts');
const IMPORTED = /(?:from|import\()\s*'(\.[^']+)'/g;
/** Words that come later, by the guard that waits for them. */
const LATER = {
  administrationWords: 'administration',
  appointmentWords: 'appointments',
  auditWords: 'audit',
  capacityWords: 'capacity',
  conferenceWords: 'conferences',
  directoryWords: 'directory',
  documentWords: 'documents',
  editingWords: 'editing',
  guideWords: 'guide',
  letterWords: 'letters',
  scenarioWords: 'scenarios',
  trainingWords: 'training',
} as const;

const isListOfPages = (file: string): boolean => file.endsWith('/pages.ts');

describe.each(Object.entries(LATER))('words that wait for %s', (guard, domain) => {
  const routes = readFileSync(ROUTES, 'utf8');
  /** Routes of the whole app that wait for them, with what they load. */
  const waiting = [
    ...routes.matchAll(
      new RegExp(
        `canActivate: \\[[^\\]]*\\b${guard}\\b[^\\]]*\\],\\s*loadChildren: \\(\\) => import\\('([^']+)'\\)`,
        'g',
      ),
    ),
  ].map(([, path = '']) => path);
  /** Pages say them; so does a list of pages, but its titles are shown on the pages alone. */
  const says = new RegExp(`['"\`]${domain}\\.\\w`);

  /** A part of a page that has them come once it is there, and what it is made of. */
  const waitsItself = (file: string): boolean => textOf(file).includes(`useAlso(${guard})`);

  it('are said by no page that does not wait for them, but for parts that do', () => {
    const elsewhere = filesFrom(ROUTES, waiting, waitsItself);
    expect(elsewhere.size).toBeGreaterThan(200);
    expect([...elsewhere].filter((file) => says.test(textOf(file)) && !isListOfPages(file))).toEqual([]);
  });

  it('are said by those that wait', () => {
    expect(waiting.length).toBeGreaterThan(0);
    for (const path of waiting) {
      const files = [...filesFrom(fileOf(ROUTES, path))];
      expect([path, files.some((file) => says.test(textOf(file)))]).toEqual([path, true]);
    }
  });
});

/** The file and all that it loads, at once or later, but for what is `left` out, by its address or by itself. */
function filesFrom(
  file: string,
  left: readonly string[] = [],
  isLeft: (file: string) => boolean = () => false,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (found.has(file) || isLeft(file)) return found;
  found.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED))
    if (!left.includes(path) && !path.endsWith('.json')) filesFrom(fileOf(file, path), left, isLeft, found);
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
