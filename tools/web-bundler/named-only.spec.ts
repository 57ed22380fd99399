import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { namedOnly, namesIn } from './named-only.cjs';

const FILES = {
  'tsconfig.base.json': JSON.stringify({
    compilerOptions: {
      paths: { '@lib/heavy': ['./lib/src/index.ts'], '@lib/other': ['./other/src/index.ts'] },
    },
  }),
  'lib/package.json': JSON.stringify({ sideEffects: false }),
  'lib/src/index.ts':
    "export { word } from './word';\nexport { engine, type Engine } from './engine';\nexport { kind } from './kinds';\n",
  'lib/src/kinds/index.ts': "export const kind = 'a list of a folder';",
  'lib/src/word.ts': "export const word = 'a light word';",
  'lib/src/engine.ts':
    "export interface Engine {}\nexport const engine = () => ['a heavy engine', Math.random()].join();",
  'other/src/index.ts': "export const other = 'with effects';",
  'first.ts':
    "import { kind, word } from '@lib/heavy';\nimport { other } from '@lib/other';\nconsole.log(kind, word, other, () => import('./later'));",
  'later.ts': "import { engine as start, type Engine } from '@lib/heavy';\nconsole.log(start() as Engine);",
};

describe('an import of an entry', () => {
  const root = mkdtempSync(join(tmpdir(), 'named-only-'));
  beforeAll(() => {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  async function firstPage(plugins: ReturnType<typeof namedOnly>[]): Promise<string> {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'first.ts')],
      outdir: join(root, 'out'),
      tsconfig: join(root, 'tsconfig.base.json'),
      bundle: true,
      splitting: true,
      format: 'esm',
      write: false,
      metafile: true,
      plugins,
    });
    const texts = new Map(outputFiles.map(({ path, text }) => [path, text]));
    const first = texts.get(join(root, 'out/first.js')) ?? '';
    const loaded = [...first.matchAll(/^(?:import|} from) .*?"\.\/([^"]+)"|^import "\.\/([^"]+)"/gm)];
    return [first, ...loaded.map(([, a, b]) => texts.get(join(root, 'out', a ?? b ?? '')) ?? '')].join('\n');
  }

  it('takes with it only the names that the file asks for', async () => {
    const text = await firstPage([namedOnly(root)]);
    expect(text).toContain('a light word');
    expect(text).toContain('a list of a folder');
    expect(text).toContain('with effects');
    expect(text).not.toContain('a heavy engine');
  });

  it('takes what any page asks for without the plugin: once it does not, the plugin can go', async () => {
    expect(await firstPage([])).toContain('a heavy engine');
  });

  it('is read from a file as it stands there', () => {
    const text = `import { a, type B, c as d } from '@lib/x';
import type { E } from '@lib/x';
import {
  f,
} from "@lib/x";
export { g } from '@lib/x';
import { h } from '@lib/y';`;
    expect(namesIn(text, '@lib/x')).toEqual(['a', 'c', 'f', 'g']);
    expect(namesIn("import * as all from '@lib/x';", '@lib/x')).toBeNull();
  });
});
