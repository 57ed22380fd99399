import { HASH_BYTES, type Sha256 } from './sha256';

/** Hash of a leaf: SHA-256(0x00 ‖ data). RFC 6962 §2.1. */
export function leafHash(data: Uint8Array, sha256: Sha256): Uint8Array {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right). RFC 6962 §2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_BYTES);
  return sha256(input);
}

/** Merkle Tree Hash of a list of data, in their order: 32 bytes; of none, SHA-256 of nothing. RFC 6962 §2.1. */
export function merkleRoot(data: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  if (data.length === 0) return sha256(new Uint8Array());
  let level = data.map((item) => leafHash(item, sha256));
  // Pairing level by level, an odd last node passing up as it is, builds the RFC's tree: left parts are full.
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = level.slice(index, index + 2);
      if (left) above.push(right ? nodeHash(left, right, sha256) : left);
    }
    level = above;
  }
  const [root] = level;
  if (!root) throw new Error('A tree that is not empty has a root');
  return root;
}
