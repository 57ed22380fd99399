// Brings up Repère: builds what changed, starts PostgreSQL, migrates, puts the demo in, serves. Ctrl-C stops all of it.
//
//   PORT           where the pages are (4300)          REPERE_DATA   folder of the data (.repere)
//   DATABASE_URL   a PostgreSQL server of yours, as a role that may create roles and databases
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dataFolder, noteRunning, root, whoRuns } from './data-folder.mjs';
import { createRolesAndDatabases, startDatabase } from './database.mjs';
import { serverEnvironment } from './server-environment.mjs';
import { whoStartedUs } from './who-started-us.mjs';

const port = Number(process.env.PORT ?? 4300);
const address = `http://localhost:${port}`;
const data = dataFolder();
const undo = [];
let isStopping = false;

/** What a person can mend gets a sentence, never a stack trace. */
class Mendable extends Error {}

const say = (line) => process.stdout.write(`${line}\n`);

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const act of undo.reverse()) await act();
  process.exit(code);
}

function isFree(wanted) {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(wanted, () => probe.close(() => answer(true)));
  });
}

/** Runs a program of ours to its end; its words are shown only if it fails. */
function run(what, args, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    child.stdout.on('data', (chunk) => (words += chunk));
    child.stderr.on('data', (chunk) => (words += chunk));
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done(words) : failed(new Mendable(`${what} failed:\n${words.trim()}`)),
    );
  });
}

async function database() {
  const given = process.env.DATABASE_URL;
  if (given && !URL.parse(given)?.password)
    throw new Mendable('DATABASE_URL must be a URL with a password: the other passwords come from it.');
  if (given) return given;
  const server = await startDatabase({ dir: join(data, 'database') });
  undo.push(() => server.stop());
  return server.superuserUrl;
}

/** Starts the API, which serves the pages too; resolves when it can be used. */
async function serve(env) {
  // The channel tells the API that we are gone, even if we were killed.
  const api = spawn(process.execPath, [join(root, 'dist/apps/api/main.js')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((done) => api.once('exit', done));
  undo.push(async () => {
    api.kill('SIGTERM');
    await ended;
  });
  void ended.then((code) => stop(code ?? 1));
  for (;;) {
    if (isStopping) return;
    const ready = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function sayWhereAndWho() {
  const { demoAccounts } = await (await fetch(`${address}/api/about`)).json();
  say(`\n  Repère  ${address}\n`);
  for (const { login, password, name, role, team } of demoAccounts)
    say(`  ${login.padEnd(22)} ${password.padEnd(26)} ${name}, ${role}, ${team}`);
  say('\n  These people and children are fictional. Ctrl-C stops Repère.\n');
}

async function start() {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Mendable(`PORT is ${process.env.PORT}: give a number from 1 to 65535.`);
  mkdirSync(data, { recursive: true });
  const other = whoRuns(data);
  if (other) throw new Mendable(`Repère already runs with the data in ${data}: open ${other.address}.`);
  if (!(await isFree(port)))
    throw new Mendable(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
    );
  undo.push(noteRunning(data, address));

  say('Building (the first time takes a minute)…');
  await run(
    'The build',
    [
      join(root, 'node_modules/nx/dist/bin/nx.js'),
      'run-many',
      '-t',
      'build',
      '-p',
      'api',
      'web',
      '--output-style=static',
    ],
    {
      NX_TUI: 'false',
    },
  );
  say('Starting PostgreSQL…');
  const superuserUrl = await database();
  const urls = await createRolesAndDatabases(superuserUrl);
  const env = { PORT: String(port), ...serverEnvironment(data, urls) };
  await run('Migrating', [join(root, 'dist/apps/api/migrate.js')], {
    ...env,
    REPERE_OWNER_DATABASE_URL: urls.owner,
    REPERE_LIVE_TITLE: 'Démonstration',
  });
  await run('Making the key that signs the record', [
    join(root, 'dist/apps/api/main.js'),
    'ledger',
    'make-key',
    env.REPERE_SIGNER_KEY_FILE,
  ]);
  say('Preparing the demo…');
  await run('Preparing the demo', [join(root, 'dist/apps/api/seed.js')], env);
  await serve(env);
  if (!isStopping) await sayWhereAndWho();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
// npm killed outright leaves its shell and us behind: without npm we stop too.
if (process.env.npm_lifecycle_event) {
  const starter = whoStartedUs();
  setInterval(() => whoStartedUs() !== starter && void stop(1), 1000).unref();
}

start().catch(async (error) => {
  process.stderr.write(`\n${error instanceof Mendable ? error.message : (error.stack ?? error)}\n`);
  await stop(1);
});
