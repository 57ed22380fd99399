import { nodeHash } from '../merkle-root';
import { HASH_BYTES, type Sha256 } from '../sha256';
import { isSameHash } from './is-same-hash';
import { checkSize, hashOf, nodesOf, splitOf, type NodeAt, type NodeReader, type Span } from './node';
import { isBesideOnLeft, stepUp, type Stand } from './step-up';

/** Proof that a leaf stands at a place of the tree whose root is known. */
export interface InclusionClaim {
  /** `leafHash` of the leaf's bytes. */
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** The complete subtrees from which `inclusionProof` is made. */
export function nodesForInclusion(index: number, size: number): readonly NodeAt[] {
  return spansBeside(index, size).flatMap(nodesOf);
}

/** Inclusion proof of the leaf at `index` (from 0) in the tree of this size, from the leaf upwards. RFC 9162 §2.1.3.1. */
export function inclusionProof(
  index: number,
  size: number,
  read: NodeReader,
  sha256: Sha256,
): readonly Uint8Array[] {
  return spansBeside(index, size).map((span) => hashOf(span, read, sha256));
}

/** Whether the proof ties the leaf, at that place, to the root. Any input may be forged. RFC 9162 §2.1.3.2. */
export function verifyInclusion(claim: InclusionClaim, sha256: Sha256): boolean {
  const { index, size, proof, root, leafHash } = claim;
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (leafHash.length !== HASH_BYTES) return false;
  let stand: Stand = { place: index, last: size - 1 };
  let hash = leafHash;
  for (const beside of proof) {
    if (stand.last === 0 || beside.length !== HASH_BYTES) return false;
    hash = isBesideOnLeft(stand) ? nodeHash(beside, hash, sha256) : nodeHash(hash, beside, sha256);
    stand = stepUp(stand);
  }
  return stand.last === 0 && isSameHash(hash, root);
}

/** What stands beside the way from the leaf up to the root, lowest first. */
function spansBeside(index: number, size: number): readonly Span[] {
  checkSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  }
  const beside: Span[] = [];
  let span: Span = { from: 0, to: size };
  while (span.to - span.from > 1) {
    const split = splitOf(span.from, span.to);
    const left = { from: span.from, to: split };
    const right = { from: split, to: span.to };
    beside.push(index < split ? right : left);
    span = index < split ? left : right;
  }
  return beside.reverse();
}
