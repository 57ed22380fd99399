import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isOfServer } from './server-packages.mjs';

const root = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { dependencies } = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** What runs on a server, from source: the API, the command line, the libraries under them (not what pages check answers with), and what prepares PostgreSQL. */
const OF_SERVER = [
  'apps/{api,cli}/src/**/*.ts',
  'libs/!(contract|ui)/src/**/*.ts',
  'tools/{server/prepare-server,database/database-roles,run/data-folder}.mjs',
];

const packagesImportedIn = (files: readonly string[]): ReadonlySet<string> =>
  new Set(
    files.flatMap((file) =>
      [...read(file).matchAll(/(?:from|import\(|require\()\s*'((?:@[\w.-]+\/)?[\w.-]+)[^']*'/g)].map(
        ([, name = '']) => name,
      ),
    ),
  );

describe('the packages of a server', () => {
  const sources = globSync([...OF_SERVER], { cwd: root }).filter(
    (file) => !/\.spec\.ts$|\/(testing|development)\//.test(file),
  );
  const imported = packagesImportedIn(sources);

  it('are all that its source imports', () => {
    const asked = [...imported].filter((name) => name in dependencies);
    expect(asked).toEqual(expect.arrayContaining(['@nestjs/core', 'pg', 'z3-solver', 'lezer-feel']));
    expect(asked.filter((name) => !isOfServer(name))).toEqual([]);
  });

  it('are none that only pages import', () => {
    const ofPages = packagesImportedIn(
      globSync('{apps/web,libs/ui}/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.spec.ts')),
    );
    const kept = [...ofPages].filter(
      (name) => name in dependencies && !imported.has(name) && isOfServer(name),
    );
    expect(kept).toEqual([]);
  });
});
