import { randomBytes } from 'node:crypto';
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
 * So many live spaces beside the default one are asked, a few at a time and then all at once; then something is recorded in each. How
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
      // They wake one after the other: a process that opens each space for the first time has much to do. Then all are asked at once.
      for (const atOnce of [10, keys.length])
        for (let from = 0; from < keys.length; from += atOnce)
          for (const { status } of await Promise.all(
            keys.slice(from, from + atOnce).map((key) => askWithOddSession(service, key)),
          ))
            statuses[status] = (statuses[status] ?? 0) + 1;
      // A sign-in that fails is recorded.
      const nobody = { login: 'nobody', password: 'a long enough password' };
      for (const key of keys) await service.client(key).post('/session', nobody);
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

/** A session that the space has to be asked for, and that is nobody's. */
const askWithOddSession = (service: TestService, key: string | null): Promise<Response> =>
  fetch(`${service.origin}/api/${key === null ? '' : `s/${key}/`}worklist`, {
    headers: {
      Cookie: `__Host-repere${key === null ? '' : `-${key}`}=${randomBytes(32).toString('base64url')}`,
    },
  });

const isSealed = (database: string): Promise<boolean> =>
  asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ sealed: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ledger_event) AND NOT EXISTS (SELECT 1 FROM ledger_queue)
              AND coalesce((SELECT max(size) FROM ledger_checkpoint), 0) = (SELECT count(*) FROM ledger_leaf) AS sealed`,
    );
    return rows[0]?.sealed ?? false;
  });
