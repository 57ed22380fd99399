import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import {
  SPACE_TEMPLATE,
  cloneDatabase,
  onDatabase,
  testDatabase,
} from '../../testing/database/test-database';
import { LAST, MANY_FORMS, PreparingClient } from './preparing-client';

describe('a connection', () => {
  let database: string;
  let client: PreparingClient;
  const connect = async (): Promise<PreparingClient> => {
    const made = new PreparingClient({
      connectionString: onDatabase(testDatabase().superuserUrl, database),
    });
    await made.connect();
    return made;
  };
  beforeAll(async () => {
    database = await cloneDatabase(SPACE_TEMPLATE, 'repere_app');
    client = await connect();
  });
  afterAll(() => client.end());

  const kept = async (): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM pg_prepared_statements',
    );
    return rows[0]?.n ?? -1;
  };

  it('prepares a statement with parameters once, whatever they are', async () => {
    for (const given of [1, 2, null]) {
      const { rows } = await client.query('SELECT $1::int AS it', [given]);
      expect(rows).toEqual([{ it: given }]);
    }
    expect(await kept()).toBe(1);
  });

  it('leaves what has none alone: several statements in one text as well', async () => {
    const before = await kept();
    await client.query('CREATE TEMP TABLE one (n int); INSERT INTO one VALUES (1)');
    expect(await kept()).toBe(before);
  });

  it('goes on after a statement that is none, and after one that failed with its transaction', async () => {
    await expect(client.query('SELEC $1', [1])).rejects.toThrow('syntax error');
    await client.query('BEGIN');
    await expect(client.query('SELECT 1 / $1::int AS it', [0])).rejects.toThrow('division by zero');
    await client.query('ROLLBACK');
    expect((await client.query('SELECT 1 / $1::int AS it', [1])).rows).toEqual([{ it: 1 }]);
  });

  it('keeps so many and no more; the others run as well', async () => {
    for (let n = 0; n < 320; n++)
      expect((await client.query(`SELECT $1::int + ${String(n)} AS it`, [1])).rows).toEqual([{ it: n + 1 }]);
    expect(await kept()).toBeLessThanOrEqual(300);
  });

  it('keeps of what has many forms those that are asked again, and so many that others find a place', async () => {
    const client = await connect();
    const asked = (text: string): Promise<unknown> => client.query(text, [1]);
    const form = (n: number): Promise<unknown> => asked(`SELECT $1::int + ${String(n)} AS it ${MANY_FORMS}`);
    const count = async (): Promise<number> =>
      (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_prepared_statements')).rows[0]
        ?.n ?? -1;
    for (let n = 0; n < 120; n++) await form(n);
    expect(await count()).toBe(0);
    for (let turn = 0; turn < 2; turn++) expect(await form(7)).toMatchObject({ rows: [{ it: 8 }] });
    expect(await count()).toBe(1);
    for (let n = 0; n < 120; n++) await form(n);
    expect(await count()).toBe(100);
    await asked('SELECT $1::int AS another');
    expect(await count()).toBe(101);
    await client.end();
  });

  it('begins a transaction with its first statement, and sends what is asked at once in one piece', async () => {
    const writes = jest.spyOn(client.connection.stream, '_writev' as never);
    await client.query('START TRANSACTION');
    expect(client.getTransactionStatus()).toBe('I');
    const asked = ['1', '2'].map((it) => client.query<{ it: string }>('SELECT $1::text AS it', [it]));
    const given = await Promise.all(asked);
    expect(given.map(({ rows }) => rows[0]?.it)).toEqual(['1', '2']);
    expect(client.getTransactionStatus()).toBe('T');
    expect(writes).toHaveBeenCalledTimes(1);
    writes.mockRestore();
    await client.query('ROLLBACK');
    expect(client.getTransactionStatus()).toBe('I');
  });

  it('asks nothing for a transaction in which nothing was asked, and says of one that failed that it did', async () => {
    await client.query('START TRANSACTION');
    await client.query('COMMIT');
    expect(client.getTransactionStatus()).toBe('I');
    await client.query('START TRANSACTION');
    const all = ['SELECT 1 / $1::int', 'SELECT $1::int'].map((text) => client.query(text, [0]));
    const ended = await Promise.allSettled(all);
    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await client.query('ROLLBACK');
  });

  it('takes nothing for done that came with a beginning that failed, in whichever way it was sent', async () => {
    const client = await connect();
    await client.query('CREATE TEMP TABLE begun (n int)');
    await client.query('START TRANSACTION');
    await client.query('SELECT $1::int', [1]);
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE "START TRANSACTION"');
    const tables = client.connection as unknown as { parsedStatements: Record<string, string> };
    const fails = async (code: string): Promise<void> => {
      await client.query('START TRANSACTION');
      await expect(client.query('SELECT $1::int AS it', [1])).rejects.toMatchObject({ code });
      await expect(client.query('INSERT INTO begun VALUES ($1)', [1])).rejects.toMatchObject({ code });
      await client.query('ROLLBACK');
      expect(client.getTransactionStatus()).toBe('I');
    };
    // In one piece with its first statement, which was not even run.
    await fails('26000');
    const real = pg.Client.prototype.query as (...asked: unknown[]) => unknown;
    const broken = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...[asked, ...more]: unknown[]
    ) {
      const isBeginning = (asked as { name?: string }).name === 'START TRANSACTION';
      return real.call(this, isBeginning ? 'START TRANSACTION nonsense' : asked, ...more);
    } as never);
    try {
      // By itself, before it.
      await fails('42601');
    } finally {
      broken.mockRestore();
    }
    delete tables.parsedStatements['START TRANSACTION'];
    for (let turn = 0; turn < 2; turn++) {
      await client.query('START TRANSACTION');
      expect((await client.query('SELECT n FROM begun WHERE n > $1', [0])).rows).toEqual([]);
      await client.query('COMMIT');
    }
    await client.end();
  });

  it('ends a transaction with what says that it is its last; nothing is asked after it', async () => {
    const last = `SELECT 1 / $1::int AS it ${LAST}`;
    await client.query('START TRANSACTION');
    expect((await client.query(last, [1])).rows).toEqual([{ it: 1 }]);
    for (let turn = 0; turn < 2; turn++)
      await expect(client.query('SELECT $1::int', [1])).rejects.toThrow('this transaction has ended');

    await client.query('START TRANSACTION');
    await client.query(last, [1]);
    expect(await client.query('COMMIT')).toMatchObject({ command: 'COMMIT' });

    await client.query('START TRANSACTION');
    await expect(client.query(last, [0])).rejects.toThrow('division by zero');
    expect(await client.query('ROLLBACK')).toMatchObject({ command: 'ROLLBACK' });
    expect(client.getTransactionStatus()).toBe('I');
  });

  it('has one answer to a transaction of one statement, with its beginning before it and its end behind', async () => {
    const client = await connect();
    const [asked, ready] = [jest.spyOn(pg.Client.prototype, 'query'), jest.fn()];
    client.connection.on('readyForQuery', ready);
    const seen: (readonly number[])[] = [];
    for (const it of [7, 8]) {
      await client.query('START TRANSACTION');
      const { rows } = await client.query(`SELECT $1::int AS it, pg_current_xact_id() IS NOT NULL ${LAST}`, [
        it,
      ]);
      expect(rows).toMatchObject([{ it }]);
      expect(await client.query('COMMIT')).toMatchObject({ command: 'COMMIT' });
      expect(client.getTransactionStatus()).toBe('I');
      seen.push([asked.mock.calls.length, ready.mock.calls.length]);
    }
    // What begins and ends transactions is prepared by the first of a connection.
    expect(seen).toEqual([
      [3, 3],
      [4, 4],
    ]);
    asked.mockRestore();
    await expectOfPieces(client);
    await client.end();
  });

  it('tells whoever ends a transaction that its end failed', async () => {
    await client.query(
      'CREATE TEMP TABLE late (n int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO late VALUES (1)',
    );
    await client.query('START TRANSACTION');
    await client.query(`INSERT INTO late VALUES ($1) ${LAST}`, [1]);
    await expect(client.query('COMMIT')).rejects.toThrow('duplicate key');
    expect((await client.query('SELECT n FROM late')).rows).toEqual([{ n: 1 }]);
  });
});

