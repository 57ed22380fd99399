import { nodeHash } from '../merkle-root';
import { HASH_BYTES, type Sha256 } from '../sha256';
import { isSameHash } from './is-same-hash';
import { splitOf, type Span } from './node';
import { placeOf, sortLeaves } from './pruned-tree';

/**
 * The first fault of a pruned tree. `other-hash`: the hashes below a node are not those it was made of, so that all of its
 * leaves [from, to) are unproven. `truncated`: the bytes end before the leaves [from, to). `unasked-leaf`: the bytes go on to prove a
 * leaf of [from, to), none of which was asked for: one is missing in the list. `too-long`: bytes follow that prove nothing.
 * `no-such-leaf`: the tree has no leaf `from`.
 */
export interface PrunedTreeProblem {
  readonly code: 'truncated' | 'too-long' | 'other-hash' | 'unasked-leaf' | 'no-such-leaf';
  readonly from: number;
  readonly to: number;
}

/**
 * `leafHashes`: hash of each wanted leaf proven to stand at its place, in order; in case of a problem those that come before it. Views
 * of the bytes given.
 */
export type PrunedTreeResult = { readonly leafHashes: ReadonlyMap<number, Uint8Array> } & (
  { readonly ok: true } | { readonly ok: false; readonly problem: PrunedTreeProblem }
);

/** What a pruned tree is read against: the signed checkpoint's size and root, and the leaves that it should prove. */
export interface PrunedTreeClaim {
  readonly size: number;
  readonly leaves: readonly number[];
  readonly root: Uint8Array;
}

/**
 * The hashes of the leaves that `writePrunedTree` was asked for, each checked from the root down, one hash a node; or the first place
 * where the bytes don't fit. Bytes and leaves may be forged, size and root must be trusted. A leaf's text is right when its
 * `leafHash` is the one given here (`verifyLeaves`).
 */
export function readPrunedTree(bytes: Uint8Array, claim: PrunedTreeClaim, sha256: Sha256): PrunedTreeResult {
  const { wanted, stray } = sortLeaves(claim.leaves, claim.size);
  if (stray !== undefined) {
    const problem: PrunedTreeProblem = { code: 'no-such-leaf', from: stray, to: stray + 1 };
    return { ok: false, problem, leafHashes: new Map() };
  }
  const leafHashes = new Map<number, Uint8Array>();
  const closed: Closed[] = [];
  let offset = 0;

  // Leaves [from, to), of which the wanted ones stand at [first, end) of their list.
  const check = (
    hash: Uint8Array,
    from: number,
    to: number,
    first: number,
    end: number,
  ): PrunedTreeProblem | undefined => {
    if (first === end) {
      closed.push({ from, to, hash });
      return undefined;
    }
    if (to - from === 1) {
      leafHashes.set(from, hash);
      return undefined;
    }
    const pair = pairAt(bytes, offset);
    if (!pair) return { code: 'truncated', from, to: claim.size };
    const above = nodeHash(pair.left, pair.right, sha256);
    if (!isSameHash(above, hash)) return unaskedLeaf(above, closed) ?? { code: 'other-hash', from, to };
    offset += 2 * HASH_BYTES;
    const split = splitOf(from, to);
    const middle = placeOf(split, wanted, first, end);
    return check(pair.left, from, split, first, middle) ?? check(pair.right, split, to, middle, end);
  };

  const rest = (): PrunedTreeProblem | undefined => {
    if (offset === bytes.length) return undefined;
    const pair = pairAt(bytes, offset);
    const unasked = pair && unaskedLeaf(nodeHash(pair.left, pair.right, sha256), closed);
    return unasked ?? { code: 'too-long', from: claim.size, to: claim.size };
  };

  const problem = check(claim.root, 0, claim.size, 0, wanted.length) ?? rest();
  return problem ? { ok: false, problem, leafHashes } : { ok: true, leafHashes };
}

function pairAt(
  bytes: Uint8Array,
  offset: number,
): { readonly left: Uint8Array; readonly right: Uint8Array } | undefined {
  const middle = offset + HASH_BYTES;
  const end = middle + HASH_BYTES;
  if (end > bytes.length) return undefined;
  return { left: bytes.subarray(offset, middle), right: bytes.subarray(middle, end) };
}

/** A span without wanted leaves, proven by its hash alone. */
interface Closed extends Span {
  readonly hash: Uint8Array;
}

/** Hashes that belong below a closed span were written for a leaf that nobody asks for: its entry was taken out. */
function unaskedLeaf(above: Uint8Array, closed: readonly Closed[]): PrunedTreeProblem | undefined {
  const found = closed.find(({ hash }) => isSameHash(hash, above));
  return found && { code: 'unasked-leaf', from: found.from, to: found.to };
}
