import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { makeTestSigner } from '../../testing/make-test-signer';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import type { Rows } from '../rows';
import { TestRecord } from '../testing/test-record';
import { sequenceBatch } from './sequence-batch';

describe('giving events their places', () => {
  let service: TestService;
  let record: TestRecord;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: NO_PROTOCOLS, signer: await makeTestSigner() },
    });
    record = await TestRecord.openRecord(service);
  });
  afterAll(() => service.stop());

  const counted = async (): Promise<{ events: number; leaves: number; last: number; waiting: number }> => {
    const [row] = await service.query<{ events: number; leaves: number; last: number; waiting: number }>(
      `SELECT (SELECT count(*)::int FROM ledger_event) AS events, (SELECT count(*)::int FROM ledger_leaf) AS leaves,
              (SELECT max(leaf)::int FROM ledger_leaf) AS last, (SELECT count(*)::int FROM ledger_queue) AS waiting`,
    );
    if (!row) throw new Error('nothing counted');
    return row;
  };
  /** Every event has a leaf, leaves have no gap, and the whole check finds nothing. */
  const expectWhole = async (): Promise<void> => {
    const { events, leaves, last, waiting } = await counted();
    expect({ leaves, last, waiting }).toEqual({ leaves: events, last: events - 1, waiting: 0 });
    expect((await record.check()).findings).toEqual([]);
  };
  const recorder = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: onDatabase(testDatabase().urls.recorder, record.space.database),
    });
    // Ended under it by a test.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const rowsOf =
    (client: pg.Client): Rows =>
    async <R>(sql: string, parameters: unknown[] = []): Promise<R[]> => {
      const { rows } = await client.query(sql, parameters);
      return rows as R[];
    };

  it('numbers leaves without a gap, and each stream from 1', async () => {
    await record.writeEvents(300);
    expect((await record.sequence()).leaves).toBeGreaterThanOrEqual(300);
    await expectWhole();
    const [stream] = await service.query<{ first: number; last: number; n: number }>(
      `SELECT min(pos)::int AS first, max(pos)::int AS last, count(*)::int AS n FROM ledger_leaf WHERE stream = 'system:seed'`,
    );
    expect(stream?.first).toBe(1);
    expect(stream?.last).toBe(stream?.n);
  });

  it('has done nothing when it is killed at any step, and the next one does it all', async () => {
    await record.writeEvents(600);
    const before = await counted();
    for (let step = 1; ; step++) {
      const client = await recorder();
      await client.query('BEGIN');
      let statements = 0;
      const until: Rows = async <R>(sql: string, parameters?: unknown[]): Promise<R[]> => {
        const found = await rowsOf(client)<R>(sql, parameters);
        // The connection breaks right behind this statement, as when the process or the network dies.
        if (++statements === step)
          await service.query(`SELECT pg_terminate_backend($1)`, [
            (client as unknown as { processID: number }).processID,
          ]);
        return found;
      };
      const done = await sequenceBatch(until)
        .then(() => client.query('COMMIT'))
        .then(
          () => true,
          () => false,
        );
      await client.end().catch(() => undefined);
      if (statements < step) {
        expect(done).toBe(true);
        expect(step).toBeGreaterThan(8);
        break;
      }
      expect(done).toBe(false);
      expect(await counted()).toEqual(before);
    }
    await expectWhole();
  });

  it('is led by one at a time: another finds the lock taken and gives no place', async () => {
    await record.writeEvents(5);
    const [first, second] = [await recorder(), await recorder()];
    await first.query('BEGIN');
    await second.query('BEGIN');
    expect(await sequenceBatch(rowsOf(first))).toMatchObject({ kind: 'sequenced' });
    expect(await sequenceBatch(rowsOf(second))).toEqual({ kind: 'led-elsewhere' });
    await first.query('COMMIT');
    expect(await sequenceBatch(rowsOf(second))).toMatchObject({ kind: 'sequenced', leaves: 0 });
    await second.query('COMMIT');
    await Promise.all([first.end(), second.end()]);
    await expectWhole();
  });

  it('leaves no gap and no double when 64 write and three sequence at once', async () => {
    let writing = true;
    const sequencing = Array.from({ length: 3 }, async () => {
      const client = await recorder();
      while (writing) {
        await client.query('BEGIN');
        await sequenceBatch(rowsOf(client), 50);
        await client.query('COMMIT');
      }
      await client.end();
    });
    const { events } = await counted();
    await Promise.all(
      Array.from({ length: 64 }, () => record.writeEvents(10).then(() => record.writeEvents(10))),
    );
    writing = false;
    await Promise.all(sequencing);
    await record.sequence();
    expect((await counted()).events).toBeGreaterThanOrEqual(events + 64 * 20);
    await expectWhole();
  });

  it('is taken over when the process that led is killed', async () => {
    await record.writeEvents(1);
    const children = [startSequencer(), startSequencer()];
    try {
      await Promise.all(children.map(({ stdout }) => stdout && once(stdout, 'data')));
      const writing = record.writeEvents(2_000);
      const [first, second] = children;
      first?.kill('SIGKILL');
      if (first) await once(first, 'exit');
      await writing;
      await until(async () => (await counted()).waiting === 0);
      second?.kill('SIGKILL');
      await expectWhole();
    } finally {
      for (const child of children) child.kill('SIGKILL');
      // The server notices a moment later, and only then gives up what they were doing.
      await until(
        async () =>
          (await service.query(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'killed'`)).length ===
          0,
      );
    }
  });

  it('sets aside what is no entry, and says so, rather than stop', async () => {
    await service.query(
      `WITH event AS (INSERT INTO ledger_event (entry) VALUES ('{}'), ('not even JSON') RETURNING seq)
       INSERT INTO ledger_queue SELECT seq FROM event`,
    );
    await record.writeEvents(2);
    const { leaves, unreadable } = await record.sequence();
    expect([leaves >= 2, unreadable]).toEqual([true, 2]);
    const { findings } = await record.check();
    expect(findings.filter(({ table }) => table === 'ledger_event').map(({ code }) => code)).toEqual([
      'extra',
      'extra',
    ]);
  });

  it('goes on when the application’s role queues again what has its place, or was set aside', async () => {
    const { leaves } = await counted();
    await service.query(
      `INSERT INTO ledger_queue SELECT seq FROM ledger_leaf WHERE leaf IN (0, 7)
       UNION ALL SELECT seq FROM ledger_unreadable`,
    );
    await record.writeEvents(1);
    expect(await record.sequence()).toEqual({ leaves: 1, unreadable: 0 });
    expect(await counted()).toMatchObject({ leaves: leaves + 1, last: leaves, waiting: 0 });
  });

  it('goes on when an event names a stream that no database can hold', async () => {
    const aside = async () =>
      (await service.query<{ n: number }>(`SELECT count(*)::int AS n FROM ledger_unreadable`))[0]?.n ?? 0;
    const before = await aside();
    await service.query(
      `WITH event AS (INSERT INTO ledger_event (entry) VALUES ('{"stream":"\\u0000"}'), ('{"stream":"x","a":{}}') RETURNING seq)
       INSERT INTO ledger_queue SELECT seq FROM event`,
    );
    await record.writeEvents(1);
    expect(await record.sequence()).toMatchObject({ unreadable: 2 });
    expect(await aside()).toBe(before + 2);
    // The check of the whole goes on as well, and names them.
    const { findings } = await record.check();
    expect(findings.filter(({ said }) => said.includes('set aside'))).toHaveLength(before + 2);
  });

  it('may add leaves and take from the queue, and nothing else', async () => {
    const client = await recorder();
    const refused = [
      `INSERT INTO ledger_event (entry) VALUES ('{}')`,
      `INSERT INTO ledger_queue VALUES (1)`,
      `UPDATE ledger_leaf SET pos = pos`,
      `DELETE FROM ledger_leaf`,
      `DELETE FROM ledger_event`,
      `UPDATE ledger_checkpoint SET note = note`,
      `TRUNCATE ledger_queue`,
      `SELECT * FROM journal_entry`,
      `SELECT * FROM case_file`,
      `SELECT * FROM account`,
      `SELECT * FROM ledger_payload`,
      `SELECT * FROM alias`,
    ];
    for (const sql of refused) await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  /** A process of its own that does nothing but sequence this database. */
  function startSequencer(): ChildProcess {
    const url = onDatabase(testDatabase().urls.recorder, record.space.database);
    return spawn(
      process.execPath,
      ['-r', '@swc-node/register', join(__dirname, '../testing/sequencer-process.ts')],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          SWC_NODE_PROJECT: join(__dirname, '../../../../../tsconfig.base.json'),
          SEQUENCER_URL: `${url}?application_name=killed`,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
  }
});
