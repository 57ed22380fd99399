import fc from 'fast-check';
import { toHex } from './hex';
import { leafHash, merkleRoot, textLeafHash } from './merkle-root';
import { nodeSha256 } from './testing/node-sha256';
import { PUBLISHED_LEAVES, PUBLISHED_ROOTS } from './testing/published-tree';
import { SlowTree } from './testing/slow-tree';

describe('merkleRoot', () => {
  it.each(PUBLISHED_ROOTS.map((root, size) => [size, root] as const))(
    'of %i leaves is the known root',
    (size, root) => {
      expect(toHex(merkleRoot(PUBLISHED_LEAVES.slice(0, size), nodeSha256))).toBe(root);
    },
  );

  const data = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });

  it('is the recursive definition of the RFC', () => {
    fc.assert(
      fc.property(data, (items) => {
        expect(toHex(merkleRoot(items, nodeSha256))).toBe(toHex(new SlowTree(items).mth(0, items.length)));
      }),
    );
  });

  it('changes with any leaf, any order, any leaf more or less', () => {
    fc.assert(
      fc.property(data, fc.nat(), fc.nat(), (items, i, j) => {
        const root = toHex(merkleRoot(items, nodeSha256));
        const others = [[...items, new Uint8Array()]];
        const a = items[i % (items.length || 1)];
        const b = items[j % (items.length || 1)];
        if (a && b) {
          others.push(items.toSpliced(i % items.length, 1));
          others.push(items.with(i % items.length, Uint8Array.of(...a, 0)));
          if (toHex(a) !== toHex(b)) others.push(items.with(i % items.length, b).with(j % items.length, a));
        }
        for (const other of others) expect(toHex(merkleRoot(other, nodeSha256))).not.toBe(root);
      }),
    );
  });

  it.each(['', 'a', 'Née à Évry', '€'.repeat(1_365), 'é'.repeat(5_000)])(
    'of a text hashes its UTF-8',
    (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(toHex(textLeafHash(text, nodeSha256))).toBe(toHex(leafHash(bytes, nodeSha256)));
    },
  );

  it('takes no inner node for a leaf', () => {
    const [a, b] = [Uint8Array.of(1), Uint8Array.of(2)];
    const inner = Uint8Array.of(...leafHash(a, nodeSha256), ...leafHash(b, nodeSha256));
    expect(toHex(merkleRoot([inner], nodeSha256))).not.toBe(toHex(merkleRoot([a, b], nodeSha256)));
  });
});
