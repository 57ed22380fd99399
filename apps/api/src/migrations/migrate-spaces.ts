import pg from 'pg';
import { BOOK_MIGRATIONS } from './book-migrations';
import { migrateDatabase } from './migrate-database';
import { SPACE_MIGRATIONS } from './space-migrations';

/**
 * The address book, then what training spaces are cloned from, then every space; the default live space is entered when there is none. As
 * the owner. `template`: none where no training space is made.
 */
export async function migrateSpaces(
  ownerUrl: string,
  live: { readonly database: string; readonly title: string; readonly template?: string },
): Promise<readonly string[]> {
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
    const { rows } = await book.query<{ database: string }>(
      `SELECT database FROM space WHERE state IN ('open','archived') ORDER BY kind, created_at`,
    );
    for (const { database } of rows) await migrateDatabase(ownerUrl, database, SPACE_MIGRATIONS);
    return rows.map(({ database }) => database);
  } finally {
    await book.end();
  }
}

/**
 * Whatever is being made was perhaps cloned from the template of before: it is made anew. A database that is not there, since a backup
 * without it was restored, is said to be missing: it keeps nothing else from starting, and its owner begins the space anew.
 */
async function settleTrainingSpaces(book: pg.Client): Promise<void> {
  await book.query(`UPDATE space SET generation = generation + 1 WHERE state = 'creating'`);
  await book.query(`
    UPDATE space SET state = 'failed' WHERE kind = 'training' AND state IN ('open','archived')
       AND NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = database)`);
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
