import type { AccountRole } from '@repere/access';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { type BareCase, insertBareCase } from '../../testing/cases/test-case';
import { grantTo } from '../../testing/cases/test-grants';
import { insertOpenMission } from '../../testing/cases/test-mission';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import { type Actor, securityContext } from '../unit/actor';

interface Lost {
  readonly what: string;
  readonly role: AccountRole;
  readonly relate: (service: TestService, file: BareCase, accountId: string) => Promise<unknown>;
  /** The row that both want to change. */
  readonly lock: string;
  readonly loses: (manager: EntityManager, id: string, accountId: string) => Promise<unknown>;
}

const CASE = 'SELECT FROM case_file WHERE id = $1 FOR UPDATE';
const LOST: readonly Lost[] = [
  {
    ...{ what: 'a grant', role: 'caseworker', lock: CASE },
    relate: (service, { id }, accountId) =>
      service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO assignment (case_file_id, team_id, account_id, since)
           SELECT id, team_id, $2, now() FROM case_file WHERE id = $1`,
          [id, accountId],
        ),
      ),
    loses: (manager, id, accountId) =>
      manager.query('UPDATE assignment SET ended_at = now() WHERE case_file_id = $1 AND account_id = $2', [
        id,
        accountId,
      ]),
  },
  {
    ...{ what: 'an emergency access', role: 'caseworker', lock: CASE },
    relate: (service, file, accountId) => grantTo(service, file, accountId, 'break-glass'),
    loses: (manager, id, accountId) =>
      manager.query(
        `UPDATE break_glass SET ended_at = now(), ended_by = (SELECT id FROM account WHERE id <> $2 LIMIT 1)
          WHERE case_file_id = $1 AND account_id = $2`,
        [id, accountId],
      ),
  },
  {
    ...{ what: 'a mission', role: 'auditor' },
    lock: 'SELECT FROM mission_case WHERE case_file_id = $1 FOR UPDATE',
    relate: (service, { id }, auditorId) => insertOpenMission(service, { auditorId, caseFileIds: [id] }),
    loses: (manager, id) =>
      manager.query(
        `UPDATE mission SET state = 'closed', closed_by = opened_by, closed_at = now()
          WHERE id = (SELECT mission_id FROM mission_case WHERE case_file_id = $1)`,
        [id],
      ),
  },
];

/** What policies find once a transaction holds as long as nothing can have changed it. */
describe('what policies keep of whom a transaction is for', () => {
  let service: TestService;
  let client: pg.Client;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    client = new pg.Client({ connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()) });
    await client.connect();
    await service.hire({ roles: [], teams: ['North'] });
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  const enter = (actor: Actor): Promise<unknown> =>
    client.query(`SELECT set_config('app.ctx', $1, true)`, [securityContext(actor, Date.now())]);
  const hired = async (role: AccountRole): Promise<Actor & { readonly id: string }> => {
    const { id } = await service.hire({ roles: [role] });
    const nothing = {
      dutyTeamIds: [],
      standsInFor: [],
      supervisedTeamIds: [],
      barredIds: [],
      rescuedIds: [],
    };
    const account = { name: '', roles: [role], language: 'fr', teams: [], effectiveScope: nothing } as const;
    return { kind: 'account', id, ...account };
  };
  const seen = async (id: string): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM case_file WHERE id = $1',
      [id],
    );
    return rows[0]?.n ?? 0;
  };

  it.each(LOST)('is found again after a lock: $what may have ended meanwhile', async (lost) => {
    const account = await hired(lost.role);
    const file = await insertBareCase(service, { team: 'North' });
    await lost.relate(service, file, account.id);
    await client.query('BEGIN');
    try {
      await enter(account);
      expect(await seen(file.id)).toBe(1);
      // In an object: whoever is given a promise waits for it, within the transaction that it waits for.
      const { locked } = await service.asSeed(async ({ manager }) => {
        await manager.query(lost.lock, [file.id]);
        const locked = client.query(lost.lock, [file.id]);
        await until(async () => {
          const waiting = await service.query(
            `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
          );
          return waiting.length > 0;
        });
        await lost.loses(manager, file.id, account.id);
        return { locked };
      });
      await locked;
      expect(await seen(file.id)).toBe(0);
      expect((await client.query('UPDATE mission_case SET revision = revision + 1')).rowCount).toBe(0);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('follows what its own transaction changes, and takes back', async () => {
    const account = await hired('caseworker');
    const { id } = await insertBareCase(service, { team: 'North', assignedId: account.id });
    await client.query('BEGIN');
    try {
      await enter(account);
      expect(await seen(id)).toBe(1);
      await client.query('SAVEPOINT before');
      await enter({ kind: 'system', id: 'system:record' });
      await client.query('UPDATE assignment SET ended_at = now() WHERE case_file_id = $1', [id]);
      await enter(account);
      expect(await seen(id)).toBe(0);
      await client.query('ROLLBACK TO before');
      expect(await seen(id)).toBe(1);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('is found by one process alone, also where a table is so large that several would read it', async () => {
    const account = await hired('caseworker');
    const { id } = await insertBareCase(service, { team: 'North', assignedId: account.id });
    await client.query('BEGIN');
    try {
      for (const it of ['parallel_setup_cost', 'parallel_tuple_cost', 'min_parallel_table_scan_size'])
        await client.query(`SET LOCAL ${it} = 0`);
      await client.query('SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off');
      await client.query('SET LOCAL enable_indexonlyscan = off');
      await enter(account);
      const { rows } = await client.query<{ id: string }>(
        'SELECT c.id FROM case_file c JOIN account a ON a.id <> c.id GROUP BY c.id',
      );
      expect(rows).toEqual([{ id }]);
    } finally {
      await client.query('ROLLBACK');
    }
  });
});
