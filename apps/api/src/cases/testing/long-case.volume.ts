import { databaseCpu } from '../../testing/database/database-cpu';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from './case-client';
import { openLongCase } from './open-long-case';

/**
 * What a long case costs beside a short one, in CPU milliseconds of this process (the client that asks is in it as well) and of
 * PostgreSQL. Linux only. Not part of the tests: `node bench/volume.mjs long-case`, with `REPERE_ENTRIES` entries (default 3,000),
 * each asked `REPERE_REQUESTS` times (default 20).
 */
const ENTRIES = Number(process.env['REPERE_ENTRIES'] ?? 3_000);
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 20);
const SHORT = 40;

describe('a long case beside a short one', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  it('costs so much', async () => {
    const worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    const report: Record<string, unknown>[] = [];
    for (const entries of [SHORT, ENTRIES]) {
      const { id, runId } = await openLongCase(worker, entries);
      for (const [what, ask] of [
        ['its page', () => worker.http.get(`/case-files/${id}`)],
        ['its journal', () => worker.http.get(`/case-files/${id}/journal`)],
        ['a step', () => worker.http.get(`/case-files/${id}/runs/${runId}/steps/signs`)],
        ['a note', () => note(worker, id)],
      ] as const) {
        for (let i = 0; i < 3; i++) expect((await ask()).status).toBeLessThan(300);
        const [database, own, began] = [await databaseCpu(service), process.cpuUsage(), performance.now()];
        for (let i = 0; i < TIMES; i++) await ask();
        const took = performance.now() - began;
        const { user, system } = process.cpuUsage(own);
        const each = (ms: number): number => Number((ms / TIMES).toFixed(2));
        report.push({
          entries,
          what,
          'ms each': each(took),
          'API CPU ms': each((user + system) / 1000),
          'PostgreSQL CPU ms': each((await databaseCpu(service)) - database),
        });
      }
    }
    console.table(report);
  }, 1_800_000);
});

async function note(worker: CaseClient, id: string) {
  const { state } = await worker.readCase(id);
  return worker.sendAct(id, 'notes', { note: 'Appel' }, { seq: state.seq });
}
