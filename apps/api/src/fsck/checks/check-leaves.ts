import { type LedgerEntry, textLeafHash } from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';
import { leafText, readQueuedEntry } from '../../ledger/leaf-text';
import type { Rows } from '../../ledger/rows';
import type { Report } from '../record-fault';
import { scan } from '../scan';

interface LeafRow {
  /** Place in the log. */
  readonly at: string;
  readonly seq: string;
  readonly stream: string;
  readonly pos: string;
  readonly hash: Buffer;
  /** `null`: its event is gone. */
  readonly entry: string | null;
}

/** Every leaf in order, held against its event; gives the hash that the table says it has. */
export async function* checkLeaves(
  rows: Rows,
  report: Report,
  setBack: (leaf: number, minutes: number) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  const clock = watchClock(setBack);
  const positions = new Map<string, number>();
  let next = 0;
  for await (const row of scan<LeafRow>(rows, LEAVES)) {
    const leaf = Number(row.at);
    if (leaf !== next)
      report({
        table: 'ledger_leaf',
        key: String(next),
        code: 'missing',
        said: `Leaves ${String(next)} to ${String(leaf - 1)} are gone.`,
      });
    next = leaf + 1;
    const pos = (positions.get(row.stream) ?? 0) + 1;
    positions.set(row.stream, Number(row.pos));
    if (Number(row.pos) !== pos)
      report({
        table: 'ledger_leaf',
        key: row.at,
        code: 'altered',
        said: `Its place in stream ${row.stream} is ${row.pos} where ${String(pos)} comes next: something was taken out, put in, or moved.`,
      });
    const entry = checkEvent(row, report);
    if (entry) clock(leaf, Date.parse(entry.time));
    yield row.hash;
  }
}

/** The entry, if it is what its leaf was made of. */
function checkEvent(row: LeafRow, report: Report): LedgerEntry | null {
  const event = { table: 'ledger_event', key: row.seq };
  if (row.entry === null) {
    report({ ...event, code: 'missing', said: `The event of leaf ${row.at} is gone.` });
    return null;
  }
  const queued = readQueuedEntry(row.entry);
  const text = queued && leafText(queued, Number(row.pos));
  if (!text) report({ ...event, code: 'altered', said: `The event of leaf ${row.at} is no entry any more.` });
  else if (queued.stream !== row.stream)
    report({
      table: 'ledger_leaf',
      key: row.at,
      code: 'altered',
      said: 'It is filed under another stream than its event names.',
    });
  else if (!row.hash.equals(textLeafHash(text, sha256)))
    report({ ...event, code: 'altered', said: `It is not what leaf ${row.at} was made of.` });
  else return queued;
  return null;
}

/** Servers differ by seconds, and a long transaction's events come late. */
const TOLERATED_MS = 10 * 60_000;

/** Says of the first leaf of each stretch by how much its time lies behind the latest before. */
function watchClock(setBack: (leaf: number, minutes: number) => void): (leaf: number, at: number) => void {
  let [latest, isBehind] = [-Infinity, false];
  return (leaf, at) => {
    const behind = latest - at;
    if (behind > TOLERATED_MS && !isBehind) setBack(leaf, Math.round(behind / 60_000));
    isBehind = behind > TOLERATED_MS;
    latest = Math.max(latest, at);
  };
}

/** Events that have no place and wait for none, that are no entries, or that tell again what another told. */
export async function checkEvents(rows: Rows, report: Report): Promise<{ readonly waiting: number }> {
  const unplaced = await rows<{ seq: string; unreadable: boolean }>(UNPLACED);
  for (const { seq, unreadable } of unplaced)
    report({
      table: 'ledger_event',
      key: seq,
      code: 'extra',
      said: unreadable
        ? 'It is no entry, and was set aside: whoever wrote it did not go through the application.'
        : 'It has no place in the log and waits for none: it was put in later, or its leaf was taken out.',
    });
  for (const { id, seqs } of await rows<{ id: string; seqs: string }>(REPEATED))
    report({
      table: 'ledger_event',
      key: seqs,
      code: 'extra',
      said: `Several rows are the event ${id}: it was replayed.`,
    });
  for (const { name, seq } of await rows<{ name: string; seq: string }>(NAMES_NO_EVENT))
    report({ table: name, key: seq, code: 'extra', said: `It names event ${seq}, which there is not.` });
  const [queue] = await rows<{ waiting: string }>(`SELECT count(*) AS waiting FROM ledger_queue`);
  return { waiting: Number(queue?.waiting ?? 0) };
}

const LEAVES = `
  SELECT l.leaf AS at, l.seq, l.stream, l.pos, l.hash, e.entry FROM ledger_leaf l LEFT JOIN ledger_event e ON e.seq = l.seq
   WHERE l.leaf > $1 ORDER BY l.leaf LIMIT $2`;

const UNPLACED = `
  SELECT e.seq, u.seq IS NOT NULL AS unreadable FROM ledger_event e
    LEFT JOIN ledger_leaf l ON l.seq = e.seq LEFT JOIN ledger_queue q ON q.seq = e.seq LEFT JOIN ledger_unreadable u ON u.seq = e.seq
   WHERE l.seq IS NULL AND q.seq IS NULL ORDER BY e.seq LIMIT 1000`;

/** What is written beside events. Leaves and journals are held against theirs one by one. */
const BESIDE = [
  ['ledger_payload', 'event_seq'],
  ['ledger_shown', 'event_seq'],
  ['access_event', 'event_seq'],
  ['ledger_queue', 'seq'],
] as const;

const NAMES_NO_EVENT = `${BESIDE.map(
  ([table, column]) => `
  (SELECT DISTINCT '${table}' AS name, b.${column} AS seq FROM ${table} b
    WHERE NOT EXISTS (SELECT FROM ledger_event e WHERE e.seq = b.${column}) ORDER BY 2 LIMIT 1000)`,
).join(' UNION ALL')}`;

const REPEATED = `
  SELECT id, string_agg(seq::text, ', ' ORDER BY seq) AS seqs
    FROM (SELECT seq, substring(entry FROM '"id":"([0-9a-f-]{36})"') AS id FROM ledger_event) e
   WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1 ORDER BY min(seq) LIMIT 1000`;
