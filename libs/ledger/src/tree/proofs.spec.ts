import fc from 'fast-check';
import { nodeSha256 } from '../testing/node-sha256';
import { SlowTree } from '../testing/slow-tree';
import { someData, wholeTree } from '../testing/whole-tree';
import { consistencyProof, nodesForConsistency, verifyConsistency } from './consistency';
import { inclusionProof, nodesForInclusion, verifyInclusion } from './inclusion';
import { isSameHash } from './is-same-hash';
import type { NodeReader } from './node';
import { nodesForRoot, rootOf } from './root';

const LARGEST = 300;
const data = someData(LARGEST);
const slow = new SlowTree(data);
const read = rememberingReader();
function rootAt(size: number): Uint8Array {
  return roots[size] ?? new Uint8Array();
}
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => rootOf(size, read, nodeSha256));

/** Nodes already found: every proof asks for the same ones again. */
function rememberingReader(): NodeReader {
  const tree = wholeTree(data);
  const known = new Map<number, Uint8Array>();
  return (node) => {
    const key = node.level * LARGEST + node.index;
    const hash = known.get(key) ?? tree.read(node);
    known.set(key, hash);
    return hash;
  };
}

function isSameProof(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return (
    one.length === other.length && one.every((hash, place) => isSameHash(hash, other[place] ?? hash.slice(1)))
  );
}

/** Reads only what was announced, each at least once. */
function announced(nodes: readonly { level: number; index: number }[]): {
  read: NodeReader;
  unused: Set<string>;
} {
  const known = new Set(nodes.map(({ level, index }) => `${level}/${index}`));
  const unused = new Set(known);
  return {
    unused,
    read: (node) => {
      const key = `${node.level}/${node.index}`;
      if (!known.has(key)) throw new Error(`${key} was not announced`);
      unused.delete(key);
      return read(node);
    },
  };
}

