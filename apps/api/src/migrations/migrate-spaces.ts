import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { BOOK_MIGRATIONS } from './book-migrations';
import { migrateDatabase } from './migrate-database';
import { SPACE_MIGRATIONS } from './space-migrations';

/** What became of the databases of all spaces. */
export interface MigratedSpaces {
  /** Databases that are up to date. */
  readonly migrated: readonly string[];
  /** Training spaces and their moments that could not be brought up to date: marked, so that nobody enters them as they are. */
  readonly failed: readonly { readonly database: string; readonly why: string }[];
}

/**
 * The address book, then what training spaces are cloned from, then every space; the default live space is entered when there is none. As
 * the owner. `template`: none where no training space is made. `servers`: the owner's address of each server that a space names. A live space that fails stops everything; a training space is marked as
 * failed and left out, and tried again the next time.
 */
export async function migrateSpaces(
  ownerUrl: string,
  live: {
    readonly database: string;
    readonly title: string;
    readonly template?: string;
    readonly servers?: ReadonlyMap<string, string>;
  },
  migrations: readonly (new () => MigrationInterface)[] = SPACE_MIGRATIONS,
): Promise<MigratedSpaces> {
  await migrateDatabase(ownerUrl, new URL(ownerUrl).pathname.slice(1), BOOK_MIGRATIONS);
  const book = new pg.Client({ connectionString: ownerUrl });
  await book.connect();
  try {
    await book.query(
      `INSERT INTO space (key, kind, title, database, key_ring) VALUES (NULL, 'live', $1, $2, 'live')
       ON CONFLICT DO NOTHING`,
      [live.title, live.database],
    );
    if (live.template !== undefined) await migrateTemplate(book, ownerUrl, live.template);
    await settleTrainingSpaces(book);
    const migrated: string[] = [];
    const failed: { database: string; why: string }[] = [];
    for (const { database, kind, server } of await withData(book))
      try {
        await migrateDatabase(
          server === null ? ownerUrl : ownerOf(server, live.servers),
          database,
          migrations,
        );
        migrated.push(database);
        if (kind === 'training') await markMigrated(book, database);
      } catch (fault) {
        if (kind === 'live') throw fault;
        await markFailed(book, database);
        failed.push({ database, why: fault instanceof Error ? fault.message : String(fault) });
      }
    return { migrated, failed };
  } finally {
    await book.end();
  }
}

interface Holder {
  readonly database: string;
  readonly kind: 'live' | 'training';
  readonly server: string | null;
}

function ownerOf(server: string, servers?: ReadonlyMap<string, string>): string {
  const url = servers?.get(server);
  if (url === undefined)
    throw new Error(`A live space is on the server ${server}, which REPERE_SERVERS does not name`);
  return url;
}

/** Every database that holds data and is there, live ones first; of what failed before as well. */
async function withData(book: pg.Client): Promise<readonly Holder[]> {
  const { rows } = await book.query<Holder>(`
    SELECT database, kind, server FROM (
      SELECT database, kind, server, created_at FROM space WHERE state IN ('open','copying','archived') OR kind = 'live' OR state = 'failed'
      UNION ALL SELECT database, 'training', NULL, asked_at FROM space_moment WHERE database IS NOT NULL) held
     WHERE kind = 'live' OR EXISTS (SELECT 1 FROM pg_database d WHERE d.datname = held.database)
     ORDER BY kind, created_at`);
  return rows;
}

async function markFailed(book: pg.Client, database: string): Promise<void> {
  await book.query(
    `UPDATE space SET state = 'failed', code_mac = NULL, code_until = NULL WHERE database = $1`,
    [database],
  );
  await book.query(`UPDATE space_moment SET state = 'failed' WHERE database = $1`, [database]);
}

/** What failed the time before is there again: its owner opens it. */
async function markMigrated(book: pg.Client, database: string): Promise<void> {
  await book.query(`UPDATE space SET state = 'archived' WHERE database = $1 AND state = 'failed'`, [
    database,
  ]);
  await book.query(`UPDATE space_moment SET state = 'kept' WHERE database = $1 AND state = 'failed'`, [
    database,
  ]);
}

/**
 * Whatever is being made was perhaps cloned from the template of before: it is made anew. A database that is not there, since a backup
 * without it was restored, is said to be missing: it keeps nothing else from starting, and its owner begins the space anew.
 */
async function settleTrainingSpaces(book: pg.Client): Promise<void> {
  await book.query(`UPDATE space SET generation = generation + 1 WHERE state = 'creating'`);
  await book.query(`
    UPDATE space SET state = 'failed' WHERE kind = 'training' AND state IN ('open','copying','archived')
       AND NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = database)`);
  await book.query(`
    DELETE FROM space_moment WHERE state <> 'making' AND NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = database)`);
}

/** A template refuses connections, but while it is migrated: whoever clones it meanwhile is told that it is in use, and tries again. */
async function migrateTemplate(book: pg.Client, ownerUrl: string, template: string): Promise<void> {
  const { rowCount } = await book.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) return;
  const named = book.escapeIdentifier(template);
  await book.query(`ALTER DATABASE ${named} WITH ALLOW_CONNECTIONS true`);
  try {
    await migrateDatabase(ownerUrl, template, SPACE_MIGRATIONS);
    const url = new URL(ownerUrl);
    url.pathname = `/${template}`;
    const inside = new pg.Client({ connectionString: url.href });
    await inside.connect();
    try {
      // In a clone the schema is its maker's, and the next migration still the owner's.
      await inside.query('GRANT ALL ON SCHEMA public TO repere_owner');
    } finally {
      await inside.end();
    }
  } finally {
    await book.query(`ALTER DATABASE ${named} WITH ALLOW_CONNECTIONS false`);
  }
}
