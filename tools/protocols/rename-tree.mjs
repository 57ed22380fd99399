// A copy of the repository in which every shipped protocol, step, fact, item, outcome and limit is called otherwise, in the
// protocols, in scenarios, and in tests and the demo, which may name them; nowhere else. What the product knows of protocols
// must be declared in them: its tests pass on the copy.
//
//   node tools/protocols/rename-tree.mjs OUT [--all] [--test PROJECT [FILE …]]…
//
// OUT is written anew, outside the repository. --test runs Jest there: `--test libs/case-engine`, `--test apps/api demo worklist`;
// --all the suites of every library, of API and pages, of the protocols and of the scenarios, one project after another.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renameFolder } from './rename-ids.mjs';
import { renameLiterals } from './rename-literals.mjs';
import { renameScenario } from './rename-scenario.mjs';

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Sources that may name what is shipped: they are about it. Of the service the list is `shipped-names.spec.ts`. */
const ABOUT_WHAT_IS_SHIPPED = /^(protocols|scenarios)\/.*\.ts$|^apps\/api\/src\/demo\/.*\.ts$/;

const TOKEN = /[A-Za-z_][\w-]*/g;
/** Names its steps between backticks. */
const PRINTED_FROM_PROTOCOLS = 'docs/traceability.md';
/**
 * Hold the very bytes of what was published, another name is another version; a second reading of the law, by its own types; a page
 * that cuts long conditions after so many letters.
 */
const PINS = ['published-hashes', 'shipped-proof', 'age-decision', 'faults-page'];

/** Writes the copy; gives old name → new name. */
export function renameTree(out) {
  if (!relative(ROOT, resolve(out)).startsWith('..')) throw new Error(`${out} is inside the repository`);
  rmSync(out, { recursive: true, force: true });
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    maxBuffer: 1 << 26,
  });
  const paths = tracked
    .toString()
    .split('\0')
    .filter((path) => path && existsSync(join(ROOT, path)));
  const { files, names, codes } = renameFolder(join(ROOT, 'protocols'), { homonyms: true });
  const named = namedSources();
  const write = (path, text) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  };
  for (const path of paths) {
    const read = () => readFileSync(join(ROOT, path), 'utf8');
    if (/^protocols\/.*\.yaml$/.test(path)) continue;
    if (/^scenarios\/.*\.yaml$/.test(path)) write(path, renameScenario(read(), names, codes));
    else if (ABOUT_WHAT_IS_SHIPPED.test(path) || named.has(path))
      write(path, renameLiterals(read(), names, path));
    else if (path === PRINTED_FROM_PROTOCOLS)
      write(
        path,
        read().replace(/`[^`\s]+`/g, (it) => it.replace(TOKEN, (name) => names.get(name) ?? name)),
      );
    else {
      const target = join(out, renamePath(path, names));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(ROOT, path), target);
    }
  }
  for (const [path, text] of files) write(`protocols/${path}`, text);
  symlinkSync(join(ROOT, 'node_modules'), join(out, 'node_modules'));
  // Tests ask git which files there are.
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ])
    execFileSync('git', args, { cwd: out });
  return names;
}

/** A SOURCE.md stands beside its protocol. */
const renamePath = (path, names) =>
  path.replace(/^protocols\/([^/]+)\//, (all, head) =>
    names.has(head) ? `protocols/${names.get(head)}/` : all,
  );

/** The tests of the service that name a shipped protocol, each with its reason there. */
function namedSources() {
  const list = readFileSync(join(ROOT, 'apps/api/src/testing/shipped-names.spec.ts'), 'utf8');
  const [, table = ''] = /ABOUT_WHAT_IS_SHIPPED[^=]*= \{([\s\S]*?)\n\}/.exec(list) ?? [];
  return new Set([...table.matchAll(/'([^']+\.ts)':/g)].map(([, path]) => `apps/api/src/${path}`));
}

/** Runs the tests of one project of the copy; gives whether all pass. */
export function testProject(out, [project, ...files]) {
  const patterns = files.length > 0 ? files : ['.'];
  const { status } = spawnSync(
    process.execPath,
    [
      join(out, 'node_modules/jest/bin/jest.js'),
      '-c',
      'jest.config.cjs',
      '--runInBand',
      '--testPathIgnorePatterns',
      ...PINS,
      '/node_modules/',
      '--testPathPatterns',
      ...patterns,
    ],
    {
      cwd: join(out, project),
      stdio: 'inherit',
      env: {
        ...process.env,
        // A whole project runs as `npm test` runs it.
        ...(files.length === 0 && { REPERE_SPEC_GROUPS: '1' }),
        // Pages are tested as CommonJS.
        NODE_OPTIONS: /web|ui/.test(project)
          ? ''
          : '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      },
    },
  );
  return status === 0;
}

/** Engine, API, pages and what stands on them. The tools are tested on the repository itself, the command line on the shipped files by name. */
const allProjects = () =>
  globSync(['{libs/*,apps/{api,web}}/jest.config.cjs', '{protocols,scenarios}/jest.config.cjs'], {
    cwd: ROOT,
  })
    .map((path) => dirname(path).replaceAll('\\', '/'))
    .sort();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, ...rest] = process.argv.slice(2);
  if (!out) throw new Error('rename-tree.mjs OUT [--all] [--test PROJECT [FILE …]]…');
  console.log(`${renameTree(resolve(out)).size} names`);
  const asked = rest.filter((word) => word !== '--all');
  const chosen = asked.reduce((all, word) => {
    if (word === '--test') return [...all, []];
    all.at(-1)?.push(word);
    return all;
  }, []);
  const tests = rest.includes('--all') ? allProjects().map((project) => [project]) : chosen;
  const passed = tests.map((test) => testProject(resolve(out), test));
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}
