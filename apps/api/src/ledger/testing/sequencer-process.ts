import pg from 'pg';
import type { Rows } from '../rows';
import { sequenceBatch } from '../sequencing/sequence-batch';

/** Sequences one database, in small batches without a pause, until it is killed. Says when it begins. */
async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['SEQUENCER_URL'] });
  await client.connect();
  const rows: Rows = async <R>(sql: string, parameters: unknown[] = []): Promise<R[]> =>
    (await client.query(sql, parameters)).rows as R[];
  process.stdout.write('begins\n');
  for (;;) {
    await client.query('BEGIN');
    await sequenceBatch(rows, 20);
    await client.query('COMMIT');
  }
}

void main();
