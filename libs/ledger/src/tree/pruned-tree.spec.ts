import fc from 'fast-check';
import { leafHash, nodeHash } from '../merkle-root';
import { nodeSha256 } from '../testing/node-sha256';
import { SlowTree } from '../testing/slow-tree';
import { someData, wholeTree } from '../testing/whole-tree';
import { isSameHash } from './is-same-hash';
import type { NodeReader } from './node';
import { planPrunedTree, visit, writePrunedTree } from './pruned-tree';
import { readPrunedTree, type PrunedTreeResult } from './read-pruned-tree';
import { rootOf } from './root';

const LARGEST = 2000;
const data = someData(LARGEST);
const slow = new SlowTree(data);
const { read, leafHashes } = wholeTree(data);

/** A size and some of its leaves. */
const prunings = fc.integer({ min: 1, max: LARGEST }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    leaves: fc.oneof(
      fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 12 }),
      fc
        .tuple(fc.nat(size - 1), fc.nat(size - 1))
        .map((ends) =>
          Array.from({ length: Math.abs(ends[0] - ends[1]) + 1 }, (_, at) => Math.min(...ends) + at),
        ),
    ),
  }),
);

function reading(bytes: Uint8Array, size: number, leaves: readonly number[]): PrunedTreeResult {
  return readPrunedTree(bytes, { size, leaves, root: slow.mth(0, size) }, nodeSha256);
}

describe('a pruned tree', () => {
  it('of the last of five leaves is, from the root down, the pairs of the way there', () => {
    const bytes = writePrunedTree(5, [4], read, nodeSha256);
    expect(bytes).toEqual(Uint8Array.of(...slow.mth(0, 4), ...slow.mth(4, 5)));
  });

  it('of two leaves opens the left one first', () => {
    const pairs = [
      [0, 4, 4, 7],
      [0, 2, 2, 4],
      [0, 1, 1, 2],
      [4, 6, 6, 7],
    ].flatMap(([a = 0, b = 0, c = 0, d = 0]) => [...slow.mth(a, b), ...slow.mth(c, d)]);
    expect(writePrunedTree(7, [6, 1, 6], read, nodeSha256)).toEqual(Uint8Array.from(pairs));
  });

  it('of one leaf alone, or of none, is nothing', () => {
    expect(writePrunedTree(1, [0], read, nodeSha256)).toEqual(new Uint8Array());
    expect(writePrunedTree(9, [], read, nodeSha256)).toEqual(new Uint8Array());
    expect(reading(new Uint8Array(), 9, [])).toEqual({ ok: true, leafHashes: new Map() });
    expect(reading(new Uint8Array(), 1, [0])).toEqual({
      ok: true,
      leafHashes: new Map([[0, leafHashes[0]]]),
    });
  });

  it('gives the hash of each leaf that it was made for, and needs the nodes announced, each once', () => {
    fc.assert(
      fc.property(prunings, ({ size, leaves }) => {
        const announced = planPrunedTree(size, leaves).nodes.map(({ level, index }) => `${level}/${index}`);
        const used = new Set<string>();
        const watched: NodeReader = (node) => {
          used.add(`${node.level}/${node.index}`);
          return read(node);
        };
        const bytes = writePrunedTree(size, leaves, watched, nodeSha256);
        const result = reading(bytes, size, leaves);
        expect(result.ok).toBe(true);
        expect([...result.leafHashes.keys()]).toEqual([...leaves].sort((a, b) => a - b));
        const wrong = leaves.filter(
          (leaf) => !isSameHash(result.leafHashes.get(leaf) ?? bytes, slow.mth(leaf, leaf + 1)),
        );
        expect(wrong).toEqual([]);
        expect([...used].sort().join()).toBe(announced.sort().join());
      }),
      { numRuns: 150 },
    );
  });

  it('proves nothing against another root or size', () => {
    const bytes = writePrunedTree(100, [3, 50], read, nodeSha256);
    expect(reading(bytes, 100, [3, 50]).ok).toBe(true);
    const root = rootOf(101, read, nodeSha256);
    for (const size of [99, 100, 101]) {
      const result = readPrunedTree(bytes, { size, leaves: [3, 50], root }, nodeSha256);
      expect(result).toEqual({
        ok: false,
        problem: { code: 'other-hash', from: 0, to: size },
        leafHashes: new Map(),
      });
    }
  });

  it.each([[9], [-1], [0.5], [Number.NaN], [2 ** 53]])('has no leaf %d of nine', (leaf) => {
    expect(() => writePrunedTree(9, [leaf], read, nodeSha256)).toThrow(RangeError);
    expect(reading(new Uint8Array(), 9, [3, leaf])).toMatchObject({
      ok: false,
      problem: { code: 'no-such-leaf', from: leaf },
    });
  });

  it('whose leaf nobody asks for says where one was taken out', () => {
    const bytes = writePrunedTree(64, [3, 20, 40], read, nodeSha256);
    expect(reading(bytes, 64, [3, 40])).toMatchObject({
      ok: false,
      problem: { code: 'unasked-leaf', from: 16, to: 32 },
      leafHashes: new Map([[3, leafHashes[3]]]),
    });
    expect(reading(bytes, 64, [3, 20])).toMatchObject({
      ok: false,
      problem: { code: 'unasked-leaf', from: 32, to: 64 },
    });
  });

  it('takes no inner node for a leaf', () => {
    // A leaf whose bytes are two hashes: its hash is not that of the node above them.
    const [left, right] = [leafHash(Uint8Array.of(1), nodeSha256), leafHash(Uint8Array.of(2), nodeSha256)];
    const forged = leafHash(Uint8Array.of(...left, ...right), nodeSha256);
    const root = nodeHash(left, right, nodeSha256);
    expect(readPrunedTree(forged, { size: 1, leaves: [0], root }, nodeSha256).ok).toBe(false);
  });
});

