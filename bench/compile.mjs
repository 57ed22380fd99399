// What reading, checking and compiling the whole shipped set costs, beside an older commit in turns:
//
//   node bench/compile.mjs [--quick] [COMMIT]
//
// Each side compiles the protocols of its own commit. Without a commit the measure is YAML's own parsing of the same texts.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const isQuick = process.argv.includes('--quick');
const commit = process.argv.slice(2).find((it) => !it.startsWith('--'));
const ROUNDS = isQuick ? 3 : 30;

/** What a tree can do and what it compiles: its engine as one module, its protocols as texts. */
async function sideOf(name, tree, work) {
  // Before the engine was four libraries it was one.
  const libraries = ['protocol', 'case-engine', 'protocol-engine'].filter((it) =>
    existsSync(join(tree, 'libs', it)),
  );
  const entry = join(tree, 'libs', 'compile-bench.ts');
  const outfile = join(work, `${name}.mjs`);
  writeFileSync(entry, libraries.map((it) => `export * from './${it}/src/index';\n`).join(''));
  try {
    await build({
      ...{ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node24' },
      ...{
        tsconfig: join(tree, 'tsconfig.base.json'),
        logLevel: 'error',
        nodePaths: [join(root, 'node_modules')],
      },
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
  } finally {
    rmSync(entry);
  }
  const engine = await import(pathToFileURL(outfile).href);
  const files = textsOf(join(tree, 'protocols'));
  const { shared, documents, overlays } = engine.loadLibrary(files);
  const local = engine.localDocuments(
    documents,
    overlays.flatMap(({ overlay }) => overlay ?? []),
  );
  const all = [...documents, ...local];
  return {
    name,
    documents: all.length,
    steps: all.reduce((sum, { steps }) => sum + steps.length, 0),
    works: {
      parse: () => Object.values(files).forEach((text) => parse(text)),
      load: () => engine.loadLibrary(files),
      compile: () => engine.compileProtocols(shared, all),
    },
  };
}

const NOT_READ = /\/(examples|vectors)\/|^(mutations|schema)\//;

function textsOf(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((it) =>
    it.replaceAll('\\', '/'),
  );
  return Object.fromEntries(
    paths
      .filter((it) => it.endsWith('.yaml') && !NOT_READ.test(it))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

const work = mkdtempSync(join(tmpdir(), 'repere-compile-'));
try {
  const sides = [await sideOf('now', root, work)];
  if (commit !== undefined) {
    const tree = join(work, 'tree');
    execFileSync('git', ['worktree', 'add', '--quiet', '--detach', tree, commit], { cwd: root });
    try {
      symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
      sides.push(await sideOf(commit, tree, work));
    } finally {
      execFileSync('git', ['worktree', 'remove', '--force', tree], { cwd: root });
    }
  }
  const fastest = new Map();
  // In turns, so that a busy machine slows both.
  for (let round = 0; round < ROUNDS; round++)
    for (const side of sides)
      for (const [name, run] of Object.entries(side.works)) {
        const started = performance.now();
        run();
        const key = `${side.name} ${name}`;
        fastest.set(key, Math.min(fastest.get(key) ?? Infinity, performance.now() - started));
      }
  console.table(
    sides.map(({ name, documents, steps }) => {
      const [yaml, load, compile] = ['parse', 'load', 'compile'].map((it) => fastest.get(`${name} ${it}`));
      return {
        ...{ commit: name, documents, steps, 'YAML alone, ms': one(yaml), 'load, ms': one(load) },
        ...{
          'compile, ms': one(compile),
          'µs a step': one((compile * 1000) / steps),
          'of YAML': two(compile / yaml),
        },
      };
    }),
  );
  if (commit !== undefined && fastest.get('now compile') > 1.1 * fastest.get(`${commit} compile`)) {
    console.error(`Compiling has become slower since ${commit}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function one(n) {
  return Math.round(n * 10) / 10;
}

function two(n) {
  return Math.round(n * 100) / 100;
}
