import pg from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

/** A database that migrations made which are no longer there: none was ever released, so that there is no way on from it. */
export class MadeBeforeRelease extends Error {
  constructor(database: string) {
    super(
      `${database}: base d'une version de développement, qu'aucune migration ne reprend. Démonstration : \`npm run reset\` recommence.\n` +
        `${database} was made by a development version, and no migration goes on from it. A demo: \`npm run reset\` starts over.`,
    );
  }
}

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
      if (await isMadeByOthers(source, migrations)) throw new MadeBeforeRelease(database);
      await source.runMigrations({ transaction: 'all' });
    } finally {
      await source.destroy();
    }
    await lock.query('COMMIT');
  } finally {
    await lock.end();
  }
}

/** Whether migrations have run, and not the first of ours. */
async function isMadeByOthers(
  source: DataSource,
  [baseline]: readonly (new () => MigrationInterface)[],
): Promise<boolean> {
  const [table] = await source.query<{ is: boolean }[]>(`SELECT to_regclass('migration') IS NOT NULL AS is`);
  if (!table?.is || !baseline) return false;
  const ran = await source.query<{ name: string }[]>(`SELECT name FROM migration`);
  const { name } = new baseline();
  return ran.length > 0 && !ran.some((it) => it.name === name);
}
