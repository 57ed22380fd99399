import { nodeHash } from '../merkle-root';
import { HASH_BYTES, type Sha256 } from '../sha256';
import { isSameHash } from './is-same-hash';
import { checkSize, hashOf, nodeOf, nodesOf, splitOf, type NodeAt, type NodeReader, type Span } from './node';
import { isBesideOnLeft, stepOverComplete, stepUp } from './step-up';

/** Proof that a tree holds an earlier one unchanged at its beginning. */
export interface ConsistencyClaim {
  readonly from: number;
  readonly fromRoot: Uint8Array;
  readonly to: number;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** The complete subtrees from which `consistencyProof` is made. */
export function nodesForConsistency(from: number, to: number): readonly NodeAt[] {
  return spansBetween(from, to).flatMap(nodesOf);
}

/**
 * Consistency proof from the tree of size `from` to that of size `to` (RFC 9162 §2.1.4.1). Empty when both are the same
 * or the first is empty: nothing can contradict nothing.
 */
export function consistencyProof(
  from: number,
  to: number,
  read: NodeReader,
  sha256: Sha256,
): readonly Uint8Array[] {
  return spansBetween(from, to).map((span) => hashOf(span, read, sha256));
}

/**
 * Whether the proof shows that the later tree begins with the earlier one (from an empty one, there is nothing to show).
 * Any input may be forged. RFC 9162 §2.1.4.2.
 */
export function verifyConsistency(claim: ConsistencyClaim, sha256: Sha256): boolean {
  const { from, fromRoot, to, toRoot, proof } = claim;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from) return false;
  // Every tree begins with the empty one. References refuse the question; a log pinned before its first leaf is no alarm.
  if (from === 0) {
    const isEmpty = isSameHash(fromRoot, sha256(new Uint8Array()));
    return isEmpty && proof.length === 0 && (to > 0 || isSameHash(fromRoot, toRoot));
  }
  if (from === to) return proof.length === 0 && isSameHash(fromRoot, toRoot);
  if ([fromRoot, ...proof].some((hash) => hash.length !== HASH_BYTES)) return false;

  let stand = stepOverComplete({ place: from - 1, last: to - 1 });
  // A first tree that is a complete subtree is its own beginning of the way up.
  const isComplete = nodeOf({ from: 0, to: from }) !== undefined;
  const [start, ...above] = isComplete ? [fromRoot, ...proof] : proof;
  if (!start) return false;
  let fromHash = start;
  let toHash = start;
  for (const beside of above) {
    if (stand.last === 0) return false;
    if (isBesideOnLeft(stand)) {
      fromHash = nodeHash(beside, fromHash, sha256);
      toHash = nodeHash(beside, toHash, sha256);
    } else {
      toHash = nodeHash(toHash, beside, sha256);
    }
    stand = stepUp(stand);
  }
  return stand.last === 0 && isSameHash(fromHash, fromRoot) && isSameHash(toHash, toRoot);
}

/** PROOF(from, D[0:to]) of the RFC, as spans in the order of the proof. */
function spansBetween(from: number, to: number): readonly Span[] {
  checkSize(from);
  checkSize(to);
  if (from > to) throw new RangeError(`A tree of ${to} holds none of ${from}`);
  if (from === 0 || from === to) return [];
  const beside: Span[] = [];
  let span: Span = { from: 0, to };
  while (span.to !== from) {
    const split = splitOf(span.from, span.to);
    const left = { from: span.from, to: split };
    const right = { from: split, to: span.to };
    beside.push(from <= split ? right : left);
    span = from <= split ? left : right;
  }
  // The verifier has the root of the first tree, so a span that is all of it isn't sent.
  return span.from === 0 ? beside.reverse() : [span, ...beside.reverse()];
}
