import { randomUUID } from 'node:crypto';
import { asSuperuser, cloneDatabase, testDatabase } from '../testing/test-database';
import { WaitsFor0037 } from './0037-waits-for';
import { migrateDatabase } from './migrate-database';
import { SPACE_MIGRATIONS } from './space-migrations';

describe('deadlines that were there before', () => {
  it('say what they wait for, as the next act of their case would', async () => {
    const database = await cloneDatabase('template0', 'repere_app');
    const { owner } = testDatabase().urls;
    const before = SPACE_MIGRATIONS.slice(0, SPACE_MIGRATIONS.indexOf(WaitsFor0037));
    await migrateDatabase(owner, database, before);
    const [run, file, team] = [randomUUID(), randomUUID(), randomUUID()];
    await asSuperuser(database, async (client) => {
      await client.query(`SET session_replication_role = replica`);
      await client.query(
        `INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at) VALUES ($1, $2, $3, 'protection', '1.0.0', 'h', now())`,
        [run, file, team],
      );
      for (const [step, state, of, toApprove] of [
        ['a', 'ready', 'step', null],
        ['b', 'to-confirm', 'step', null],
        ['c', 'blocked', 'step', null],
        ['d', 'awaiting-approval', 'step', randomUUID()],
        ['e', 'done-to-approve', 'approval', randomUUID()],
        ['f', 'ready', 'approval', null],
        ['g', null, 'step', null],
      ] as const) {
        if (state !== null)
          await client.query(
            `INSERT INTO step_state (run_id, step, case_file_id, team_id, state, to_approve) VALUES ($1, $2, $3, $4, $5, $6)`,
            [run, step, file, team, state, toApprove],
          );
        await client.query(
          `INSERT INTO deadline (run_id, step, of, case_file_id, team_id, origin, owner) VALUES ($1, $2, $3, $4, $5, 'TOOL', 'ours')`,
          [run, step, of, file, team],
        );
      }
    });
    await migrateDatabase(owner, database, SPACE_MIGRATIONS);
    const { rows } = await asSuperuser(database, (client) =>
      client.query(`SELECT step, waits_for, protocol FROM deadline ORDER BY step`),
    );
    expect(rows).toEqual(
      ['doing', 'doing', 'opening', 'approval', 'approval', 'doing', null].map((waitsFor, at) => ({
        step: 'abcdefg'[at],
        waits_for: waitsFor,
        protocol: 'protection',
      })),
    );
    const { rows: open } = await asSuperuser(database, (client) =>
      client.query(
        `SELECT relname FROM pg_class WHERE relname IN ('run','step_state','deadline') AND NOT relforcerowsecurity
         UNION SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgenabled = 'D'`,
      ),
    );
    expect(open).toEqual([]);
  });
});
