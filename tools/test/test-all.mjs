// Runs everything that must hold: lint, types, unit and API tests, builds, journeys. Prints the totals of Jest and
// Playwright, added from their own JSON reports, as the last line. Exits non-zero on any failure, crash or zero tests.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainTypes } from './plain-types.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const journeys = join(root, 'reports/journeys.json');

/** Runs one command, showing what it prints; gives its exit code. */
function run(title, args, env = {}) {
  process.stdout.write(`\n── ${title}\n`);
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', () => done(1));
    child.on('exit', (code) => {
      process.stdout.write(
        `── ${title}: ${code === 0 ? 'ok' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s\n`,
      );
      done(code ?? 1);
    });
  });
}

const nxRun = (title, target, ...args) =>
  run(
    title,
    [nx, 'run-many', '-t', target, '--output-style=static', '--skip-nx-cache', '--parallel=2', ...args],
    // Files of tests share what they load: see jest.groups.cjs.
    { NX_TUI: 'false', REPERE_SPEC_GROUPS: '1' },
  );

/** One report beside each Jest configuration; a project that crashed leaves none. */
async function jestReports() {
  const files = [];
  for await (const file of glob(
    '{libs/*,apps/*,bench,protocols,scenarios,tools,tools/rules}/jest.config.cjs',
    { cwd: root },
  ))
    files.push(join(root, dirname(file), 'jest-report.json'));
  return files;
}

/** Says again what failed, at the end, where it isn't lost among thousands of lines. */
function tellFailures(report) {
  for (const { name, message, assertionResults } of report.testResults) {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failed)
      process.stdout.write(`\n● ${name}\n  ${fullName}\n${failureMessages.join('\n')}\n`);
    if (assertionResults.length === 0 && message) process.stdout.write(`\n● ${name}\n${message}\n`);
  }
}

async function totals() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const file of await jestReports()) {
    if (!existsSync(file)) {
      process.stdout.write(`${file} is missing: its tests did not run to the end\n`);
      total.failed++;
      continue;
    }
    const report = JSON.parse(readFileSync(file, 'utf8'));
    tellFailures(report);
    total.passed += report.numPassedTests;
    // A suite that could not even run counts as one failure.
    total.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
    total.skipped += report.numPendingTests + report.numTodoTests;
  }
  if (existsSync(journeys)) {
    const { stats } = JSON.parse(readFileSync(journeys, 'utf8'));
    if (stats.flaky > 0) process.stdout.write(`\n${stats.flaky} journeys passed at the second try\n`);
    total.passed += stats.expected + stats.flaky;
    total.failed += stats.unexpected;
    total.skipped += stats.skipped;
  }
  return total;
}

const plain = plainTypes(root);

for (const file of await jestReports()) rmSync(file, { force: true });
rmSync(journeys, { force: true });

const codes = [
  await nxRun('Lint', 'lint'),
  ...(await Promise.all([
    run('Types of libraries', [tsc, ...plain.tsc]),
    nxRun('Types of the rest', 'typecheck', `--exclude=${plain.names.join()}`),
  ])),
  await nxRun('Unit and API tests', 'test', '--', '--json', '--outputFile=jest-report.json'),
  await nxRun('Builds', 'build'),
  await run('Bill of materials', [join(root, 'tools/supply-chain/write-sbom.mjs')]),
];
codes.push(
  await run('Journeys in Chromium', [nx, 'run', 'e2e:e2e', '--output-style=static', '--skip-nx-cache'], {
    REPERE_JOURNEYS_REPORT: journeys,
  }),
);

const total = await totals();
const isGreen =
  codes.every((code) => code === 0) && total.failed === 0 && total.passed > 0 && existsSync(journeys);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(isGreen ? 0 : 1);
