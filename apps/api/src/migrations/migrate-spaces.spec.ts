import {
  asSuperuser,
  BOOK_TEMPLATE,
  cloneDatabase,
  onDatabase,
  SPACE_TEMPLATE,
  testDatabase,
} from '../testing/database/test-database';
import { MadeBeforeRelease, migrateDatabase } from './migrate-database';
import { SPACE_MIGRATIONS } from './space-migrations';
import { migrateSpaces } from './migrate-spaces';

describe('migrations', () => {
  it('run once when two processes start together, on an empty database', async () => {
    const database = await cloneDatabase('template0', 'repere_app');
    const { owner } = testDatabase().urls;
    await Promise.all([1, 2, 3].map(() => migrateDatabase(owner, database, SPACE_MIGRATIONS)));
    const { rows } = await asSuperuser(database, (client) => client.query('SELECT name FROM migration'));
    expect(rows).toHaveLength(SPACE_MIGRATIONS.length);
  });

  it('change nothing the second time, and enter the live space once', async () => {
    const [book, live] = [
      await cloneDatabase(BOOK_TEMPLATE, 'repere_app'),
      await cloneDatabase(SPACE_TEMPLATE, 'repere_app'),
    ];
    await asSuperuser(book, (client) => client.query(`UPDATE space SET database = $1`, [live]));
    const owner = onDatabase(testDatabase().urls.owner, book);
    expect(await migrateSpaces(owner, { database: live, title: 'Again' })).toEqual([live]);
    expect(await migrateSpaces(owner, { database: 'another', title: 'Again' })).toEqual([live]);
  });

  it('have what is being made meanwhile made anew, and name a training space whose database is not there', async () => {
    const [book, live] = [
      await cloneDatabase(BOOK_TEMPLATE, 'repere_app'),
      await cloneDatabase(SPACE_TEMPLATE, 'repere_app'),
    ];
    await asSuperuser(book, async (client) => {
      await client.query(`UPDATE space SET database = $1`, [live]);
      await client.query(
        `INSERT INTO space (key, kind, title, database, key_ring, state) VALUES
           ('making', 'training', '', 'repere_training_making', 'making', 'creating'),
           ('lost', 'training', '', 'repere_training_lost', 'lost', 'open')`,
      );
    });
    const owner = onDatabase(testDatabase().urls.owner, book);
    expect(await migrateSpaces(owner, { database: live, title: 'Live' })).toEqual([live]);
    const { rows } = await asSuperuser(book, (client) =>
      client.query(`SELECT key, state, generation FROM space WHERE kind = 'training' ORDER BY key`),
    );
    expect(rows).toEqual([
      { key: 'lost', state: 'failed', generation: 1 },
      { key: 'making', state: 'creating', generation: 2 },
    ]);
  });

  it('refuse a database of a version before the first release, by name', async () => {
    const database = await cloneDatabase('template0', 'repere_app');
    await asSuperuser(database, (client) =>
      client.query(`
        CREATE TABLE migration (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL);
        INSERT INTO migration ("timestamp", name) VALUES (1764000000001, 'Access1764000000001');
        GRANT SELECT ON migration TO repere_owner`),
    );
    await expect(
      migrateDatabase(testDatabase().urls.owner, database, SPACE_MIGRATIONS),
    ).rejects.toBeInstanceOf(MadeBeforeRelease);
    await expect(migrateDatabase(testDatabase().urls.owner, database, SPACE_MIGRATIONS)).rejects.toThrow(
      'npm run reset',
    );
  });

  it('leave nothing behind when one fails', async () => {
    const database = await cloneDatabase('template0', 'repere_app');
    class Broken {
      readonly name = 'Broken1764999999999';
      up(): Promise<void> {
        return Promise.reject(new Error('no'));
      }
      down(): Promise<void> {
        return Promise.resolve();
      }
    }
    await expect(
      migrateDatabase(testDatabase().urls.owner, database, [...SPACE_MIGRATIONS, Broken]),
    ).rejects.toThrow('no');
    const { rows } = await asSuperuser(database, (client) =>
      client.query(`SELECT to_regclass('account') AS account`),
    );
    expect(rows).toEqual([{ account: null }]);
  });
});
