import { insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { CASE_ROWS_SQL } from '../../cases/reading/case-rows.query';
import { enterAccount, enterAs } from '../unit/enter';
import { accountActor } from '../unit/account-actor';
import { PreparingClient } from './preparing-client';
import type { EntityManager } from 'typeorm';

/** More than PostgreSQL plans anew for. */
const TURNS = 8;

describe('one connection with plans that are made for everybody', () => {
  let service: TestService;
  let client: PreparingClient;
  let manager: EntityManager;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    client = new PreparingClient({
      connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()),
    });
    await client.connect();
    // Statements go as the application sends them.
    const query = async (text: string, values: unknown[]): Promise<unknown[]> =>
      (await client.query<object>(text, values)).rows;
    manager = { query } as unknown as EntityManager;
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  it.each(['auto', 'force_generic_plan'])(
    'shows two people in turns each their own cases: %s',
    async (mode) => {
      await client.query(`SET plan_cache_mode = ${mode}`);
      const people: { readonly id: string; readonly caseId: string }[] = [];
      for (const team of [`East ${mode}`, `West ${mode}`]) {
        const { id } = await service.hire({ roles: ['caseworker'], teams: [team] });
        people.push({ id, caseId: (await insertBareCase(service, { team })).id });
      }
      const ids = people.map(({ caseId }) => caseId);
      const asked = [ids, new Date()];
      for (let turn = 0; turn < TURNS; turn++)
        for (const { id, caseId } of people) {
          await client.query('BEGIN');
          await enterAs('system:session')(manager, Date.now());
          await enterAccount(manager, await accountActor(manager, id), Date.now());
          const shown = await CASE_ROWS_SQL.list.readRows(manager, asked);
          expect(shown.map((row) => row.id)).toEqual([caseId]);
          const other = await CASE_ROWS_SQL.find.readRows(manager, [
            ids.find((it) => it !== caseId),
            new Date(),
          ]);
          expect(other).toEqual([]);
          await client.query('COMMIT');
          await expect(CASE_ROWS_SQL.list.readRows(manager, asked)).rejects.toMatchObject({ code: 'RP003' });
        }
      const { rows } = await client.query<{ generic: number }>(
        `SELECT max(generic_plans)::int AS generic FROM pg_prepared_statements WHERE statement LIKE '%FROM case_file c JOIN team t%'`,
      );
      if (mode !== 'auto') expect(rows[0]?.generic).toBeGreaterThan(TURNS);
    },
  );
});
