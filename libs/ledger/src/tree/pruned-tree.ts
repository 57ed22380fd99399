import { HASH_BYTES, type Sha256 } from '../sha256';
import { checkSize, hashOf, nodeOf, nodesOf, splitOf, type NodeAt, type NodeReader, type Span } from './node';

/** A pruned tree before its hashes are at hand. */
export interface PrunedTreePlan {
  /** The complete subtrees, each once, from which it is made. */
  readonly nodes: readonly NodeAt[];
  /** Its bytes, as `writePrunedTree` has them. */
  readonly writeTree: (read: NodeReader, sha256: Sha256) => Uint8Array;
}

/** What the pruned tree of these leaves is made of, found in one visit: whoever must fetch the nodes first goes there once. */
export function planPrunedTree(size: number, leaves: readonly number[]): PrunedTreePlan {
  const nodes: NodeAt[] = [];
  const places: (NodeAt | Span)[] = [];
  visit(size, leaves, (span, isOpen) => {
    const node = nodeOf(span);
    places.push(node ?? span);
    if (node) nodes.push(node);
    // An incomplete span that is opened is made of parts that come up themselves.
    else if (!isOpen) nodes.push(...nodesOf(span));
  });
  return {
    nodes,
    writeTree: (read, sha256) => {
      const bytes = new Uint8Array(places.length * HASH_BYTES);
      for (const [nth, place] of places.entries())
        bytes.set('level' in place ? read(place) : hashOf(place, read, sha256), nth * HASH_BYTES);
      return bytes;
    },
  };
}

/**
 * The pruned tree: the hashes that tie these leaves to the root of the tree of this size, from the root down, so that
 * whoever reads it finds where a change is. At each node above a wanted leaf, beginning with the root, stand the two hashes
 * below it, left and right; then the same for the left one, then for the right one, where they have wanted leaves below. No
 * header, no root: both are known from the checkpoint. Order and repetition of `leaves` don't matter.
 */
export function writePrunedTree(
  size: number,
  leaves: readonly number[],
  read: NodeReader,
  sha256: Sha256,
): Uint8Array {
  return planPrunedTree(size, leaves).writeTree(read, sha256);
}

/** Leaves in order, each once, and the first that a tree of this size doesn't have. */
export function sortLeaves(
  leaves: readonly number[],
  size: number,
): { readonly wanted: readonly number[]; readonly stray: number | undefined } {
  // Of doubles, numbers are sorted without a call for each two.
  const wanted = Array.from(new Set(Float64Array.from(leaves).sort()));
  const stray = wanted.find((leaf) => !Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size);
  return { wanted, stray };
}

/** Where, in the part [first, end) of a sorted list, the first number stands that is not below the bound. */
export function placeOf(bound: number, sorted: readonly number[], first: number, end: number): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Calls for each hash of the pruned tree in its order; `isOpen` when the hashes below it follow. */
export function visit(
  size: number,
  leaves: readonly number[],
  call: (span: Span, isOpen: boolean) => void,
): void {
  checkSize(size);
  const { wanted, stray } = sortLeaves(leaves, size);
  if (stray !== undefined) throw new RangeError(`No leaf ${stray} in a tree of ${size}`);

  // `first` and `end` bound the wanted leaves of the span.
  const open = (span: Span, first: number, end: number): void => {
    if (!isOpened(span, first, end)) return;
    const split = splitOf(span.from, span.to);
    const middle = placeOf(split, wanted, first, end);
    const left = { from: span.from, to: split };
    const right = { from: split, to: span.to };
    call(left, isOpened(left, first, middle));
    call(right, isOpened(right, middle, end));
    open(left, first, middle);
    open(right, middle, end);
  };
  open({ from: 0, to: size }, 0, wanted.length);
}

function isOpened({ from, to }: Span, first: number, end: number): boolean {
  return first < end && to - from > 1;
}
