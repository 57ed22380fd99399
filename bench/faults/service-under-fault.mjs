// A service of several processes with its PostgreSQL, in a folder that goes with it, and ways to break both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createRolesAndDatabases,
  databaseStatus,
  removeDatabase,
  startDatabase,
} from '../../tools/database/database.mjs';
import { freePort } from '../../tools/database/free-port.mjs';
import { startPooler } from '../../tools/database/pooler.mjs';
import { migrate } from '../../tools/run/demo.mjs';
import { root } from '../../tools/run/data-folder.mjs';
import { serverEnvironment } from '../../tools/run/server-environment.mjs';
import { runProgram } from '../../tools/run/shell-run.mjs';

const PATIENCE_MS = 120_000;

export class ServiceUnderFault {
  child = null;
  pooler = null;
  lines = [];

  /** `pooler`: PgBouncer's program, to stand between its processes and PostgreSQL; none, if not given. */
  static async prepare(dir, programs, processes, pooler) {
    const service = new ServiceUnderFault();
    Object.assign(service, { dir, programs, processes, database: join(dir, 'database') });
    const { superuserUrl } = await startDatabase({ dir: service.database });
    const urls = await createRolesAndDatabases(superuserUrl);
    service.port = await freePort();
    if (pooler) service.pooler = await startPooler({ program: pooler, urls: [urls.app] });
    const served = { ...urls, app: service.pooler?.through(urls.app) ?? urls.app };
    service.env = {
      ...serverEnvironment(dir, served),
      ...{ REPERE_DEMO: '', REPERE_SECOND_FACTOR: 'optional', REPERE_LOG_LEVEL: 'fatal' },
      PORT: String(service.port),
    };
    await migrate({ urls, programs, env: service.env });
    await service.command('ledger', 'make-key', service.env.REPERE_SIGNER_KEY_FILE);
    return service;
  }

  /** `main.js …`, to its end; what it said. */
  command(...args) {
    return runProgram(args.join(' '), [join(this.programs, 'main.js'), ...args], this.env);
  }

  /** The password of a new account. */
  async hire(login, name) {
    const said = await this.command(
      ...['hire', '--login', login, '--name', name, '--role', 'caseworker'],
      ...['--team', 'Équipe Boussole', '--territory', '93'],
    );
    return /with (\S+)/.exec(said)[1];
  }

  async start() {
    this.child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(this.programs, 'main.js')],
      {
        cwd: root,
        env: { ...process.env, ...this.env, REPERE_API_PROCESSES: String(this.processes) },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    this.child.stderr.on('data', (said) => this.lines.push(String(said)));
    await this.untilWhole();
  }

  /** Until each process is there and the service says that it is ready. */
  async untilWhole() {
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await wait(100)) {
      if (this.child.exitCode !== null) throw new Error(`the service ended: ${this.lines.join('')}`);
      if (this.pids().size < this.processes + 1) continue;
      const figures = await this.get('/health/metrics');
      const names = new Set(figures?.body.match(/process="[^"]+"/g) ?? []);
      if (names.size < this.processes + 1) continue;
      if ((await this.get('/health/ready'))?.status === 200) return;
    }
    throw new Error(`the service was not whole again: ${this.lines.join('')}`);
  }

  async get(path) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null);
    return answer && { status: answer.status, body: await answer.text().catch(() => '') };
  }

  /** What the service says of its record. */
  async record() {
    const answer = await this.get('/health/ready');
    return answer?.status === 200 ? JSON.parse(answer.body).record : null;
  }

  /** Its processes by name, read in /proc. */
  pids() {
    const found = new Map();
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (Number(parent) !== this.child.pid || state === 'Z') continue;
        const name = /REPERE_PROCESS_NAME=([^\0]+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1];
        if (name) found.set(name, Number(pid));
      } catch {
        // Ended meanwhile.
      }
    return found;
  }

  /** Kills one of its processes outright; gives how long until the service was whole again. */
  async kill(name) {
    const pid = this.pids().get(name);
    if (pid === undefined) throw new Error(`there is no process ${name}`);
    const began = performance.now();
    process.kill(pid, 'SIGKILL');
    await this.untilWhole();
    return performance.now() - began;
  }

  /** Kills the postmaster outright, lets a second pass and starts it again; gives how long until the service was whole again. */
  async killDatabase() {
    const { data } = databaseStatus(this.database);
    const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const began = performance.now();
    process.kill(postmaster, 'SIGKILL');
    await wait(1_000);
    await startDatabase({ dir: this.database });
    await this.untilWhole();
    return performance.now() - began;
  }

  /** Kills the pooler outright and starts it again; gives how long until the service was whole again. */
  async killPooler() {
    const began = performance.now();
    await this.pooler.restart('SIGKILL');
    await this.untilWhole();
    return performance.now() - began;
  }

  /** How long it took to end after it was asked to. */
  async stop() {
    if (!this.child || this.child.exitCode !== null) return 0;
    const began = performance.now();
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
    return performance.now() - began;
  }

  async remove() {
    await this.stop();
    await this.pooler?.stop();
    await removeDatabase(this.database);
  }
}
