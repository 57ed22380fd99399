import { nodeHash } from '../merkle-root';
import type { Sha256 } from '../sha256';

/** The complete subtree over the leaves [index·2^level, (index+1)·2^level); level 0 is the leaf itself. */
export interface NodeAt {
  readonly level: number;
  readonly index: number;
}

/** Hash (32 bytes) of a complete subtree. Throws when it doesn't know. */
export type NodeReader = (node: NodeAt) => Uint8Array;

/** The leaves [from, to) as RFC 6962 §2.1 splits a tree: D[from:to]. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Powers of two, looked up: a proof asks for a hundred thousand of them. */
const POWERS = Array.from({ length: 54 }, (_, level) => 2 ** level);
const widthOf = (level: number): number => POWERS[level] ?? 2 ** level;

/** Level of the largest power of two that is not above the width. Widths pass 2^31, so not all of it works on their bits. */
function levelWithin(width: number): number {
  const high = Math.floor(width / 2 ** 32);
  return high > 0 ? 63 - Math.clz32(high) : 31 - Math.clz32(width);
}

/** Where the RFC splits a span of two leaves or more: the left part is as wide as the largest power of two below its width. */
export function splitOf(from: number, to: number): number {
  return from + widthOf(levelWithin(to - from - 1));
}

/** The complete subtrees that a span of a tree is made of, left to right: each as wide as what is left allows. */
export function nodesOf({ from, to }: Span): readonly NodeAt[] {
  const nodes: NodeAt[] = [];
  for (let start = from; start < to;) {
    const level = levelWithin(to - start);
    nodes.push({ level, index: start / widthOf(level) });
    start += widthOf(level);
  }
  return nodes;
}

/** The complete subtree that a span is, if it is one. */
export function nodeOf({ from, to }: Span): NodeAt | undefined {
  const level = levelWithin(to - from);
  const width = widthOf(level);
  return width === to - from ? { level, index: from / width } : undefined;
}

/** Merkle Tree Hash of a span of a tree, MTH(D[from:to]) of RFC 6962 §2.1; of no leaves, SHA-256 of nothing. */
export function hashOf(span: Span, read: NodeReader, sha256: Sha256): Uint8Array {
  const node = nodeOf(span);
  if (node) return read(node);
  // From the right: what stands on the right of a split is always the narrower.
  const [last, ...others] = nodesOf(span).map(read).reverse();
  if (!last) return sha256(new Uint8Array());
  return others.reduce((right, left) => nodeHash(left, right, sha256), last);
}

/** Throws a RangeError unless the size is one a tree can have: a whole number that JavaScript counts exactly. */
export function checkSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`A tree has no size ${size}`);
}
