import { addComparison } from '../comparison';
import { history } from './bench-protocol';
import { byHand } from './by-hand';
import type { Contender } from './contender';
import { ours } from './ours';
import { withBpmn } from './with-bpmn';
import { withXstate } from './with-xstate';

declare const gc: (() => void) | undefined;

const LENGTHS = [30, 300, 3000] as const;
/** A case of thirty entries may take 11 µs where xstate takes 259, and hold 2.5 kB; longer ones cost as much an entry. */
const TARGET = { ofXstate: 11 / 259, bytes: 2560, perEntry: 1.25 };
const isQuick = process.argv.includes('--quick');

/**
 * Microseconds for one case: the fastest of many short rounds after a warm-up, since whatever else the machine does only
 * adds. An engine that needs more than a round for one case gets a few of them.
 */
async function timeOf(contender: Contender, length: number): Promise<number> {
  const actions = history(length);
  const round = 3;
  const first = await roundOf(contender, actions, 1);
  const isSlow = first > 100 * round;
  const tries = Math.ceil((20 * round) / first);
  const warm = isSlow ? first : (await roundOf(contender, actions, tries)) / tries;
  const cases = Math.max(1, Math.floor(round / warm));
  const rounds = isSlow ? 3 : Math.max(10, Math.floor((isQuick ? 300 : 1500) / Math.max(round, warm)));
  let fastest = Infinity;
  for (let i = 0; i < rounds; i++)
    fastest = Math.min(fastest, (await roundOf(contender, actions, cases)) / cases);
  return fastest * 1000;
}

async function roundOf(
  contender: Contender,
  actions: ReturnType<typeof history>,
  cases: number,
): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < cases; i++) {
    const open = contender.runActions(actions);
    if (typeof open !== 'number') await open;
  }
  return performance.now() - start;
}

/** Heap bytes of one live case, made by `make`. */
function bytesOf(make: (() => unknown) | undefined): number | null {
  if (!make || typeof gc !== 'function') return null;
  const kept: unknown[] = new Array<unknown>(5000).fill(null);
  for (let i = 0; i < 50; i++) make();
  gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < kept.length; i++) kept[i] = make();
  gc();
  const after = process.memoryUsage().heapUsed;
  return kept.length === 0 ? null : Math.round((after - before) / kept.length);
}

const contenders = [ours, byHand, withXstate, withBpmn];
const expected = byHand.runActions(history(30));
const rows = [];
for (const contender of contenders) {
  if ((await contender.runActions(history(30))) !== expected)
    throw new Error(`${contender.name} lists other steps`);
  const times: number[] = [];
  for (const length of LENGTHS) {
    const isHopeless = contender === withBpmn && length > 300;
    times.push(isHopeless ? NaN : await timeOf(contender, length));
  }
  const actions = history(30);
  const { keepCase: keep, keepState } = contender;
  const withHistory = bytesOf(keep && (() => keep(actions)));
  rows.push({ contender, times, bytes: bytesOf(keepState?.(actions)) ?? withHistory, withHistory });
}

const [mine] = rows;
const table = rows.map(({ contender, times, bytes, withHistory }) => ({
  engine: contender.name,
  ...Object.fromEntries(LENGTHS.map((length, i) => [`${length} entries, µs`, round(times[i])])),
  'cases/s (30)': Math.round(1e6 / (times[0] ?? NaN)),
  'times slower': round((times[0] ?? NaN) / (mine?.times[0] ?? NaN)),
  'bytes/case': bytes,
  'with its journal': withHistory,
}));
console.table(table);

function round(n: number | undefined): number | null {
  return n === undefined || Number.isNaN(n) ? null : Number(n.toPrecision(3));
}

for (const { contender, times } of rows.slice(1))
  if (times[0] !== undefined)
    addComparison({
      ...{ work: 'a case of 30 entries', rival: contender.name, unit: 'cases/s' },
      ...{ ours: 1e6 / (mine?.times[0] ?? NaN), theirs: 1e6 / times[0] },
    });

const [atThirty = NaN, , atMost = NaN] = mine?.times ?? [];
const [, , xstate] = rows;

const result = {
  node: process.version,
  target: TARGET,
  met: {
    ofXstate: atThirty / (xstate?.times[0] ?? 0) <= TARGET.ofXstate,
    perEntry: atMost / LENGTHS[2] / (atThirty / LENGTHS[0]) <= TARGET.perEntry,
    bytes: (mine?.bytes ?? Infinity) <= TARGET.bytes,
  },
  engines: rows.map(({ contender, times, bytes, withHistory }) => ({
    name: contender.name,
    note: contender.note,
    microseconds: Object.fromEntries(LENGTHS.map((length, i) => [length, round(times[i])])),
    perEntry: Object.fromEntries(LENGTHS.map((length, i) => [length, round((times[i] ?? NaN) / length)])),
    ratio: round((times[0] ?? NaN) / (mine?.times[0] ?? NaN)),
    bytes,
    bytesWithJournal: withHistory,
  })),
};
console.log(JSON.stringify(result, null, 2));