/** In one piece or not, what fails is told to whom it concerns. */
async function expectOfPieces(client: PreparingClient): Promise<void> {
  const last = `SELECT 1 / $1::int AS it ${LAST}`;
  await client.query('START TRANSACTION');
  await expect(client.query(last, [0])).rejects.toThrow('division by zero');
  // Said by the message after the error, which may come in the next piece: else this never ends.
  while (client.getTransactionStatus() !== 'E') await setImmediate();
  expect(await client.query('ROLLBACK')).toMatchObject({ command: 'ROLLBACK' });
  expect(client.getTransactionStatus()).toBe('I');

  await client.query('CREATE TEMP TABLE late (n int UNIQUE DEFERRABLE INITIALLY DEFERRED)');
  await client.query('INSERT INTO late VALUES (1)');
  await client.query('START TRANSACTION');
  expect((await client.query(`INSERT INTO late VALUES ($1) RETURNING n ${LAST}`, [1])).rows).toEqual([
    { n: 1 },
  ]);
  await expect(client.query('SELECT $1::int', [1])).rejects.toThrow('this transaction has ended');
  await expect(client.query('COMMIT')).rejects.toThrow('duplicate key');
  await client.query('ROLLBACK');
  expect((await client.query('SELECT n FROM late')).rows).toEqual([{ n: 1 }]);
}
