import type { QueryRunner } from 'typeorm';
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

const upToDate = (...migrated: readonly string[]) => ({ migrated, failed: [] });

/** A migration that fails where it finds this table. */
const failingWhere = (table: string) =>
  class Failing1764999999998 {
    readonly name = 'Failing1764999999998';
    async up(runner: QueryRunner): Promise<void> {
      const found = (await runner.query(`SELECT to_regclass('${table}') IS NOT NULL AS is`)) as {
        is: boolean;
      }[];
      if (found[0]?.is) throw new Error('no way on from here');
    }
    down(): Promise<void> {
      return Promise.resolve();
    }
  };

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
    expect(await migrateSpaces(owner, { database: live, title: 'Again' })).toEqual(upToDate(live));
    expect(await migrateSpaces(owner, { database: 'another', title: 'Again' })).toEqual(upToDate(live));
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
    expect(await migrateSpaces(owner, { database: live, title: 'Live' })).toEqual(upToDate(live));
    const { rows } = await asSuperuser(book, (client) =>
      client.query(`SELECT key, state, generation FROM space WHERE kind = 'training' ORDER BY key`),
    );
    expect(rows).toEqual([
      { key: 'lost', state: 'failed', generation: 1 },
      { key: 'making', state: 'creating', generation: 2 },
    ]);
  });

  it('mark a training space and a kept moment that they fail in, tell of it, and bring everything else up to date', async () => {
    const [book, live, space, moment] = [
      await cloneDatabase(BOOK_TEMPLATE, 'repere_app'),
      await cloneDatabase(SPACE_TEMPLATE, 'repere_app'),
      await cloneDatabase(SPACE_TEMPLATE, 'repere_training'),
      await cloneDatabase(SPACE_TEMPLATE, 'repere_training'),
    ];
    for (const odd of [space, moment])
      await asSuperuser(odd, (client) => client.query('CREATE TABLE odd (x int)'));
    // The check of a moment's database knows names of ours only.
    const kept = `repere_training_${moment}`;
    await asSuperuser('postgres', (client) => client.query(`ALTER DATABASE ${moment} RENAME TO ${kept}`));
    await asSuperuser(book, async (client) => {
      await client.query(`UPDATE space SET database = $1`, [live]);
      await client.query(
        `INSERT INTO space (key, kind, title, database, key_ring) VALUES ('odd', 'training', '', $1, 'odd')`,
        [space],
      );
      await client.query(
        `INSERT INTO space_moment (id, key, title, state, database, key_ring, at)
         VALUES (gen_random_uuid(), 'odd', '', 'kept', $1, 'odd', now())`,
        [kept],
      );
    });
    const owner = onDatabase(testDatabase().urls.owner, book);
    const migrations = [...SPACE_MIGRATIONS, failingWhere('odd')];
    const { migrated, failed } = await migrateSpaces(owner, { database: live, title: 'Live' }, migrations);
    expect(migrated).toEqual([live]);
    expect(failed).toEqual([
      { database: space, why: 'no way on from here' },
      { database: kept, why: 'no way on from here' },
    ]);
    const states = () =>
      asSuperuser(book, async (client) => {
        const { rows } = await client.query<{ state: string }>(
          `SELECT state FROM space WHERE key = 'odd' UNION ALL SELECT state FROM space_moment`,
        );
        return rows.map(({ state }) => state);
      });
    expect(await states()).toEqual(['failed', 'failed']);
    // Mended, they are there again: the space for whose it is to open.
    for (const odd of [space, kept]) await asSuperuser(odd, (client) => client.query('DROP TABLE odd'));
    expect((await migrateSpaces(owner, { database: live, title: 'Live' }, migrations)).failed).toEqual([]);
    expect(await states()).toEqual(['archived', 'kept']);
    // A live space that fails stops all of it.
    await asSuperuser(live, (client) =>
      client.query(`CREATE TABLE odd (x int); DELETE FROM migration WHERE name LIKE 'Failing%'`),
    );
    await expect(migrateSpaces(owner, { database: live, title: 'Live' }, migrations)).rejects.toThrow(
      'no way on from here',
    );
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
