import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

/** Brings one database up to date, all or nothing. Two at once: the second waits, then finds nothing to do. */
export async function migrateDatabase(
  ownerUrl: string,
  database: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  const lock = new pg.Client({ connectionString: url.href });
  await lock.connect();
  try {
    // A lock of the transaction kind also holds behind a pooler.
    await lock.query('BEGIN');
    await lock.query(`SELECT pg_advisory_xact_lock(hashtext('repere migrations'))`);
    const source = await new DataSource({
      type: 'postgres',
      url: url.href,
      migrations: [...migrations],
      migrationsTableName: 'migration',
      extra: { max: 2 },
    }).initialize();
    try {
      await source.runMigrations({ transaction: 'all' });
    } finally {
      await source.destroy();
    }
    await lock.query('COMMIT');
  } finally {
    await lock.end();
  }
}
