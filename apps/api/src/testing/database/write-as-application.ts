import pg from 'pg';
import { onDatabase, testDatabase } from './test-database';
import type { TestService } from '../test-service';

/**
 * SQL of somebody who has the application's password for the database and none of its keys, committed: with a queued event, which
 * is all that the database asks for.
 */
export async function writeAsApplication(
  service: TestService,
  ...statements: readonly (readonly [sql: string, ...parameters: unknown[]])[]
): Promise<void> {
  const client = new pg.Client({
    connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()),
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    const context = JSON.stringify({ system: 'system:access', now: new Date().toISOString() });
    await client.query(`SELECT set_config('app.ctx', $1, true)`, [context]);
    await client.query(
      `WITH event AS (INSERT INTO ledger_event (entry) VALUES ('{}') RETURNING seq) INSERT INTO ledger_queue SELECT seq FROM event`,
    );
    for (const [sql, ...parameters] of statements) await client.query(sql, parameters);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
