import {
  type GrowingTree,
  HASH_BYTES,
  type NodeAt,
  type NodeReader,
  TILE_LEVELS,
  TILE_WIDTH,
  type TileAt,
  nodeReaderOf,
  tileKey,
  tileOf,
  tilesFor,
} from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';
import type { Rows } from '../rows';

/** The tables of the record say different things of the same tree. */
export class BrokenTree extends Error {}

/** Number of leaves in the log. */
export async function treeSize(rows: Rows): Promise<number> {
  const [row] = await rows<{ size: string }>(`SELECT coalesce(max(leaf) + 1, 0) AS size FROM ledger_leaf`);
  return Number(row?.size ?? 0);
}

/**
 * The tree as it was at this size: of each level the hashes of the tile that was not full yet. Reads at most 255 hashes a
 * level, from the leaves and the roots of full tiles. Throws `BrokenTree` when one is missing.
 */
export async function readGrowingTree(rows: Rows, size: number): Promise<GrowingTree> {
  const edges: Uint8Array[][] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const from = count - (count % TILE_WIDTH);
    const found =
      level === 0
        ? await rows<{ hash: Buffer }>(
            `SELECT hash FROM ledger_leaf WHERE leaf >= $1 AND leaf < $2 ORDER BY leaf`,
            [from, count],
          )
        : await rows<{ hash: Buffer }>(
            `SELECT root AS hash FROM ledger_tile WHERE level = $1 AND index >= $2 AND index < $3 ORDER BY index`,
            [level - 1, from, count],
          );
    if (found.length !== count - from)
      throw new BrokenTree(
        `level ${String(level)} has ${String(found.length)} hashes behind ${String(from)}`,
      );
    edges.push(found.map(({ hash }) => hash));
  }
  return { size, edges };
}

/** A reader that knows these nodes of the tree of this size, and no others: from its full tiles and its edges. */
export async function readNodes(
  rows: Rows,
  size: number,
  nodes: readonly NodeAt[],
  kept: KeptTiles = new Map<string, Uint8Array>(),
): Promise<NodeReader> {
  const { edges } = await readGrowingTree(rows, size);
  const isLow = isInLowestTile(size);
  const tiles = await readUpperTiles(
    rows,
    tilesFor(
      nodes.filter((node) => !isLow(node)),
      size,
    ),
    kept,
  );
  const readUpper = nodeReaderOf(tiles, edges, sha256);
  const readLow = await readLowestTiles(rows, nodes.filter(isLow));
  return (node) => (isLow(node) ? readLow(node) : readUpper(node));
}

/** Whether a node stands in a full tile of the lowest level. */
const isInLowestTile = (size: number): ((node: NodeAt) => boolean) => {
  const full = size - (size % TILE_WIDTH);
  return ({ level, index }) => level < TILE_LEVELS && (index + 1) * 2 ** level <= full;
};

/**
 * Full tiles above the lowest level, of one log, kept from one proof to the next: they never change, and every proof needs them.
 * 16 KB a tile; one for each 65,536 leaves. A proof from tiles that are not the log's would not fit its signed root.
 */
export type KeptTiles = Map<string, Uint8Array>;

const MOST_KEPT = 1_024;

async function readUpperTiles(
  rows: Rows,
  wanted: readonly TileAt[],
  kept: KeptTiles,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const missing = wanted.filter((tile) => !kept.has(tileKey(tile)));
  if (missing.length === 0) return kept;
  const found = await rows<{ level: number; index: string; nodes: Buffer }>(
    `SELECT t.level, t.index, t.nodes FROM unnest($1::smallint[], $2::bigint[]) AS w (level, index)
       JOIN ledger_tile t ON t.level = w.level AND t.index = w.index`,
    [missing.map(({ level }) => level), missing.map(({ index }) => index)],
  );
  if (found.length !== missing.length) throw new BrokenTree('a full tile is missing');
  const tiles = new Map(kept);
  for (const { level, index, nodes } of found) {
    const key = tileKey({ level, index: Number(index) });
    tiles.set(key, nodes);
    if (kept.size < MOST_KEPT) kept.set(key, nodes);
  }
  return tiles;
}

/**
 * A reader of nodes of full lowest tiles. A case lies scattered over the log, nearly each of its entries in a tile of its own: of the
 * 16 KB only the pairs on the way up are read, 64 bytes each, all of them as one piece.
 */
async function readLowestTiles(rows: Rows, nodes: readonly NodeAt[]): Promise<NodeReader> {
  const places = new Map<number, number>();
  for (const node of nodes) {
    const pair = pairOf(node);
    if (!places.has(pair)) places.set(pair, places.size);
  }
  const pairs = [...places.keys()];
  const [found] = await rows<{ n: string; hashes: Buffer | null }>(
    `SELECT count(*) AS n, string_agg(substring(t.nodes FROM w.pair * 64 + 1 FOR 64), ''::bytea ORDER BY w.nth) AS hashes
       FROM (SELECT n / 256 AS index, (n % 256)::int AS pair, nth FROM unnest($1::bigint[]) WITH ORDINALITY AS w (n, nth)) w
       JOIN ledger_tile t ON t.level = 0 AND t.index = w.index`,
    // Written out, since the driver takes a list apart to quote each of its members.
    [`{${pairs.join(',')}}`],
  );
  if (Number(found?.n) !== pairs.length) throw new BrokenTree('a full tile is missing');
  const hashes = found?.hashes ?? new Uint8Array();
  return (node) => {
    const place = places.get(pairOf(node));
    if (place === undefined)
      throw new Error(`Node ${String(node.level)}/${String(node.index)} was not asked for`);
    const from = (2 * place + (node.index % 2)) * HASH_BYTES;
    return hashes.subarray(from, from + HASH_BYTES);
  };
}

/** A node of the lowest tiles and the one beside it, as one number: the tile, and their place in it. */
function pairOf(node: NodeAt): number {
  const { tile, place } = tileOf(node);
  return tile.index * TILE_WIDTH + Math.floor(place / 2);
}
