import { cpus } from 'node:os';
import pg from 'pg';
import { addComparison } from '../comparison';
import { cpuOfFamily } from './cpu-clock';
import { measureLoad, type Loaded, type Work } from './load';
import { CONNECTIONS, Product } from './product';
import { rivalWorks } from './rival-works';

interface Server {
  readonly name: string;
  readonly port: number;
  readonly isOurs: boolean;
  /** Whose CPU time counts, with what they started. */
  readonly pids: readonly number[];
}

/** What rivals.mjs started: ports and processes by name, ours first. */
interface Started {
  readonly servers: readonly Server[];
  readonly postgres: number;
  readonly superuserUrl: string;
  readonly rivalCases: number;
  /** Where the ids of the product's cases are kept; `null`: nowhere. */
  readonly cases: string | null;
}

const started = JSON.parse(process.env['BENCH_STARTED'] ?? '{}') as Started;
const isQuick = process.argv.includes('--quick');
const [seconds = 5, rounds = 3] = isQuick
  ? [0.3, 1]
  : process.argv.slice(2).map(Number).filter(Number.isFinite);
const only = process.argv.slice(2).find((it) => !/^(--quick|[\d.]+)$/.test(it)) ?? '';

const isWatched = process.env['STATEMENTS'] !== undefined;

interface Round extends Loaded {
  readonly apiMs: number;
  readonly databaseMs: number;
}

async function main(): Promise<void> {
  const { servers, rivalCases } = started;
  const [ours] = servers;
  if (!ours) throw new Error('nothing was started');
  const product = await Product.prepare(
    ours.port,
    isQuick ? { small: 2, big: 20 } : { small: 40, big: 712 },
    started.cases,
    {
      forgetTries: () => asSuperuser('repere_live', (client) => client.query('DELETE FROM rate_limit_hit')),
      seqs: () =>
        asSuperuser('repere_live', async (client) => {
          const { rows } = await client.query<{ id: string; seq: number }>(
            'SELECT id, seq::int AS seq FROM case_file',
          );
          return new Map(rows.map(({ id, seq }) => [id, seq]));
        }),
    },
  );
  await analyzed();
  if (isWatched) await printStatements();
  const versions = await version();
  const works = new Map<string, Readonly<Record<string, Work>>>();
  const rivals = rivalWorks(rivalCases, new Map());
  for (const { name, isOurs } of servers) works.set(name, isOurs ? product.works() : rivals);

  for (const what of Object.keys(product.works()).filter((it) => it.includes(only))) {
    const rows = new Map<string, Round[]>(servers.map(({ name }) => [name, []]));
    for (let turn = 0; turn < rounds; turn++)
      for (const server of servers) {
        const work = works.get(server.name)?.[what];
        if (!work) throw new Error(`${server.name} does no ${what}`);
        await measureLoad(server.port, work, CONNECTIONS, isQuick ? 0.1 : 1.5);
        rows.get(server.name)?.push(await measured(server, work));
      }
    const own = rows.get(ours.name) ?? [];
    for (const [name, list] of rows) {
      print(what, name, list, own);
      if (list !== own) addRow(what, name, list, own, versions);
    }
    if (isWatched) await printStatements();
  }
  console.log(
    `${String(CONNECTIONS)} connections, ${String(seconds)} s a turn, medians of ${String(rounds)}; client, servers and PostgreSQL on one ` +
      `machine of ${String(cpus().length)} cores, ${cpus()[0]?.model ?? 'unknown'}; Node ${process.version}, ${versions}`,
  );
}

async function measured({ port, pids }: Server, work: Work): Promise<Round> {
  const spent = (): number => pids.reduce((sum, pid) => sum + cpuOfFamily(pid), 0);
  const before = [spent(), cpuOfFamily(started.postgres)] as const;
  const loaded = await measureLoad(port, work, CONNECTIONS, seconds);
  return {
    ...loaded,
    apiMs: (spent() - before[0]) / loaded.count,
    databaseMs: (cpuOfFamily(started.postgres) - before[1]) / loaded.count,
  };
}

let hasHead = false;
function print(what: string, name: string, rounds: readonly Round[], ours: readonly Round[]): void {
  if (!hasHead)
    console.log(
      '| work | server | requests/s | p50 ms | p95 ms | CPU ms: server | PostgreSQL | ours is, by requests/s | by CPU |\n' +
        '|---|---|---|---|---|---|---|---|---|',
    );
  hasHead = true;
  const of = (list: readonly Round[], read: (round: Round) => number): number => median(list.map(read));
  const cpu = ({ apiMs, databaseMs }: Round): number => apiMs + databaseMs;
  const ratio = (value: number): string => (rounds === ours ? '' : `${value.toFixed(2)} ×`);
  const cells = [
    ...[what, name, of(rounds, (it) => it.perSecond).toFixed(0)],
    ...[of(rounds, (it) => it.p50).toFixed(1), of(rounds, (it) => it.p95).toFixed(1)],
    ...[of(rounds, (it) => it.apiMs).toFixed(2), of(rounds, (it) => it.databaseMs).toFixed(2)],
    ratio(of(ours, (it) => it.perSecond) / of(rounds, (it) => it.perSecond)),
    ratio(of(rounds, cpu) / of(ours, cpu)),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function addRow(
  work: string,
  rival: string,
  theirs: readonly Round[],
  ours: readonly Round[],
  versions: string,
): void {
  const speed = (list: readonly Round[]): number => median(list.map(({ perSecond }) => perSecond));
  const cpu = (list: readonly Round[]): number => median(list.map((it) => it.apiMs + it.databaseMs));
  addComparison({
    ...{ work, rival, unit: 'requests/s', ours: speed(ours), theirs: speed(theirs), versions },
    cpu: { ours: cpu(ours), theirs: cpu(theirs) },
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function asSuperuser<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(started.superuserUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What ours had PostgreSQL do since this was last asked, what took longest first; those of functions as well. */
const printStatements = (): Promise<void> =>
  asSuperuser('repere_live', async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const { rows } = await client.query(
      `SELECT calls::int, round(mean_plan_time::numeric, 2)::float AS plan, round(mean_exec_time::numeric, 2)::float AS run,
              (total_plan_time + total_exec_time)::int AS total, toplevel AS asked, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) AS text
         FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        ORDER BY total_plan_time + total_exec_time DESC LIMIT 16`,
    );
    console.table(rows);
    await client.query('SELECT pg_stat_statements_reset()');
  });

/** So that no turn pays for what preparing left behind. */
const analyzed = (): Promise<unknown> =>
  asSuperuser('repere_live', (client) => client.query('VACUUM ANALYZE'));

const version = async (): Promise<string> => {
  const { rows } = await asSuperuser('postgres', (client) =>
    client.query<{ version: string }>('SELECT split_part(version(), $1, 1) AS version', [' on ']),
  );
  return rows[0]?.version ?? '';
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
