// What a change may break, within about a minute: lint of the files that changed, types of all projects that import them,
// tests of the libraries that they reach and, of the API and the pages, of the folders where they are. No browser, no
// builds; what ran before is taken from the cache. Before a push: `npm test`.
//
//   npm run test:quick             what changed since main, or since the last commit on main itself
//   npm run test:quick -- HEAD~3   what changed since then
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readCachedProjectGraph } from '@nx/devkit';
import { root } from '../run/data-folder.mjs';
import { plainTypes } from './plain-types.mjs';

const NX = join(root, 'node_modules/nx/dist/bin/nx.js');
const ESLINT = join(root, 'node_modules/eslint/bin/eslint.js');
const JEST = join(root, 'node_modules/jest/bin/jest.js');
const TSC = join(root, 'node_modules/typescript/bin/tsc');

/** Their suites start a whole service or many pages: only the folders that changed are tested. */
const BY_FOLDER = ['apps/api', 'apps/web'];
const STOPS_AT = /^apps\/(api\/src|web\/src(\/app)?)$/;

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

/** Files that differ from `since`, those that git does not know yet included; gone ones too. */
const changedSince = (since) => [
  ...new Set([...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')]),
];

function whereMainWas() {
  for (const main of ['origin/main', 'main'])
    try {
      return git('merge-base', 'HEAD', main)[0];
    } catch {
      continue;
    }
  return 'HEAD';
}

/** The nearest folder above a file that has tests: none beyond a domain's. */
function folderWithTests(file) {
  for (let folder = dirname(file); !STOPS_AT.test(folder) && folder !== '.'; folder = dirname(folder))
    if (globSync(`${folder}/**/*.spec.ts`, { cwd: root }).length > 0) return folder;
  return undefined;
}

/** These projects with all that import them, near or far; the graph is the one that Nx has just written down. */
function importersOf(names) {
  const dependencies = Object.entries(readCachedProjectGraph().dependencies);
  const found = new Set(names);
  // A set goes on with what is added to it meanwhile.
  for (const name of found)
    for (const [importer, imported] of dependencies)
      if (imported.some(({ target }) => target === name)) found.add(importer);
  return found;
}

/** Runs a program, and shows what it said once it has ended; gives whether it went well. */
function run(title, args, env = {}) {
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NX_TUI: 'false', FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    child.stdout.on('data', (chunk) => (words += chunk));
    child.stderr.on('data', (chunk) => (words += chunk));
    child.on('error', () => done(false));
    child.on('exit', (code) => {
      const seconds = Math.round((performance.now() - started) / 1000);
      process.stdout.write(code === 0 ? '' : `\n${words}\n`);
      process.stdout.write(`── ${title}: ${code === 0 ? 'ok' : 'FAILED'} in ${seconds} s\n`);
      done(code === 0);
    });
  });
}

/** What the tests of this project run with, as Nx runs them. */
const environmentOf = (project) =>
  JSON.parse(readFileSync(join(root, project, 'project.json'), 'utf8')).targets?.test?.options?.env ?? {};

const changed = changedSince(process.argv[2] ?? whereMainWas());
if (changed.length === 0) {
  process.stdout.write('Nothing changed.\n');
  process.exit(0);
}

// Without the benches, which are the API a second time.
const projects = globSync('{apps/*,libs/*,protocols,scenarios,tools,tools/rules}/project.json', {
  cwd: root,
}).map((file) => ({ name: JSON.parse(readFileSync(join(root, file), 'utf8')).name, root: dirname(file) }));
const reached = JSON.parse(
  execFileSync(
    process.execPath,
    [NX, 'show', 'projects', '--affected', `--files=${changed.join()}`, '--json'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  ),
);
const isReached = ({ name }) => reached.includes(name);
const isTouched = (project) => changed.some((file) => file.startsWith(`${project.root}/`));
/** Whose types may change: what changed, and who imports it. What only a test reads of elsewhere is no import. */
const isAboutAll = changed.some((file) => /^(tsconfig\.base|package-lock)\.json$/.test(file));
const typed = isAboutAll ? new Set(reached) : importersOf(projects.filter(isTouched).map(({ name }) => name));
const isWhole = (project) =>
  !BY_FOLDER.includes(project.root) &&
  project.name !== 'e2e' &&
  (project.root.startsWith('libs/') ? isReached(project) : isTouched(project));

const there = changed.filter((file) => existsSync(join(root, file)));
const linted = there.filter((file) => /^(apps|libs|protocols|tools)\/.*\.ts$/.test(file));
const names = (some) => some.map(({ name }) => name).join();

/** What stands beside the types, which take the longest: lint first, then tests. */
async function testAll() {
  const results = [
    linted.length === 0 || (await run('Lint of what changed', [ESLINT, '--no-warn-ignored', ...linted])),
  ];
  const whole = projects.filter(isWhole);
  if (whole.length > 0)
    results.push(await run(`Tests of ${names(whole)}`, [NX, 'run-many', '-t', 'test', '-p', names(whole)]));
  for (const app of BY_FOLDER) {
    const inApp = changed.filter((file) => file.startsWith(`${app}/src/`));
    const folders = [...new Set(inApp.map(folderWithTests).filter((it) => it !== undefined))];
    if (folders.length === 0) continue;
    const paths = folders.map((folder) => `${join(root, folder)}/`);
    results.push(
      await run(
        `Tests in ${folders.join(', ')}`,
        [JEST, '-c', `${app}/jest.config.cjs`, ...paths],
        environmentOf(app),
      ),
    );
  }
  return results;
}

/** Projects with nothing of their own but files are one program, where there are several. */
async function checkTypes() {
  const plain = plainTypes(root);
  const isTogether = plain.names.filter((name) => typed.has(name)).length > 1;
  const alone = projects.filter(({ name }) => typed.has(name) && !(isTogether && plain.names.includes(name)));
  return [
    !isTogether || (await run('Types of libraries', [TSC, ...plain.tsc])),
    alone.length === 0 ||
      (await run('Types', [NX, 'run-many', '-t', 'typecheck', '-p', names(alone), '--parallel=1'])),
  ];
}

const results = (await Promise.all([testAll(), checkTypes()])).flat();
process.exit(results.every(Boolean) ? 0 : 1);
