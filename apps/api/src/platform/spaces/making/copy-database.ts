import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Somebody is in the database that is copied: it is being migrated, or they are not out yet. */
const IN_USE = '55006';
const PATIENCE_MS = 20_000;

type Client = Pick<pg.PoolClient, 'query'>;

/** Makes a database as a copy of another one, once nobody is in that; these roles may enter it and nobody else. */
export async function copyDatabase(
  book: Client,
  from: string,
  copy: string,
  roles: readonly string[],
): Promise<void> {
  const named = pg.escapeIdentifier(copy);
  await whenFree(() =>
    book.query(`CREATE DATABASE ${named} TEMPLATE ${pg.escapeIdentifier(from)} ALLOW_CONNECTIONS false`),
  );
  await book.query(`REVOKE ALL ON DATABASE ${named} FROM PUBLIC`);
  await book.query(`GRANT CONNECT ON DATABASE ${named} TO ${roles.join(', ')}`);
  await book.query(`ALTER DATABASE ${named} WITH ALLOW_CONNECTIONS true`);
}

/** Ends the sessions of whoever is in a training space. */
export async function sendOut(book: Client, database: string): Promise<void> {
  await book.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'repere_training'`,
    [database],
  );
}

/** What `work` gives once the database that it copies is free. */
async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;)
    try {
      return await work();
    } catch (error) {
      const isInUse = error instanceof pg.DatabaseError && error.code === IN_USE;
      if (!isInUse || performance.now() > until) throw error;
      await delay(200);
    }
}
