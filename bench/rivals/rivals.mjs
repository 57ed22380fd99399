// The product beside what others would write for the same pages, in turns on one PostgreSQL with its usual durability:
// node bench/rivals/rivals.mjs [--quick | seconds a turn] [rounds] [words of one work]. `FASTIFY=<folder>` adds the hand-written
// floor, where Fastify is installed in that folder; `PROCESSES=2` the product by so many processes; `REPERE_CPU_PROFILE=<folder>` keeps a CPU profile of ours, `STATEMENTS=1` prints
// what PostgreSQL spent its time on. Linux: CPU time is
// read in /proc.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createRolesAndDatabases,
  databaseStatus,
  removeDatabase,
  startDatabase,
  stopDatabase,
} from '../../tools/database/database.mjs';
import { freePort } from '../../tools/database/free-port.mjs';
import { prepareDemo } from '../../tools/run/demo.mjs';
import { builtApi } from '../built-api.mjs';
import { bundled, runBundled } from '../run-bundled.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const isQuick = process.argv.includes('--quick');
const rivalCases = isQuick ? 2_000 : 100_000;
const { FASTIFY, PROCESSES, REPERE_CPU_PROFILE: profile } = process.env;
const packages = { packages: 'external' };
const WATCHED = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track': 'all',
  'pg_stat_statements.track_planning': 'on',
};

/** `BENCH_DATA`: a folder in which what was prepared stays for the next run. */
const kept = process.env.BENCH_DATA;
const dir = kept ?? mkdtempSync(join(tmpdir(), 'repere-bench-'));
const children = [];
try {
  const programs = await builtApi();
  const database = join(dir, 'database');
  const { superuserUrl } = await startDatabase({
    dir: database,
    settings: { shared_buffers: '512MB', ...(process.env.STATEMENTS ? WATCHED : {}) },
  });
  const { data } = databaseStatus(database);
  const postgres = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

  const urls = await createRolesAndDatabases(superuserUrl);
  const port = await freePort();
  const env = await prepareDemo({ data: dir, urls, programs, more: { PORT: String(port) } });
  const { fillRivals } = await import(await bundled('rivals/rival-tables', { ...packages, format: 'esm' }));
  const rivals = await fillRivals(superuserUrl, rivalCases);

  const tsconfig = join(root, 'bench/tsconfig.json');
  const nest = await bundled('rivals/nest-typeorm', { ...packages, tsconfig });
  const ours = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const services = [await serve('Repère', [...ours, join(programs, 'demo.js')], env)];
  if (PROCESSES) services.push(await serveBy(PROCESSES, programs, env));
  // One keeps the record of what the other was asked: the CPU of both counts for each.
  const pids = services.map(({ pid }) => pid);
  const servers = [
    ...services.map((service) => ({ ...service, isOurs: true, pids })),
    await serve('Nest + TypeORM', [nest], { DATABASE_URL: rivals, NODE_ENV: 'production' }),
    ...(FASTIFY
      ? [
          await serve('Fastify + pg', [join(here, 'fastify-pg.mjs')], {
            DATABASE_URL: rivals,
            NODE_ENV: 'production',
          }),
        ]
      : []),
  ];
  const started = {
    servers,
    postgres,
    superuserUrl,
    rivalCases,
    cases: kept ? join(dir, 'cases.json') : null,
  };
  await runBundled('rivals/main', { ...packages, env: { BENCH_STARTED: JSON.stringify(started) } });
} finally {
  await Promise.all(children.map(ended));
  if (kept) await stopDatabase(join(dir, 'database'));
  else {
    await removeDatabase(join(dir, 'database'));
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Starts a server and gives its name, port and process once it answers. */
async function serve(name, args, env) {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: root,
  });
  children.push(child);
  while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`${name} ended`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return { name, port, pid: child.pid, isOurs: false, pids: [child.pid] };
}

/** The product by so many processes that answer. */
function serveBy(processes, programs, { PORT: _, ...env }) {
  return serve(`Repère, ${processes} processes`, [join(programs, 'main.js')], {
    ...env,
    ...{ REPERE_DEMO: '', REPERE_SECOND_FACTOR: 'optional', REPERE_API_PROCESSES: processes },
    ...{ REPERE_SEQUENCER: 'off', REPERE_JOBS: 'off' },
  });
}

function ended(child) {
  if (child.exitCode !== null) return null;
  return new Promise((done) => child.once('exit', done) && child.kill('SIGTERM'));
}
