import { setTimeout as delay } from 'node:timers/promises';
import { asSuperuser, cloneDatabase, SPACE_TEMPLATE } from '../../../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../../../testing/test-service';
import { until } from '../../../../testing/until';
import type { ConnectionShares } from '../../../settings/connection-shares';

/** Connections of our roles to these databases that are open at once, as PostgreSQL counts them, at most while `work` goes on. */
export async function mostOpen(databases: readonly string[], work: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  let most = 0;
  const watching = asSuperuser('postgres', async (client) => {
    while (!isOver) {
      const { rows } = await client.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM pg_stat_activity
          WHERE datname = ANY ($1) AND usename IN ('repere_app', 'repere_training', 'repere_recorder')`,
        [databases],
      );
      most = Math.max(most, rows[0]?.open ?? 0);
      await delay(5);
    }
  });
  try {
    await work();
  } finally {
    isOver = true;
    await watching;
  }
  return most;
}

/**
 * Somebody signs in, or tries to, in so many live spaces at once beside the default one, twice; then their record is waited for. How
 * often which status was answered, how many connections were open at most, and in how many spaces what happened is under a signature.
 */
export async function askManySpaces(
  count: number,
  connections?: ConnectionShares,
): Promise<{
  readonly statuses: Readonly<Record<number, number>>;
  readonly most: number;
  readonly sealed: number;
}> {
  const service = await TestService.start({
    keepsRecord: true,
    configuration: { protocolsDir: NO_PROTOCOLS, ...(connections && { connections }) },
  });
  try {
    const databases = [service.databaseOf()];
    while (databases.length <= count) databases.push(await cloneDatabase(SPACE_TEMPLATE, 'repere_app'));
    await service.inBook(
      `INSERT INTO space (key, kind, title, database, key_ring)
       SELECT 'dep' || n, 'live', 'Département ' || n, database, 'dep' || n FROM unnest($1::text[]) WITH ORDINALITY AS t (database, n)`,
      [databases.slice(1)],
    );
    const keys = databases.map((_, n) => (n === 0 ? null : `dep${String(n)}`));
    const statuses: Record<number, number> = {};
    const sealed = new Set<string>();
    const most = await mostOpen(databases, async () => {
      for (let round = 0; round < 2; round++)
        for (const { status } of await Promise.all(keys.map((key) => service.client(key).get('/about'))))
          statuses[status] = (statuses[status] ?? 0) + 1;
      // Who is nobody's fails to sign in: that is recorded.
      const nobody = { login: 'nobody', password: 'a long enough password' };
      await Promise.all(keys.map((key) => service.client(key).post('/session', nobody)));
      await until(async () => {
        for (const database of databases)
          if (!sealed.has(database) && (await isSealed(database))) sealed.add(database);
        return sealed.size === databases.length;
      });
    });
    return { statuses, most, sealed: sealed.size };
  } finally {
    await service.stop();
  }
}

const isSealed = (database: string): Promise<boolean> =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ sealed: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ledger_event) AND NOT EXISTS (SELECT 1 FROM ledger_queue)
              AND coalesce((SELECT max(size) FROM ledger_checkpoint), 0) = (SELECT count(*) FROM ledger_leaf) AS sealed`,
    );
    return rows[0]?.sealed ?? false;
  });
