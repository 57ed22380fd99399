import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');

/** Entries beside `index.ts`, none for its weight (ADR 30): what tests stand on, one printed file a DTO, one folder a widget. */
const OTHER_ENTRIES = [/^@repere\/(protocol|audit)\/testing$/, /^@repere\/contract\/\*$/, /^@repere\/ui\//];

/** The engine's four libraries, each knowing only those before it. */
const ENGINE = ['feel', 'protocol', 'case-engine', 'protocol-verifier'];
const FEWEST = 3;

/** Every `from '…'` of a source, types included. */
function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** What a library of the engine may not import: one that stands after it, anything but an entry, a file outside of it. */
function forbiddenIn(library: string, file: string, text: string): readonly string[] {
  const before = ENGINE.slice(0, ENGINE.indexOf(library)).map((it) => `@repere/${it}`);
  const isTest = /\.spec\.ts$|\/testing\//.test(file);
  return importsOf(text).filter((from) => {
    if (from.startsWith('.')) return relative(`libs/${library}`, join(dirname(file), from)).startsWith('..');
    if (!from.startsWith('@repere/')) return false;
    return !before.includes(isTest ? from.replace(/\/testing$/, '') : from);
  });
}

describe('a library', () => {
  it('has one entry, and no other to carry less weight', () => {
    const { paths } = (
      JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')) as {
        compilerOptions: { paths: Record<string, readonly string[]> };
      }
    ).compilerOptions;
    const isEntry = (name: string): boolean =>
      /^@repere\/[\w-]+$/.test(name) || OTHER_ENTRIES.some((it) => it.test(name));
    expect(Object.keys(paths).filter((name) => !isEntry(name))).toEqual([]);
    expect(isEntry('@repere/case-engine/reading')).toBe(false);
    const manifests = globSync('libs/*/package.json', { cwd: ROOT }).map((path) => [
      path,
      Object.keys(
        (JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as { exports?: Record<string, string> })
          .exports ?? {
          '.': '',
        },
      ),
    ]);
    expect(manifests.filter(([, entries]) => String(entries) !== '.')).toEqual([]);
  });
});

describe.each(ENGINE)('%s', (library) => {
  const files = globSync(`libs/${library}/src/**/*.ts`, { cwd: ROOT }).map((it) => it.replaceAll('\\', '/'));

  it('imports only the libraries of the engine before it, by their entry', () => {
    const found = files.flatMap((file) =>
      forbiddenIn(library, file, readFileSync(join(ROOT, file), 'utf8')).map((from) => `${file}: ${from}`),
    );
    expect(found).toEqual([]);
  });

  it('has a README that says where to start in each folder', () => {
    const told = readFileSync(join(ROOT, 'libs', library, 'README.md'), 'utf8');
    const folders = readdirSync(join(ROOT, 'libs', library, 'src'), { withFileTypes: true });
    const named = folders.filter((it) => it.isDirectory()).map(({ name }) => name);
    expect(named.filter((name) => !told.includes(`| \`${name}/\``))).toEqual([]);
    const starts = [...told.matchAll(/^\| `([\w/.-]+)` .*\| `([\w-]+\.ts)` +\|$/gm)];
    expect(starts.length).toBeGreaterThan(named.length - 1);
    const missing = starts.filter(
      ([, folder = '', file = '']) => !existsSync(join(ROOT, 'libs', library, 'src', folder, file)),
    );
    expect(missing.map(([row]) => row)).toEqual([]);
  });

  it('has no folder of one or two files beside its entry', () => {
    const sizes = new Map<string, number>();
    for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
    const small = [...sizes].filter(([folder, size]) => size < FEWEST && folder !== `libs/${library}/src`);
    expect(small.map(([folder]) => folder)).toEqual([]);
  });
});

it.each([
  ['protocol', "import { decide } from '@repere/case-engine';"],
  ['case-engine', "import type { Explored } from '@repere/protocol-verifier';"],
  ['feel', "export * from '@repere/protocol';"],
  ['protocol-verifier', "import { foldEntry } from '@repere/case-engine/fold';"],
  ['protocol-verifier', "import { foldEntry } from '../../case-engine/src/fold/apply-entry';"],
  ['case-engine', "import { FACTS } from '@repere/protocol/testing';"],
  ['case-engine', "import { CaseFile } from '@repere/cases';"],
])('an import upwards is seen in %s: %s', (library, text) => {
  expect(forbiddenIn(library, `libs/${library}/src/planted.ts`, text)).toHaveLength(1);
});
