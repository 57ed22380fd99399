import fc from 'fast-check';
import { toHex } from './hex';
import { leafHash, merkleRoot, nodeHash } from './merkle-root';
import { nodeSha256 } from './testing/node-sha256';

// Known answers of the certificate-transparency test tree: the root over the first n of these leaves.
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => new Uint8Array(Buffer.from(hex, 'hex')));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962 §2.1 word for word: split at the largest power of two below n. */
function slowRoot(data: readonly Uint8Array[]): Uint8Array {
  const [only] = data;
  if (!only) return nodeSha256(new Uint8Array());
  if (data.length === 1) return leafHash(only, nodeSha256);
  let split = 1;
  while (split * 2 < data.length) split *= 2;
  return nodeHash(slowRoot(data.slice(0, split)), slowRoot(data.slice(split)), nodeSha256);
}

describe('merkleRoot', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))(
    'of %i leaves is the known root',
    (size, root) => {
      expect(toHex(merkleRoot(LEAVES.slice(0, size), nodeSha256))).toBe(root);
    },
  );

  const data = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 });

  it('is the recursive definition of the RFC', () => {
    fc.assert(
      fc.property(data, (items) => {
        expect(toHex(merkleRoot(items, nodeSha256))).toBe(toHex(slowRoot(items)));
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

  it('takes no inner node for a leaf', () => {
    const [a, b] = [Uint8Array.of(1), Uint8Array.of(2)];
    const inner = Uint8Array.of(...leafHash(a, nodeSha256), ...leafHash(b, nodeSha256));
    expect(toHex(merkleRoot([inner], nodeSha256))).not.toBe(toHex(merkleRoot([a, b], nodeSha256)));
  });
});
