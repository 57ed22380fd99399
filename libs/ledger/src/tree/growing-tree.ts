import { HASH_BYTES, type Sha256 } from '../sha256';
import { TILE_WIDTH, type TileAt } from './tile';
import { tileNodes, tileRoot } from './tile-nodes';

/** All that is needed to let a tree grow: its size and, for each tile level, the hashes of the tile that isn't full yet. */
export interface GrowingTree {
  readonly size: number;
  /** 0 to 255 hashes a level, leaves first: the digits of the size in base 256. */
  readonly edges: readonly (readonly Uint8Array[])[];
}

/** A tile that has become full: it never changes again. */
export interface FullTile {
  readonly at: TileAt;
  /** Its 256 hashes: 8192 bytes. */
  readonly hashes: Uint8Array;
  /**
   * The same 256 hashes and after them the 128, 64, … 2 nodes above: 510 hashes, 16,320 bytes. Twice the room; whoever stores
   * this instead reads any node (`tileOf(node).place`) without hashing.
   */
  readonly nodes: Uint8Array;
  /** Hash of the whole: the node over all its leaves, and one hash of the tile above. */
  readonly root: Uint8Array;
}

export interface GrownTree {
  readonly tree: GrowingTree;
  /** Lower tiles first where one fills another. */
  readonly fullTiles: readonly FullTile[];
}

export const EMPTY_TREE: GrowingTree = { size: 0, edges: [] };

/** The tree with these leaves (by their `leafHash`) added at its end, and the tiles that this fills. */
export function appendLeaves(
  tree: GrowingTree,
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): GrownTree {
  const edges = tree.edges.map((edge) => [...edge]);
  const fullTiles: FullTile[] = [];
  let size = tree.size;
  for (const leafHash of leafHashes) {
    if (leafHash.length !== HASH_BYTES) throw new RangeError(`A leaf hash has not ${leafHash.length} bytes`);
    size += 1;
    let hash = leafHash;
    for (let level = 0; ; level++) {
      const edge = (edges[level] ??= []);
      edge.push(hash);
      if (edge.length < TILE_WIDTH) break;
      const tile = fillTile({ level, index: size / TILE_WIDTH ** (level + 1) - 1 }, edge, sha256);
      fullTiles.push(tile);
      edges[level] = [];
      hash = tile.root;
    }
  }
  return { tree: { size, edges }, fullTiles };
}

function fillTile(at: TileAt, edge: readonly Uint8Array[], sha256: Sha256): FullTile {
  const hashes = new Uint8Array(TILE_WIDTH * HASH_BYTES);
  for (const [place, hash] of edge.entries()) hashes.set(hash, place * HASH_BYTES);
  const nodes = tileNodes(hashes, sha256);
  return { at, hashes, nodes, root: tileRoot(nodes, sha256) };
}
