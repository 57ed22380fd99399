import { leafHash } from '../merkle-root';
import { nodeSha256 } from '../testing/node-sha256';
import { vastTree } from '../testing/vast-tree';
import { consistencyProof, nodesForConsistency, verifyConsistency } from './consistency';
import { inclusionProof, nodesForInclusion, verifyInclusion } from './inclusion';
import { planPrunedTree, writePrunedTree } from './pruned-tree';
import { readPrunedTree } from './read-pruned-tree';
import { nodesForRoot, rootOf } from './root';
import { tileOf } from './tile';

const text = (index: number) => new TextEncoder().encode(`leaf ${index}`);

// 2^31 and 2^32 are where operators on bits would go wrong.
describe.each([
  ['ten million', 10_000_000],
  ['2^31 + 1', 2 ** 31 + 1],
  ['2^32 + 77', 2 ** 32 + 77],
  ['2^40', 2 ** 40],
  ['2^40 + 12,345', 2 ** 40 + 12_345],
  ['as many as JavaScript counts', Number.MAX_SAFE_INTEGER],
])('a tree of %s leaves', (_, size) => {
  const places = [0, 1, Math.floor(size / 3), Math.floor(size / 2), size - 2, size - 1];
  const read = vastTree(new Map(places.map((index) => [index, text(index)])));
  const root = rootOf(size, read, nodeSha256);

  it('is made of complete subtrees: its size in base 2', () => {
    const nodes = nodesForRoot(size);
    expect(nodes.map(({ level }) => 2n ** BigInt(level)).reduce((sum, width) => sum + width)).toBe(
      BigInt(size),
    );
    expect(nodes.map(({ level }) => level)).toEqual(
      [...nodes].map(({ level }) => level).sort((a, b) => b - a),
    );
    let from = 0;
    for (const { level, index } of nodes) {
      expect(index * 2 ** level).toBe(from);
      from += 2 ** level;
    }
  });

  it('proves its leaves one by one', () => {
    for (const index of places) {
      const proof = inclusionProof(index, size, read, nodeSha256);
      const claim = { index, size, proof, root, leafHash: leafHash(text(index), nodeSha256) };
      expect(verifyInclusion(claim, nodeSha256)).toBe(true);
      expect(verifyInclusion({ ...claim, index: index === 0 ? 1 : index - 1 }, nodeSha256)).toBe(false);
      expect(nodesForInclusion(index, size).length).toBeLessThanOrEqual(2 * 53);
    }
  });

  it('proves that it holds earlier trees', () => {
    for (const from of [1, 2 ** 20 + 1, Math.floor(size / 3), size - 1, size]) {
      const proof = consistencyProof(from, size, read, nodeSha256);
      const claim = { from, fromRoot: rootOf(from, read, nodeSha256), to: size, toRoot: root, proof };
      expect(verifyConsistency(claim, nodeSha256)).toBe(true);
      expect(nodesForConsistency(from, size).length).toBeLessThanOrEqual(3 * 53);
      const other = { ...claim, from: from === 1 ? 2 : from - 1 };
      expect(verifyConsistency(other, nodeSha256)).toBe(false);
    }
  });

  it('proves its leaves together', () => {
    const bytes = writePrunedTree(size, places, read, nodeSha256);
    const result = readPrunedTree(bytes, { size, leaves: places, root }, nodeSha256);
    expect(result).toEqual({
      ok: true,
      leafHashes: new Map(places.map((index) => [index, leafHash(text(index), nodeSha256)])),
    });
    expect(bytes.length).toBeLessThanOrEqual(places.length * 53 * 64);
    expect(
      planPrunedTree(size, places).nodes.every(({ level, index }) => (index + 1) * 2 ** level <= size),
    ).toBe(true);
  });

  it('has every node in a tile', () => {
    for (const node of planPrunedTree(size, places).nodes) {
      const { tile, first } = tileOf(node);
      expect(BigInt(tile.index) * 256n + BigInt(first)).toBe(
        (BigInt(node.index) * 2n ** BigInt(node.level)) / 256n ** BigInt(tile.level),
      );
    }
  });
});
