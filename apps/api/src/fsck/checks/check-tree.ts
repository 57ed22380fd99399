import {
  EMPTY_TREE,
  type FullTile,
  type GrowingTree,
  appendLeaves,
  nodeReaderOf,
  rootOf,
} from '@repere/ledger';
import { sha256 } from '../../platform/record/commit-payload';
import type { Rows } from '../../ledger/rows';
import type { Report } from '../record-fault';

const CHUNK = 4_096;
const HASH = 32;
const WIDTH = 256;

/** Root of the log at a size that was asked for. */
export interface RootAt {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Builds the whole tree anew from the leaves, holds every stored tile against it, and hands out the root at each of the sizes
 * (ascending) as soon as it is reached; gives the size of the log.
 */
export async function checkTree(
  rows: Rows,
  leaves: AsyncIterable<Uint8Array>,
  sizes: readonly number[],
  reached: (at: RootAt) => void,
  report: Report,
): Promise<number> {
  const stops = [...new Set(sizes)].sort((a, b) => a - b);
  let tree: GrowingTree = EMPTY_TREE;
  let pending: Uint8Array[] = [];
  let stop = 0;
  const grow = async (): Promise<void> => {
    const grown = appendLeaves(tree, pending, sha256);
    tree = grown.tree;
    pending = [];
    await compareTiles(rows, grown.fullTiles, report);
    while ((stops[stop] ?? Infinity) <= tree.size) {
      if (stops[stop] === tree.size) reached({ size: tree.size, root: rootNow(tree) });
      stop++;
    }
  };
  for await (const hash of leaves) {
    pending.push(hash);
    if (pending.length === CHUNK || tree.size + pending.length === stops[stop]) await grow();
  }
  await grow();
  await findExtraTiles(rows, tree.size, report);
  return tree.size;
}

const rootNow = ({ size, edges }: GrowingTree): Uint8Array =>
  rootOf(size, nodeReaderOf(new Map(), edges, sha256), sha256);

async function compareTiles(rows: Rows, tiles: readonly FullTile[], report: Report): Promise<void> {
  if (tiles.length === 0) return;
  const found = await rows<{ level: number; index: string; nodes: Buffer; root: Buffer }>(
    `SELECT t.* FROM unnest($1::smallint[], $2::bigint[]) AS w (level, index) JOIN ledger_tile t USING (level, index)`,
    [tiles.map(({ at }) => at.level), tiles.map(({ at }) => at.index)],
  );
  const stored = new Map(found.map((row) => [`${String(row.level)}/${row.index}`, row]));
  for (const { at, nodes, root } of tiles) {
    const key = `${String(at.level)}/${String(at.index)}`;
    const row = stored.get(key);
    const tile = { table: 'ledger_tile', key };
    if (!row) report({ ...tile, code: 'missing', said: 'The tile is gone.' });
    else if (!row.nodes.equals(nodes))
      report({ ...tile, code: 'altered', said: whereOf(at, row.nodes, nodes) });
    else if (!row.root.equals(root))
      report({ ...tile, code: 'altered', said: 'Its root is not that of its hashes.' });
  }
}

/** The first hash that differs says which leaf was changed, or that the tile itself was. */
function whereOf({ level, index }: FullTile['at'], stored: Buffer, made: Uint8Array): string {
  for (let place = 0; place < WIDTH; place++) {
    const [from, to] = [place * HASH, (place + 1) * HASH];
    if (stored.subarray(from, to).equals(made.subarray(from, to))) continue;
    const width = WIDTH ** level;
    const leaf = (index * WIDTH + place) * width;
    return level === 0
      ? `Leaf ${String(leaf)} is not the one that was sequenced.`
      : `Something in leaves ${String(leaf)} to ${String(leaf + width - 1)} is not what was sequenced.`;
  }
  return 'The tile was changed: the leaves under it give other nodes.';
}

async function findExtraTiles(rows: Rows, size: number, report: Report): Promise<void> {
  const found = await rows<{ level: number; index: string }>(
    `SELECT level, index FROM ledger_tile WHERE (index + 1) * (256::numeric ^ (level + 1)) > $1 ORDER BY level, index LIMIT 1000`,
    [size],
  );
  for (const { level, index } of found)
    report({
      table: 'ledger_tile',
      key: `${String(level)}/${index}`,
      code: 'extra',
      said: 'It holds leaves behind the end of the log: leaves were taken out.',
    });
}
