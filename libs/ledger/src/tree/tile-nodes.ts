import { nodeHash } from '../merkle-root';
import { HASH_BYTES, type Sha256 } from '../sha256';
import { TILE_NODES, TILE_WIDTH } from './tile';

/**
 * All nodes of a full tile below its root, from its 256 hashes (8192 bytes): these, then the 128 above, 64, … 2; 510 hashes, 16,320
 * bytes. Where one is: `tileOf(node).place`.
 */
export function tileNodes(hashes: Uint8Array, sha256: Sha256): Uint8Array {
  if (hashes.length !== TILE_WIDTH * HASH_BYTES)
    throw new RangeError(`A tile has not ${hashes.length} bytes`);
  const nodes = new Uint8Array(TILE_NODES * HASH_BYTES);
  nodes.set(hashes);
  // Each pair, from the first, gives the next node of the level above.
  for (let place = TILE_WIDTH; place < TILE_NODES; place++) {
    const [left, right] = pairAt(nodes, place - TILE_WIDTH);
    nodes.set(nodeHash(left, right, sha256), place * HASH_BYTES);
  }
  return nodes;
}

/** Root of a full tile, from all its nodes. */
export function tileRoot(nodes: Uint8Array, sha256: Sha256): Uint8Array {
  const [left, right] = pairAt(nodes, TILE_WIDTH - 2);
  return nodeHash(left, right, sha256);
}

function pairAt(nodes: Uint8Array, pair: number): readonly [Uint8Array, Uint8Array] {
  const start = 2 * pair * HASH_BYTES;
  return [
    nodes.subarray(start, start + HASH_BYTES),
    nodes.subarray(start + HASH_BYTES, start + 2 * HASH_BYTES),
  ];
}
