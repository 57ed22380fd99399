import { globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const HOUSES = globSync('{tools,{apps,libs}/*/src}', { cwd: ROOT }).sort();

/** Sources of one idea that a folder holds at most; what tests, styles, templates and data beside them add is not counted. */
const MOST = 15;

/** Folders that may hold more, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'apps/api/src/migrations/baseline': 'one file a domain, in the order in which they are made',
};

describe('folders of an application, a library and the tools', () => {
  it.each(HOUSES)('%s: hold no more files than one looks through', (house) => {
    expect(crowdedFolders(ROOT, house).filter((folder) => !(folder in EXCEPTIONS))).toEqual([]);
  });

  it('are looked at in applications, libraries and tools', () => {
    expect(HOUSES).toEqual(
      expect.arrayContaining(['apps/api/src', 'apps/web/src', 'libs/case-engine/src', 'tools']),
    );
  });

  it('are excepted only as long as they hold more', () => {
    const crowded = HOUSES.flatMap((house) => crowdedFolders(ROOT, house));
    expect(Object.keys(EXCEPTIONS).filter((folder) => !crowded.includes(folder))).toEqual([]);
  });

  it('are found where they hold one more, whatever else stands beside', () => {
    const planted = mkdtempSync(join(tmpdir(), 'repere-floors-'));
    try {
      plant(planted, 'full', MOST, ['full.spec.ts', 'full.scss', 'full.html', 'full.json', 'full.d.ts']);
      plant(planted, 'crowded', MOST, ['one-more.mjs']);
      expect(crowdedFolders(planted, '.')).toEqual(['crowded']);
    } finally {
      rmSync(planted, { recursive: true });
    }
  });
});

/** Makes a folder of so many sources, and these files beside them. */
function plant(root: string, folder: string, sources: number, beside: readonly string[]): void {
  mkdirSync(join(root, folder));
  for (const file of [...Array.from({ length: sources }, (_, place) => `source-${place}.ts`), ...beside])
    writeFileSync(join(root, folder, file), '');
}

/** Folders below this one, itself included, that hold more sources than `MOST`; paths from the root. */
function crowdedFolders(root: string, folder: string): readonly string[] {
  const inside = readdirSync(join(root, folder), { withFileTypes: true });
  const sources = inside.filter((it) => it.isFile() && isSource(it.name));
  return [
    ...(sources.length > MOST ? [folder] : []),
    ...inside.filter((it) => it.isDirectory()).flatMap((it) => crowdedFolders(root, join(folder, it.name))),
  ];
}

const isSource = (file: string): boolean =>
  /\.[cm]?ts$|\.[cm]js$/.test(file) && !/\.spec\.ts$|\.d\.[cm]?ts$|\.gen\.ts$/.test(file);
