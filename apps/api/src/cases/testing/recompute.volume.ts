import { randomUUID } from 'node:crypto';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { databaseCpu } from '../../testing/database/database-cpu';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from './case-client';
import { RecomputeDueCases } from '../upkeep/recompute-due-cases';

/**
 * Cases that time alone changes, all due at once, as at midnight: how many a second, what each costs, and how much slower somebody's
 * requests are meanwhile. Real cases, made due again and again. Not part of the tests: `node bench/volume.mjs recompute`, with
 * `REPERE_CASES` to recompute (default 2000) and `REPERE_REQUESTS` before and meanwhile (default 200).
 */
const CASES = Number(process.env['REPERE_CASES'] ?? 2_000);
const REQUESTS = Number(process.env['REPERE_REQUESTS'] ?? 200);
/** Cases that there are: more than one transaction takes. */
const [TEAMS, CASES_EACH] = [4, 8];
/** What the must of 100,000 in a quarter of an hour is a second. */
const WANTED = 100_000 / (15 * 60);

describe(`${String(CASES)} cases that are due`, () => {
  let service: TestService;
  let space: Space;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    for (let team = 0; team < TEAMS; team++) {
      const person = await service.signIn({ roles: ['caseworker'], teams: [`Team ${String(team)}`] });
      for (let i = 0; i < CASES_EACH; i++) await new CaseClient(person.client).opened();
    }
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
  }, 120_000);
  afterAll(() => service.stop());

  const makeDue = (): Promise<unknown> =>
    service.asSuperuser(async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(`UPDATE case_file SET next_change_at = '2020-01-01' WHERE erased_at IS NULL`);
    });

  async function recompute(count: number): Promise<number> {
    let done = 0;
    while (done < count) {
      await makeDue();
      for (let more = 1; more > 0 && done < count; done += more)
        more = await service.app.get(RecomputeDueCases).recomputeCases(space);
    }
    return done;
  }

  it('are recomputed beside requests', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'], teams: [`Recompute ${randomUUID()}`] });
    const ask = async (): Promise<number> => {
      const start = performance.now();
      expect((await client.get('/worklist')).status).toBe(200);
      return performance.now() - start;
    };
    const p95 = (times: number[]): number =>
      times.sort((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
    const alone: number[] = [];
    for (let i = 0; i < REQUESTS; i++) alone.push(await ask());

    await recompute(Math.min(CASES, 100));
    const [database, own, began] = [await databaseCpu(service), process.cpuUsage(), performance.now()];
    const done = await recompute(CASES);
    const took = (performance.now() - began) / 1_000;
    const { user, system } = process.cpuUsage(own);
    const spent = (await databaseCpu(service)) - database;

    const meanwhile: number[] = [];
    let isOver = false;
    const going = recompute(CASES).finally(() => (isOver = true));
    while (!isOver && meanwhile.length < REQUESTS) meanwhile.push(await ask());
    await going;
    const round = (value: number): number => Number(value.toFixed(2));
    console.table([
      {
        cases: done,
        'a second': round(done / took),
        wanted: round(WANTED),
        'API CPU ms each': round((user + system) / 1_000 / done),
        'PostgreSQL CPU ms each': round(spent / done),
        'p95 ms alone': round(p95(alone)),
        'p95 ms meanwhile': round(p95(meanwhile)),
      },
    ]);
  }, 3_000_000);
});
