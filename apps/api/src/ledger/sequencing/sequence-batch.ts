import { type LedgerEntry, appendLeaves, textLeafHash } from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';
import { leafText, readQueuedEntry } from '../leaf-text';
import type { Rows } from '../rows';
import { readGrowingTree, treeSize } from '../tree/read-tree';

/** What one batch did. `led-elsewhere`: another process is giving places at this moment. */
export type BatchResult =
  | { readonly kind: 'led-elsewhere' }
  | { readonly kind: 'sequenced'; readonly leaves: number; readonly unreadable: number };

/** How many events get their places in one transaction. */
export const BATCH = 4_000;

interface Queued {
  readonly seq: string;
  /** `null`: it is none. */
  readonly entry: LedgerEntry | null;
  /** It has its place already, or was set aside: nobody who goes through the application queues it again. */
  readonly isSettled: boolean;
}

interface Leaf {
  readonly leaf: number;
  readonly seq: string;
  readonly stream: string;
  readonly pos: number;
  readonly hash: Uint8Array;
}

/**
 * Gives the oldest waiting events their places in the log and in their streams, and keeps the tiles that become full. One
 * transaction, which the caller opens and commits: whoever is killed in it has done nothing. One process at a time, by a lock
 * that ends with the transaction; the rows read behind it are those that the one before committed.
 */
export async function sequenceBatch(rows: Rows, limit = BATCH): Promise<BatchResult> {
  const [lock] = await rows<{ leads: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('repere sequencer')) AS leads`,
  );
  if (!lock?.leads) return { kind: 'led-elsewhere' };
  const queued = await readQueue(rows, limit);
  if (queued.length === 0) return { kind: 'sequenced', leaves: 0, unreadable: 0 };
  const { leaves, unreadable } = await givePlaces(
    rows,
    queued.filter(({ isSettled }) => !isSettled),
  );
  await insertLeaves(rows, leaves);
  await growTree(rows, leaves);
  if (unreadable.length > 0)
    await rows(`INSERT INTO ledger_unreadable (seq) SELECT unnest($1::bigint[])`, [unreadable]);
  await rows(`DELETE FROM ledger_queue WHERE seq = ANY ($1::bigint[])`, [queued.map(({ seq }) => seq)]);
  return { kind: 'sequenced', leaves: leaves.length, unreadable: unreadable.length };
}

/**
 * The oldest of the queue, each looked up by itself: how long the queue seems to PostgreSQL says nothing of how long it is, and of a
 * long one it would read the whole log. What is queued without an event is no part of it, and goes.
 */
async function readQueue(rows: Rows, limit: number): Promise<readonly Queued[]> {
  const found = await rows<{ seq: string; text: string | null; isSettled: boolean }>(
    `SELECT q.seq, (SELECT e.entry FROM ledger_event e WHERE e.seq = q.seq) AS text,
            (SELECT l.seq FROM ledger_leaf l WHERE l.seq = q.seq) IS NOT NULL
              OR (SELECT u.seq FROM ledger_unreadable u WHERE u.seq = q.seq) IS NOT NULL AS "isSettled"
       FROM (SELECT seq FROM ledger_queue ORDER BY seq LIMIT $1) q ORDER BY q.seq`,
    [limit],
  );
  return found.map(({ seq, text, isSettled }) => ({
    ...{ seq, entry: text === null ? null : readQueuedEntry(text), isSettled: isSettled || text === null },
  }));
}

async function givePlaces(
  rows: Rows,
  queued: readonly Queued[],
): Promise<{ readonly leaves: readonly Leaf[]; readonly unreadable: readonly string[] }> {
  const positions = await lastPositions(
    rows,
    new Set(queued.flatMap(({ entry }) => (entry ? [entry.stream] : []))),
  );
  const size = await treeSize(rows);
  const leaves: Leaf[] = [];
  const unreadable: string[] = [];
  for (const { seq, entry } of queued) {
    const pos = entry ? (positions.get(entry.stream) ?? 0) + 1 : 0;
    const leaf = entry && leafText(entry, pos);
    if (!leaf) {
      unreadable.push(seq);
      continue;
    }
    positions.set(entry.stream, pos);
    const hash = textLeafHash(leaf, sha256);
    leaves.push({ leaf: size + leaves.length, seq, stream: entry.stream, pos, hash });
  }
  return { leaves, unreadable };
}

/** The last position of each stream that has one. */
async function lastPositions(rows: Rows, streams: ReadonlySet<string>): Promise<Map<string, number>> {
  const found = await rows<{ stream: string; pos: string }>(
    `SELECT s.stream, l.pos FROM unnest($1::text[]) AS s (stream)
       CROSS JOIN LATERAL (SELECT pos FROM ledger_leaf WHERE stream = s.stream ORDER BY pos DESC LIMIT 1) l`,
    [[...streams]],
  );
  return new Map(found.map(({ stream, pos }) => [stream, Number(pos)]));
}

async function insertLeaves(rows: Rows, leaves: readonly Leaf[]): Promise<void> {
  await rows(
    `INSERT INTO ledger_leaf (leaf, seq, stream, pos, hash)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bytea[])`,
    [
      leaves.map(({ leaf }) => leaf),
      leaves.map(({ seq }) => seq),
      leaves.map(({ stream }) => stream),
      leaves.map(({ pos }) => pos),
      leaves.map(({ hash }) => hash),
    ],
  );
}

async function growTree(rows: Rows, leaves: readonly Leaf[]): Promise<void> {
  const [first] = leaves;
  if (!first) return;
  const tree = await readGrowingTree(rows, first.leaf);
  const { fullTiles } = appendLeaves(
    tree,
    leaves.map(({ hash }) => hash),
    sha256,
  );
  if (fullTiles.length === 0) return;
  await rows(
    `INSERT INTO ledger_tile (level, index, nodes, root)
     SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])`,
    [
      fullTiles.map(({ at }) => at.level),
      fullTiles.map(({ at }) => at.index),
      fullTiles.map(({ nodes }) => nodes),
      fullTiles.map(({ root }) => root),
    ],
  );
}
