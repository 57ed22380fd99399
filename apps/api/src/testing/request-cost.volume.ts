import { readFileSync } from 'node:fs';
import { teamWithEverything } from '../platform/attacks/testing/team-with-everything';
import { traceStatements } from './database/statement-trace';
import { MOVING_PROTOCOLS, TestService } from './test-service';

/**
 * What a request costs this process and PostgreSQL's, in CPU milliseconds, one after the other: the client that asks is in this
 * process as well. Linux only. `node bench/volume.mjs request-cost`, with `REPERE_REQUESTS` of each (default 400).
 */
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 400);
/** Of `/proc/<pid>/stat`. */
const TICK_MS = 10;

describe('a request', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  /** CPU milliseconds of every connection of the application until now. */
  async function databaseCpu(): Promise<number> {
    const pids = await service.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    return pids.reduce((sum, { pid }) => {
      const fields =
        readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
          .split(') ')[1]
          ?.split(' ') ?? [];
      return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    }, 0);
  }

  it('costs so much', async () => {
    const team = await teamWithEverything(service, 'North');
    const { worker, supervisor, file } = team;
    const step = `/case-files/${file.id}/runs/${file.state.runs[0]?.runId ?? ''}/steps/assess`;
    const report: Record<string, unknown>[] = [];
    for (const [what, ask] of [
      ['one’s own session', () => worker.client.get('/session')],
      ['a case', () => worker.client.get(`/case-files/${file.id}`)],
      ['a step', () => worker.client.get(step)],
      ['a worker’s list of work', () => worker.client.get('/worklist')],
      ['a team’s list of work', () => supervisor.client.get('/worklist?scope=team')],
    ] as const) {
      for (let i = 0; i < 30; i++) expect((await ask()).status).toBe(200);
      const { statements } = await traceStatements(ask);
      const [database, own, began] = [await databaseCpu(), process.cpuUsage(), performance.now()];
      for (let i = 0; i < TIMES; i++) await ask();
      const took = performance.now() - began;
      const { user, system } = process.cpuUsage(own);
      const each = (ms: number): number => Number((ms / TIMES).toFixed(2));
      report.push({
        what,
        statements: statements.length,
        'ms each': each(took),
        'API CPU ms': each((user + system) / 1000),
        'PostgreSQL CPU ms': each((await databaseCpu()) - database),
      });
    }
    console.table(report);
  }, 600_000);
});
