import { leafHash } from '../merkle-root';
import type { Sha256 } from '../sha256';
import { isSameHash } from './is-same-hash';
import { readPrunedTree, type PrunedTreeProblem } from './read-pruned-tree';

/** Leaves with the pruned tree that should prove them; anything of it may be forged but the checkpoint's size and root. */
export interface LeavesClaim {
  readonly leaves: readonly { readonly index: number; readonly data: Uint8Array }[];
  readonly prunedTree: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
}

/** `other-leaf`: the leaf `from` is not what was recorded there. `repeated-leaf`: it is given twice. */
export type LeavesProblem =
  | PrunedTreeProblem
  | { readonly code: 'other-leaf' | 'repeated-leaf'; readonly from: number; readonly to: number };

export type LeavesResult = { readonly ok: true } | { readonly ok: false; readonly problem: LeavesProblem };

/**
 * Whether these leaves stand in the log as they are, each at its place; if not, the first fault, where an altered leaf goes before
 * an altered tree. About two hashes a leaf. That none is missing it can't tell: positions in the stream do.
 */
export function verifyLeaves(claim: LeavesClaim, sha256: Sha256): LeavesResult {
  const { leaves, prunedTree, size, root } = claim;
  const indexes = new Set<number>();
  for (const { index } of leaves) {
    if (indexes.has(index)) return refused('repeated-leaf', index);
    indexes.add(index);
  }
  const read = readPrunedTree(prunedTree, { size, leaves: [...indexes], root }, sha256);
  for (const { index, data } of leaves) {
    const recorded = read.leafHashes.get(index);
    if (recorded && !isSameHash(leafHash(data, sha256), recorded)) return refused('other-leaf', index);
  }
  return read.ok ? { ok: true } : { ok: false, problem: read.problem };
}

function refused(code: 'other-leaf' | 'repeated-leaf', index: number): LeavesResult {
  return { ok: false, problem: { code, from: index, to: index + 1 } };
}