describe('a pruned tree that was tampered with', () => {
  /** Where the first byte that differs must be found: at the pair it stands in. */
  function expectedProblem(size: number, leaves: readonly number[], bytes: Uint8Array, tampered: Uint8Array) {
    const spans: { from: number; to: number }[] = [];
    visit(size, leaves, (span) => spans.push(span));
    const differing = bytes.findIndex((byte, at) => byte !== tampered[at]);
    const at = differing < 0 ? bytes.length : differing;
    const pair = Math.floor(at / 64);
    const left = spans[2 * pair];
    const right = spans[2 * pair + 1];
    if (!left || !right) return { code: 'too-long', from: size, to: size };
    return tampered.length < 64 * (pair + 1)
      ? { code: 'truncated', from: left.from, to: size }
      : { code: 'other-hash', from: left.from, to: right.to };
  }

  function expectFound(
    size: number,
    leaves: readonly number[],
    bytes: Uint8Array,
    tampered: Uint8Array,
  ): void {
    const result = reading(tampered, size, leaves);
    const problem = expectedProblem(size, leaves, bytes, tampered);
    // Every leaf before the fault is proven, and no other.
    const proven = [...leaves].sort((a, b) => a - b).filter((leaf) => leaf < problem.from);
    if (result.ok || JSON.stringify(result.problem) !== JSON.stringify(problem)) {
      expect(result).toMatchObject({ ok: false, problem });
    }
    if (result.leafHashes.size !== proven.length) expect([...result.leafHashes.keys()]).toEqual(proven);
  }

  it.each([
    [2, [1]],
    [7, [0, 6]],
    [11, [2, 3, 9]],
    [16, [5, 6, 7, 8]],
  ])('of %i leaves, at any byte: changed, lacking, doubled, truncated', (size, leaves) => {
    const bytes = writePrunedTree(size, leaves, read, nodeSha256);
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        expectFound(size, leaves, bytes, bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit)));
      }
      expectFound(size, leaves, bytes, spliced(bytes, at, 1));
      expectFound(size, leaves, bytes, spliced(bytes, at, 0, bytes[at]));
      expectFound(size, leaves, bytes, spliced(bytes, at, 0, 0x5a));
      expectFound(size, leaves, bytes, bytes.slice(0, at));
    }
    expectFound(size, leaves, bytes, Uint8Array.of(...bytes, 0));
    expectFound(size, leaves, bytes, Uint8Array.of(...bytes, ...bytes));
  });

  it('is found in any tree, at any place, whatever was swapped or changed', () => {
    fc.assert(
      fc.property(
        prunings,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (pruning, one, other, change) => {
          const { size, leaves } = pruning;
          const bytes = writePrunedTree(size, leaves, read, nodeSha256);
          if (bytes.length === 0) return;
          const at = one % bytes.length;
          expectFound(size, leaves, bytes, bytes.with(at, (bytes[at] ?? 0) ^ change));
          const [a, b] = [one, other].map((it) => 32 * (it % (bytes.length / 32)));
          const swapped = bytes.slice();
          swapped.copyWithin(a ?? 0, b ?? 0, (b ?? 0) + 32);
          swapped.set(bytes.subarray(a, (a ?? 0) + 32), b);
          if (a !== b) expectFound(size, leaves, bytes, swapped);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function spliced(
  bytes: Uint8Array,
  at: number,
  remove: number,
  ...insert: (number | undefined)[]
): Uint8Array {
  return Uint8Array.from(Array.from(bytes).toSpliced(at, remove, ...insert.map((byte) => byte ?? 0)));
}
