import pg from 'pg';
import { BOOK_MIGRATIONS } from './book-migrations';
import { migrateDatabase } from './migrate-database';
import { SPACE_MIGRATIONS } from './space-migrations';

/** The address book, then every space in it; the default live space is entered when there is none. As the owner. */
export async function migrateSpaces(
  ownerUrl: string,
  live: { readonly database: string; readonly title: string },
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
    const { rows } = await book.query<{ database: string }>(
      `SELECT database FROM space WHERE closed_at IS NULL ORDER BY kind, created_at`,
    );
    for (const { database } of rows) await migrateDatabase(ownerUrl, database, SPACE_MIGRATIONS);
    return rows.map(({ database }) => database);
  } finally {
    await book.end();
  }
}
