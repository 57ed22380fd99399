import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toHex } from '../hex';
import { leafHash } from '../merkle-root';
import { nodeSha256 } from '../testing/node-sha256';
import consistencyProofs from '../testing/published/consistency.json';
import inclusionProofs from '../testing/published/inclusion.json';
import { PUBLISHED_LEAVES, PUBLISHED_NODES, PUBLISHED_ROOTS } from '../testing/published-tree';
import { wholeTree } from '../testing/whole-tree';
import { consistencyProof, verifyConsistency } from './consistency';
import { inclusionProof, verifyInclusion } from './inclusion';
import { rootOf } from './root';

const FOLDER = join(__dirname, '../testing/published');
const told = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

it('what others have published carries their licence, their name, and that it was changed', () => {
  expect(told('LICENSE')).toMatch(
    /Apache License\n\s+Version 2\.0, January 2004[^]+END OF TERMS AND CONDITIONS/,
  );
  expect(told('README.md')).toMatch(/Changed:[^]+Copyright [\d, ]+ Google LLC[^]+\[LICENSE\]\(LICENSE\)/);
  expect(told('../published-tree.ts')).toMatch(/changed[^]+Copyright 2019 Google LLC/);
});

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const toBase64 = (hash: Uint8Array) => Buffer.from(hash).toString('base64');
/** The reference calls this question meaningless; we say that nothing can contradict an empty log. */
const OTHER_ANSWER = 'additional/size1-is-zero-and-size2-is-not-zero';
const published = wholeTree(PUBLISHED_LEAVES);

describe('the published RFC 6962 tree', () => {
  it.each(PUBLISHED_ROOTS.map((root, size) => [size, root] as const))(
    'of %i leaves has its root',
    (size, root) => {
      expect(toHex(rootOf(size, published.read, nodeSha256))).toBe(root);
      const grown = wholeTree(PUBLISHED_LEAVES.slice(0, size));
      expect(toHex(rootOf(size, grown.read, nodeSha256))).toBe(root);
    },
  );

  it('has its nodes', () => {
    const nodes = PUBLISHED_NODES.map((hashes, level) =>
      hashes.map((_, index) => toHex(published.read({ level, index }))),
    );
    expect(nodes).toEqual(PUBLISHED_NODES);
  });
});

describe('published inclusion proofs', () => {
  it.each(inclusionProofs.map((it) => [it.holds ? 'accepts' : 'refuses', it.name, it] as const))(
    '%s %s',
    (_, __, it) => {
      const claim = {
        index: it.index,
        size: it.size,
        leafHash: bytes(it.leafHash),
        root: bytes(it.root),
        proof: it.proof.map(bytes),
      };
      expect(verifyInclusion(claim, nodeSha256)).toBe(it.holds);
    },
  );

  it.each(inclusionProofs.filter((it) => it.holds && it.name.includes('happy')))('makes $name', (it) => {
    expect(inclusionProof(it.index, it.size, published.read, nodeSha256).map(toBase64)).toEqual(it.proof);
    const leaf = PUBLISHED_LEAVES[it.index] ?? new Uint8Array();
    expect(toBase64(leafHash(leaf, nodeSha256))).toBe(it.leafHash);
  });
});

describe('published consistency proofs', () => {
  it.each(consistencyProofs.map((it) => [it.holds ? 'accepts' : 'refuses', it.name, it] as const))(
    '%s %s',
    (_, __, it) => {
      const claim = {
        from: it.from,
        to: it.to,
        fromRoot: bytes(it.fromRoot),
        toRoot: bytes(it.toRoot),
        proof: it.proof.map(bytes),
      };
      expect(verifyConsistency(claim, nodeSha256)).toBe(it.name === OTHER_ANSWER || it.holds);
    },
  );

  it.each(consistencyProofs.filter((it) => it.holds && it.name.includes('happy')))('makes $name', (it) => {
    expect(consistencyProof(it.from, it.to, published.read, nodeSha256).map(toBase64)).toEqual(it.proof);
  });
});