describe(`all trees up to ${LARGEST} leaves, beside the slow reference`, () => {
  it('have the same roots', () => {
    const other = roots.flatMap((root, size) => (isSameHash(root, slow.mth(0, size)) ? [] : [size]));
    expect(other).toEqual([]);
  });

  it('have the same inclusion proofs, and each holds for its own place alone', () => {
    const wrong: string[] = [];
    for (let size = 1; size <= LARGEST; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(index, size, read, nodeSha256);
        const claim = { index, size, proof, root: rootAt(size), leafHash: slow.mth(index, index + 1) };
        if (!isSameProof(proof, slow.path(index, 0, size))) wrong.push(`${index} of ${size} differs`);
        if (!verifyInclusion(claim, nodeSha256)) wrong.push(`${index} of ${size}`);
        if (size > 1 && size % 8 === 3) {
          const elsewhere = { ...claim, index: (index + 1) % size };
          if (verifyInclusion(elsewhere, nodeSha256)) wrong.push(`${index} of ${size} passes elsewhere`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('have the same consistency proofs, and each holds for its own beginning alone', () => {
    const wrong: string[] = [];
    for (let to = 1; to <= LARGEST; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = consistencyProof(from, to, read, nodeSha256);
        const claim = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), proof };
        if (!isSameProof(proof, slow.proof(from, to))) wrong.push(`${from} to ${to} differs`);
        if (!verifyConsistency(claim, nodeSha256)) wrong.push(`${from} to ${to}`);
        if (to % 8 === 3) {
          const other = { ...claim, fromRoot: rootAt(from - 1) };
          if (verifyConsistency(other, nodeSha256)) wrong.push(`${from} to ${to} passes for another`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('need no other node than announced, and each of them', () => {
    for (const size of [1, 2, 3, 100, 255, 256, 257, 299]) {
      for (let index = 0; index < size; index++) {
        const inclusion = announced(nodesForInclusion(index, size));
        inclusionProof(index, size, inclusion.read, nodeSha256);
        const consistency = announced(nodesForConsistency(index, size));
        consistencyProof(index, size, consistency.read, nodeSha256);
        expect([...inclusion.unused, ...consistency.unused]).toEqual([]);
      }
      const root = announced(nodesForRoot(size));
      rootOf(size, root.read, nodeSha256);
      expect([...root.unused]).toEqual([]);
    }
  });
});

describe('a proof that was tampered with', () => {
  const proofs = fc.integer({ min: 2, max: LARGEST }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      place: fc.nat(size - 1),
      kind: fc.nat(5),
      at: fc.nat(),
      bit: fc.nat(255),
    }),
  );
  const tampered = (
    proof: readonly Uint8Array[],
    kind: number,
    at: number,
    bit: number,
  ): readonly Uint8Array[] => {
    const place = at % (proof.length || 1);
    const hash = proof[place];
    const other = proof[(place + 1) % (proof.length || 1)];
    if (!hash || !other) return [new Uint8Array(32)];
    switch (kind) {
      case 0:
        return proof.with(
          place,
          hash.with(Math.floor(bit / 8), (hash[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8))),
        );
      case 1:
        return proof.toSpliced(place, 1);
      case 2:
        return proof.toSpliced(place, 0, hash);
      case 3:
        return proof.length > 1 ? proof.with(place, other).with((place + 1) % proof.length, hash) : [];
      case 4:
        return proof.with(place, hash.slice(0, 31));
      default:
        return [...proof, new Uint8Array(32)];
    }
  };

  it('shows no inclusion', () => {
    fc.assert(
      fc.property(proofs, ({ size, place, kind, at, bit }) => {
        const proof = tampered(inclusionProof(place, size, read, nodeSha256), kind, at, bit);
        const claim = {
          index: place,
          size,
          leafHash: slow.mth(place, place + 1),
          root: slow.mth(0, size),
          proof,
        };
        expect(verifyInclusion(claim, nodeSha256)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('shows no consistency', () => {
    fc.assert(
      fc.property(proofs, ({ size, place, kind, at, bit }) => {
        const from = Math.max(1, place);
        const proof = tampered(consistencyProof(from, size, read, nodeSha256), kind, at, bit);
        const claim = { from, fromRoot: slow.mth(0, from), to: size, toRoot: slow.mth(0, size), proof };
        expect(verifyConsistency(claim, nodeSha256)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a checkpoint that somebody kept', () => {
  it('finds a fork: no later tree that changed a leaf before it passes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        (from, more, at) => {
          const honest = someData(from + more);
          const forked = honest.with(at % from, Uint8Array.of(1));
          const tree = wholeTree(forked);
          const to = from + more;
          const claim = {
            from,
            fromRoot: new SlowTree(honest).mth(0, from),
            to,
            toRoot: rootOf(to, tree.read, nodeSha256),
            proof: consistencyProof(from, to, tree.read, nodeSha256),
          };
          expect(verifyConsistency(claim, nodeSha256)).toBe(false);
        },
      ),
    );
  });

  it('finds a rollback: a smaller tree shows nothing of a larger one', () => {
    const [before, after] = [slow.mth(0, 40), slow.mth(0, 50)];
    const proof = consistencyProof(40, 50, read, nodeSha256);
    expect(verifyConsistency({ from: 50, fromRoot: after, to: 40, toRoot: before, proof }, nodeSha256)).toBe(
      false,
    );
    expect(
      verifyConsistency({ from: 50, fromRoot: after, to: 50, toRoot: before, proof: [] }, nodeSha256),
    ).toBe(false);
  });

  it('of an empty log is contradicted by nothing, but has the empty root', () => {
    const empty = nodeSha256(new Uint8Array());
    const [toRoot] = [slow.mth(0, 3)];
    expect(consistencyProof(0, 3, read, nodeSha256)).toEqual([]);
    expect(verifyConsistency({ from: 0, fromRoot: empty, to: 3, toRoot, proof: [] }, nodeSha256)).toBe(true);
    expect(verifyConsistency({ from: 0, fromRoot: empty, to: 0, toRoot: empty, proof: [] }, nodeSha256)).toBe(
      true,
    );
    expect(verifyConsistency({ from: 0, fromRoot: toRoot, to: 3, toRoot, proof: [] }, nodeSha256)).toBe(
      false,
    );
    expect(verifyConsistency({ from: 0, fromRoot: empty, to: 0, toRoot, proof: [] }, nodeSha256)).toBe(false);
  });
});

it('takes no root that is longer than a hash, however it begins', () => {
  const proof = inclusionProof(3, 7, read, nodeSha256);
  const claim = { index: 3, size: 7, proof, leafHash: slow.mth(3, 4), root: slow.mth(0, 7) };
  expect(verifyInclusion(claim, nodeSha256)).toBe(true);
  expect(verifyInclusion({ ...claim, root: Uint8Array.of(...claim.root, 0) }, nodeSha256)).toBe(false);
});

it.each([
  ['a leaf behind the end', () => inclusionProof(3, 3, read, nodeSha256)],
  ['a leaf between two', () => nodesForInclusion(0.5, 3)],
  ['a size below nothing', () => nodesForRoot(-1)],
  ['a size that is not counted exactly', () => nodesForRoot(2 ** 53)],
  ['a later tree that is smaller', () => consistencyProof(4, 3, read, nodeSha256)],
])('there is no proof for %s', (_, ask) => expect(ask).toThrow(RangeError));
