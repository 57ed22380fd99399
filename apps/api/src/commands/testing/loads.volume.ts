import { createHash } from 'node:crypto';
import { CaseReader } from '../../cases/reading/case-reader';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { explained } from '../../cases/testing/explained';
import { loadCommand } from '../load-command';
import { placeIn } from '../../platform/requests/request-origin';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { parentOf, treeCpu } from '../../testing/database/tree-cpu';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { dropSpaces, makeSpace, playIn } from '../../training/testing/led-spaces';

/**
 * Cases that the engine tells and the product records, none of them inserted: how long, how much CPU, how much memory a load takes, and
 * then lists of work over them, as the people of that space read them. Not part of the tests: `node bench/volume.mjs loads`, with
 * `REPERE_CASES` (default 1000, 50 to 10,000), `REPERE_SEED` (default 7) and `REPERE_REQUESTS` of each list (default 30). Two runs of one
 * seed print the same children.
 */
const CASES = Math.max(50, Number(process.env['REPERE_CASES'] ?? 1_000));
const SEED = Number(process.env['REPERE_SEED'] ?? 7);
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 30);
const TOGETHER = 100;
const MEGABYTE = 1_000_000;

describe(`a load of ${String(CASES)} cases, series ${String(SEED)}`, () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: Space;
  let postgres: number;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: SHIPPED_PROTOCOLS },
      keepsRecord: true,
    });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    const { key } = await makeSpace(service, trainer);
    const found = await service.app.get(Spaces).findSpace(key);
    if (!found) throw new Error('no space');
    space = found;
    // While its connection is open: who is gone has no parent.
    postgres = await asSuperuser(space.database, async (client) => {
      const { rows: found } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return parentOf(found[0]?.pid ?? 0);
    });
  }, 120_000);
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const rows = <R extends object>(sql: string): Promise<readonly R[]> =>
    asSuperuser(space.database, async (client) => (await client.query<R>(sql)).rows);
  const cpu = () => ({ api: treeCpu(process.pid, [postgres]), postgres: treeCpu(postgres) });

  it('is told and recorded', async () => {
    const [before, began] = [cpu(), performance.now()];
    const argv = ['--space', space.key ?? '', '--cases', String(CASES), '--seed', String(SEED)];
    expect(await loadCommand(service.configuration, argv, { showProgress: () => undefined })).toBe(0);
    const [seconds, after] = [(performance.now() - began) / 1_000, cpu()];
    const [{ entries, bytes } = { entries: 0, bytes: 0 }] = await rows<{ entries: number; bytes: number }>(
      'SELECT (SELECT count(*)::int FROM journal_entry) AS entries, pg_database_size(current_database())::float AS bytes',
    );
    console.table([
      {
        ...{ cases: CASES, entries, seconds: rounded(seconds), 'cases a second': rounded(CASES / seconds) },
        'API CPU ms a case': rounded((after.api - before.api) / CASES),
        'PostgreSQL CPU ms a case': rounded((after.postgres - before.postgres) / CASES),
        'most memory of this process, MB': Math.round((process.resourceUsage().maxRSS * 1_024) / MEGABYTE),
        'its database, MB': Math.round(bytes / MEGABYTE),
        children: await fingerprint(),
      },
    ]);
  }, 7_200_000);

  it('has lists of work that cost so much', async () => {
    // Putting in ten thousand takes longer than a session that nobody uses.
    await service.signInAgain(trainer);
    const [worker, supervisor] = [
      await playIn(trainer, space.key ?? ''),
      await playIn(trainer, space.key ?? '', 'Chêne Exercice'),
    ];
    const own = await rows<{ id: string }>(
      `SELECT c.id FROM case_file c JOIN account a ON a.id = c.lead_id WHERE a.login = 'lierre' ORDER BY c.seq DESC LIMIT 1`,
    );
    const found = (client: TestClient, body: object) => () => client.post('/case-files/search', body);
    const asks: readonly (readonly [string, () => Promise<{ readonly status: number }>])[] = [
      ['my worklist', () => worker.get('/worklist')],
      ['my day by child', () => worker.get('/worklist/children')],
      ['team’s worklist', () => supervisor.get('/worklist?scope=team')],
      ['team’s day by person', () => supervisor.get('/worklist/children?scope=team')],
      ['cases by last change', found(supervisor, {})],
      ['cases by what is due', found(supervisor, { sort: 'due' })],
      ['cases that are late', found(supervisor, { late: true })],
      ['approvals', () => supervisor.get('/approvals')],
      ['cover', () => supervisor.get('/cover')],
      ['the longest of my cases', () => worker.get(`/case-files/${own[0]?.id ?? ''}`)],
    ];
    const report: object[] = [];
    for (const [what, ask] of asks) report.push({ what, ...(await costOf(ask)) });
    console.table(report);
  }, 1_800_000);

  async function costOf(ask: () => Promise<{ readonly status: number }>): Promise<object> {
    for (let i = 0; i < 4; i++) expect((await ask()).status).toBe(200);
    const statements = await explained(ask);
    const before = cpu();
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
    const after = cpu();
    times.sort((one, other) => one - other);
    return {
      'API CPU ms': rounded((after.api - before.api) / TIMES),
      'PostgreSQL CPU ms': rounded((after.postgres - before.postgres) / TIMES),
      'rows looked at': Math.round(statements.reduce((sum, { visited }) => sum + visited, 0)),
      'p95 ms': rounded(times[Math.floor(TIMES * 0.95)] ?? times.at(-1) ?? 0),
      scans: [...new Set(statements.flatMap(({ scans }) => scans))].join(' '),
    };
  }

  /** The same exactly where the same children came, with the same acts in the same order. */
  async function fingerprint(): Promise<string> {
    const hash = createHash('sha256');
    const ids = (await rows<{ id: string }>('SELECT id FROM case_file ORDER BY id')).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += TOGETHER)
      await service.app.get(UnitOfWork).unrecorded('system:recompute', placeIn(space), async () => {
        const some = await service.app.get(CaseRowsRepository).listRows(ids.slice(at, at + TOGETHER));
        const files = await service.app.get(CaseReader).loadMany(some);
        for (const { row, child, journal, territory } of [...files].sort((a, b) =>
          a.row.id < b.row.id ? -1 : 1,
        ))
          hash.update(
            JSON.stringify([row.id, child, territory.code, journal.map(({ id, kind }) => [id, kind])]),
          );
      });
    return hash.digest('hex').slice(0, 16);
  }
});

const rounded = (value: number): number => Number(value.toFixed(1));
