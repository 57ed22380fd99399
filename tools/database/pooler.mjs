// PgBouncer as a server is shipped with it (`tools/server/pgbouncer.ini`), in front of a PostgreSQL of ours: for tests and benches.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serverUser } from './database-user.mjs';
import { freePort } from './free-port.mjs';

const SHIPPED = new URL('../server/pgbouncer.ini', import.meta.url);
const FILES = { settings: 'pgbouncer.ini', users: 'users.txt' };

/**
 * `program`: PgBouncer's, 1.21 or later. `urls`: of the roles that go through it, on one server.
 *
 * @param {{program: string, urls: readonly string[]}} options
 * @returns {Promise<import('./pooler.d.mts').RunningPooler>}
 */
export async function startPooler({ program, urls }) {
  const dir = mkdtempSync(join(tmpdir(), 'repere-pooler-'));
  const port = await freePort();
  const user = serverUser();
  writeFileSync(join(dir, FILES.settings), settingsFor(new URL(urls[0]), port, join(dir, FILES.users)));
  writeFileSync(join(dir, FILES.users), urls.map(lineOf).join(''));
  if (user) for (const name of ['', ...Object.values(FILES)]) chownSync(join(dir, name), user.uid, user.gid);
  let child = null;
  const start = async () => {
    child = spawn(program, ['-q', join(dir, FILES.settings)], { stdio: 'inherit', cwd: '/', ...user });
    for (let attempt = 0; !(await isAnswering(port)); attempt++) {
      if (attempt > 200 || child.exitCode !== null) throw new Error('PgBouncer did not start');
      await wait(50);
    }
  };
  const end = async (signal) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    through: (url) => Object.assign(new URL(url), { port: String(port) }).href,
    restart: async (signal) => {
      await end(signal);
      await start();
    },
    stop: async () => {
      await end('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** As shipped, but for where it listens, whom it serves and what it stands before. */
function settingsFor(server, port, users) {
  const changes = {
    'host=database port=5432': `host=${server.hostname} port=${server.port}`,
    'listen_addr = 0.0.0.0': 'listen_addr = 127.0.0.1',
    'listen_port = 6432': `listen_port = ${port}`,
    'auth_file = /tmp/users.txt': `auth_file = ${users}`,
  };
  return Object.entries(changes).reduce(
    (text, [shipped, ours]) => {
      if (!text.includes(shipped)) throw new Error(`pgbouncer.ini has no "${shipped}" any more`);
      return text.replace(shipped, ours);
    },
    readFileSync(SHIPPED, 'utf8'),
  );
}

const lineOf = (url) => {
  const { username, password } = new URL(url);
  return `"${username}" "${decodeURIComponent(password)}"\n`;
};

const isAnswering = (port) =>
  new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket
      .once('error', () => done(false))
      .once('connect', () => {
        socket.destroy();
        done(true);
      });
  });
