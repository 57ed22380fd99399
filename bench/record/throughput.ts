import pg from 'pg';
import { migrateDatabase } from '../../apps/api/src/migrations/migrate-database';
import { SPACE_MIGRATIONS } from '../../apps/api/src/migrations/space-migrations';
import { sequenceBatch } from '../../apps/api/src/ledger/sequencing/sequence-batch';
import { type WriteAct, CASES, chained, prepare, recorded, unaudited } from './acts';
import { addComparison } from '../comparison';

const isQuick = process.argv.includes('--quick');
const [seconds = 8, rounds = 3, writers = 16] = isQuick ? [1, 1, 2] : process.argv.slice(2).map(Number);
/** Of the server that throughput.mjs started, by role. */
const urls = JSON.parse(process.env['BENCH_URLS'] ?? '{}') as Record<
  'superuser' | 'owner' | 'app' | 'recorder',
  string
>;

/** The same acts three ways; each has a database of its own. */
const MODES: Readonly<Record<string, WriteAct>> = {
  'without audit': unaudited,
  'with the ledger': recorded,
  'with a chain': chained,
};

interface Round {
  readonly acts: number;
  /** Milliseconds from COMMIT until the event had its place. */
  readonly delays: readonly number[];
}

async function main(): Promise<void> {
  const results = new Map<string, Round[]>();
  const pools: pg.Pool[] = [];
  try {
    const ready = new Map<string, () => Promise<Round>>();
    for (const [index, [mode, acting]] of Object.entries(MODES).entries()) {
      const database = `bench_${String(index)}`;
      const root = new pg.Client({ connectionString: urls.superuser });
      await root.connect();
      await root.query(`CREATE DATABASE ${database} OWNER repere_owner`);
      await root.end();
      await migrateDatabase(urls.owner, database, SPACE_MIGRATIONS);
      await prepare(on(urls.superuser, database), mode);
      const pool = new pg.Pool({ connectionString: on(urls.app, database), max: writers });
      pools.push(pool);
      const recorder = mode === 'with the ledger' ? on(urls.recorder, database) : null;
      ready.set(mode, () => round(pool, acting, recorder));
    }
    for (const run of ready.values()) await run();
    for (let turn = 0; turn < rounds; turn++)
      for (const [mode, run] of ready) results.set(mode, [...(results.get(mode) ?? []), await run()]);
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
  print(results);
}

/** So many writers, each act as soon as the last is committed; the sequencer beside them as in the API. */
async function round(pool: pg.Pool, acting: WriteAct, recorderUrl: string | null): Promise<Round> {
  const until = performance.now() + seconds * 1_000;
  const committed = new Map<string, number>();
  const sequencer = recorderUrl ? startSequencer(recorderUrl, committed) : null;
  let acts = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const client = await pool.connect();
      for (let turn = 0; performance.now() < until; turn++) {
        const seq = await acting(client, (writer + turn * writers) % CASES);
        if (seq) committed.set(seq, performance.now());
        acts++;
      }
      client.release();
    }),
  );
  return { acts, delays: (await sequencer?.stop()) ?? [] };
}

/** Every 200 ms, until nothing waits. */
function startSequencer(url: string, committed: Map<string, number>): { stop(): Promise<readonly number[]> } {
  const delays: number[] = [];
  let stopping = false;
  const working = (async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const rows = async <R>(sql: string, parameters: unknown[] = []): Promise<R[]> =>
      (await client.query(sql, parameters)).rows as R[];
    for (let last = -1; ;) {
      await client.query('BEGIN');
      const batch = await sequenceBatch(rows);
      await client.query('COMMIT');
      const now = performance.now();
      const placed = await rows<{ leaf: string; seq: string }>(
        `SELECT leaf, seq FROM ledger_leaf WHERE leaf > $1 ORDER BY leaf`,
        [last],
      );
      for (const { leaf, seq } of placed) {
        last = Number(leaf);
        const at = committed.get(seq);
        // The sequencer may be quicker than the writer's own answer.
        if (at !== undefined) delays.push(Math.max(0, now - at));
        committed.delete(seq);
      }
      const isEmpty = batch.kind === 'sequenced' && batch.leaves === 0;
      if (isEmpty && stopping) break;
      if (batch.kind !== 'sequenced' || batch.leaves < 4_000)
        await new Promise((done) => setTimeout(done, 200));
    }
    await client.end();
  })();
  return {
    stop: async () => {
      stopping = true;
      await working;
      return delays;
    },
  };
}

function print(results: ReadonlyMap<string, readonly Round[]>): void {
  const perSecond = (mode: string): number =>
    median((results.get(mode) ?? []).map(({ acts }) => acts / seconds));
  const base = perSecond('without audit');
  console.table(
    Object.fromEntries(
      Object.keys(MODES).map((mode) => [
        mode,
        {
          'acts a second': Math.round(perSecond(mode)),
          'of without, %': Math.round((100 * perSecond(mode)) / base),
        },
      ]),
    ),
  );
  addComparison({
    ...{ work: 'acts with the ledger', rival: 'the same without audit', unit: 'acts/s' },
    ...{ ours: perSecond('with the ledger'), theirs: base },
  });
  const delays = (results.get('with the ledger') ?? []).flatMap((it) => it.delays).sort((a, b) => a - b);
  const at = (part: number): number => Math.round(delays[Math.floor(delays.length * part)] ?? 0);
  console.table({
    'merge delay, ms': { p50: at(0.5), p99: at(0.99), max: at(0.9999), events: delays.length },
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function on(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
