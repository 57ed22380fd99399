import type { Sha256 } from '../sha256';
import { checkSize, hashOf, nodesOf, type NodeAt, type NodeReader } from './node';

/** The complete subtrees that make the root of a tree of this size, left to right, widest first. */
export function nodesForRoot(size: number): readonly NodeAt[] {
  checkSize(size);
  return nodesOf({ from: 0, to: size });
}

/** Root of the tree of this size: 32 bytes; of an empty one, SHA-256 of nothing. RFC 6962 §2.1. */
export function rootOf(size: number, read: NodeReader, sha256: Sha256): Uint8Array {
  checkSize(size);
  return hashOf({ from: 0, to: size }, read, sha256);
}
