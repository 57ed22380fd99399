import { nodeHash } from '../merkle-root';
import { HASH_BYTES, type Sha256 } from '../sha256';
import type { GrowingTree } from './growing-tree';
import type { NodeReader } from './node';
import { TILE_NODES, TILE_WIDTH, tileKey, tileOf } from './tile';
import { tileNodes } from './tile-nodes';

/**
 * Reads the nodes of a tree from its full tiles (by `tileKey`) and its edges. A tile is its 256 hashes (8192 bytes) or all its 510 nodes
 * (16,320 bytes), which saves hashing. Tiles that no node asked for need not be there (`tilesFor`); the reader throws for a node that
 * is neither in a tile nor in an edge. What it hashes it keeps: make one for each task.
 */
export function nodeReaderOf(
  tiles: ReadonlyMap<string, Uint8Array>,
  edges: GrowingTree['edges'],
  sha256: Sha256,
): NodeReader {
  const edgeIndexes = indexesOfEdges(edges);
  const made = new Map<string, Uint8Array>();

  const nodesOfTile = (key: string, stored: Uint8Array): Uint8Array => {
    if (stored.length === TILE_NODES * HASH_BYTES) return stored;
    const nodes = made.get(key) ?? tileNodes(stored, sha256);
    made.set(key, nodes);
    return nodes;
  };

  return (node) => {
    const { tile, first, count, place } = tileOf(node);
    const key = tileKey(tile);
    const stored = tiles.get(key);
    if (stored) {
      const nodes = count === 1 ? stored : nodesOfTile(key, stored);
      return nodes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
    }
    const edge = tile.index === edgeIndexes[tile.level] ? edges[tile.level] : undefined;
    const hashes = edge?.slice(first, first + count) ?? [];
    if (hashes.length < count) throw new Error(`Node ${node.level}/${node.index} needs tile ${key}`);
    return completeRoot(hashes, sha256);
  };
}

/** Root over a power of two of hashes. */
function completeRoot(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [left, right] = hashes;
  if (!left) throw new RangeError('No hashes, no root');
  if (!right) return left;
  const half = hashes.length / 2;
  return nodeHash(
    completeRoot(hashes.slice(0, half), sha256),
    completeRoot(hashes.slice(half), sha256),
    sha256,
  );
}

/** Which tile of each level the edges belong to: the digits above, read in base 256. */
function indexesOfEdges(edges: GrowingTree['edges']): readonly number[] {
  const indexes: number[] = [];
  let above = 0;
  for (let level = edges.length - 1; level >= 0; level--) {
    indexes[level] = above;
    above = above * TILE_WIDTH + (edges[level]?.length ?? 0);
  }
  return indexes;
}
