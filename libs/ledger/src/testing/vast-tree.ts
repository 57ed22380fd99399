import { leafHash, nodeHash } from '../merkle-root';
import type { NodeReader } from '../tree/node';
import { nodeSha256 } from './node-sha256';

/**
 * A tree of any size that nobody has to build: all leaves are the same text but for the special ones, so that a complete subtree
 * without a special leaf has the one hash of its level.
 */
export function vastTree(special: ReadonlyMap<number, Uint8Array>): NodeReader {
  const plain = [leafHash(new TextEncoder().encode('the same'), nodeSha256)];
  const places = [...special.keys()].sort((one, other) => one - other);
  const plainAt = (level: number): Uint8Array => {
    const known = plain[level];
    if (known) return known;
    const below = plainAt(level - 1);
    return (plain[level] = nodeHash(below, below, nodeSha256));
  };
  const made = new Map<string, Uint8Array>();
  const read: NodeReader = ({ level, index }) => {
    const width = 2 ** level;
    if (!hasOneIn(places, index * width, (index + 1) * width)) return plainAt(level);
    if (level === 0) return leafHash(special.get(index) ?? new Uint8Array(), nodeSha256);
    const key = `${level}/${index}`;
    const hash =
      made.get(key) ??
      nodeHash(
        read({ level: level - 1, index: 2 * index }),
        read({ level: level - 1, index: 2 * index + 1 }),
        nodeSha256,
      );
    made.set(key, hash);
    return hash;
  };
  return read;
}

function hasOneIn(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Infinity) < to;
}
