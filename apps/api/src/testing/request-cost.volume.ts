import { teamWithEverything } from '../platform/attacks/testing/team-with-everything';
import { traceStatements } from './database/statement-trace';
import { databaseCpu } from './database/database-cpu';
import { MOVING_PROTOCOLS, TestService } from './test-service';

/**
 * What a request costs this process and PostgreSQL's, in CPU milliseconds, one after the other: the client that asks is in this
 * process as well. Linux only. `node bench/volume.mjs request-cost`, with `REPERE_REQUESTS` of each (default 400).
 */
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 400);

describe('a request', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
  });
  afterAll(() => service.stop());

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
      const [database, own, began] = [await databaseCpu(service), process.cpuUsage(), performance.now()];
      for (let i = 0; i < TIMES; i++) await ask();
      const took = performance.now() - began;
      const { user, system } = process.cpuUsage(own);
      const each = (ms: number): number => Number((ms / TIMES).toFixed(2));
      report.push({
        what,
        statements: statements.length,
        'ms each': each(took),
        'API CPU ms': each((user + system) / 1000),
        'PostgreSQL CPU ms': each((await databaseCpu(service)) - database),
      });
    }
    console.table(report);
  }, 600_000);
});
