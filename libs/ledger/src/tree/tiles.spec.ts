import fc from 'fast-check';
import { toHex } from '../hex';
import { nodeSha256 } from '../testing/node-sha256';
import { SlowTree } from '../testing/slow-tree';
import { someData, wholeTree } from '../testing/whole-tree';
import { appendLeaves, EMPTY_TREE, type FullTile, type GrowingTree } from './growing-tree';
import { inclusionProof, nodesForInclusion, verifyInclusion } from './inclusion';
import { nodeReaderOf } from './node-reader';
import { nodesForRoot, rootOf } from './root';
import { tileKey, tileOf, tilesFor } from './tile';
import { tileNodes } from './tile-nodes';

// C2SP tlog-tiles: “a tree of size 70,000 will be represented by 273 full level 0 tiles, one partial level 0 tile of width 112, one full
// level 1 tile, one partial level 1 tile of width 17, and one partial level 2 tile of width 1.”
const SIZE = 70_000;
const data = someData(SIZE);
const { leafHashes } = wholeTree(data);
const { tree, fullTiles } = appendLeaves(EMPTY_TREE, leafHashes, nodeSha256);
const hashesByKey = new Map(fullTiles.map(({ at, hashes }) => [tileKey(at), hashes]));
const nodesByKey = new Map(fullTiles.map(({ at, nodes }) => [tileKey(at), nodes]));
const slow = new SlowTree(data);

describe('a growing tree', () => {
  it('of 70,000 leaves has the tiles of the published example', () => {
    expect(fullTiles.filter(({ at }) => at.level === 0).map(({ at }) => at.index)).toEqual([
      ...Array(273).keys(),
    ]);
    expect(fullTiles.filter(({ at }) => at.level === 1).map(({ at }) => at.index)).toEqual([0]);
    expect(fullTiles.filter(({ at }) => at.level > 1)).toEqual([]);
    expect(tree.size).toBe(SIZE);
    expect(tree.edges.map((edge) => edge.length)).toEqual([112, 17, 1]);
  });

  it('of 256 leaves has a full tile and one hash above', () => {
    const grown = appendLeaves(EMPTY_TREE, leafHashes.slice(0, 256), nodeSha256);
    expect(grown.tree.edges.map((edge) => edge.length)).toEqual([0, 1]);
    expect(grown.fullTiles.map(({ at }) => at)).toEqual([{ level: 0, index: 0 }]);
    expect(grown.fullTiles[0]?.root).toEqual(slow.mth(0, 256));
    expect(grown.tree.edges[1]).toEqual([slow.mth(0, 256)]);
  });

  it('fills tiles with the hashes of the definition, and a tile with the roots of those below', () => {
    const at = (level: number, index: number) => {
      const tile = fullTiles.find((it) => it.at.level === level && it.at.index === index);
      if (!tile) throw new Error('no such tile');
      return tile;
    };
    expect(toHex(at(0, 3).hashes)).toBe(leafHashes.slice(768, 1024).map(toHex).join(''));
    const roots = Array.from({ length: 256 }, (_, index) => toHex(slow.mth(index * 256, (index + 1) * 256)));
    expect(toHex(at(1, 0).hashes)).toBe(roots.join(''));
    expect(toHex(at(1, 0).root)).toBe(toHex(slow.mth(0, 65_536)));
    expect(toHex(tileNodes(at(0, 5).hashes, nodeSha256))).toBe(toHex(at(0, 5).nodes));
  });

  it('is the same however the leaves come', () => {
    const batches = fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 });
    fc.assert(
      fc.property(batches, (sizes) => {
        let grown: GrowingTree = EMPTY_TREE;
        const tiles: FullTile[] = [];
        for (const size of sizes) {
          const step = appendLeaves(grown, leafHashes.slice(grown.size, grown.size + size), nodeSha256);
          grown = step.tree;
          tiles.push(...step.fullTiles);
        }
        const atOnce = appendLeaves(EMPTY_TREE, leafHashes.slice(0, grown.size), nodeSha256);
        expect(grown.edges.flat().map(toHex)).toEqual(atOnce.tree.edges.flat().map(toHex));
        expect(tiles.map(({ at, root }) => [at, toHex(root)])).toEqual(
          atOnce.fullTiles.map(({ at, root }) => [at, toHex(root)]),
        );
        // Its edges alone give the root: no tile is needed to sign a checkpoint.
        const read = nodeReaderOf(new Map(), grown.edges, nodeSha256);
        expect(toHex(rootOf(grown.size, read, nodeSha256))).toBe(toHex(slow.mth(0, grown.size)));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves what it was given as it was', () => {
    const before = appendLeaves(EMPTY_TREE, leafHashes.slice(0, 255), nodeSha256).tree;
    appendLeaves(before, leafHashes.slice(255, 600), nodeSha256);
    expect(before.edges.map((edge) => edge.length)).toEqual([255]);
    expect(EMPTY_TREE).toEqual({ size: 0, edges: [] });
  });

  it('takes nothing but hashes', () => {
    expect(() => appendLeaves(EMPTY_TREE, [new Uint8Array(31)], nodeSha256)).toThrow(RangeError);
  });
});

describe('a node', () => {
  const nodes = fc
    .integer({ min: 0, max: 16 })
    .chain((level) =>
      fc.record({ level: fc.constant(level), index: fc.nat(Math.floor(SIZE / 2 ** level) - 1) }),
    );

  it('is read from tiles of hashes, from tiles of nodes, and from edges', () => {
    const fromHashes = nodeReaderOf(hashesByKey, tree.edges, nodeSha256);
    const fromNodes = nodeReaderOf(nodesByKey, tree.edges, nodeSha256);
    fc.assert(
      fc.property(nodes, (node) => {
        const width = 2 ** node.level;
        const hash = toHex(slow.mth(node.index * width, (node.index + 1) * width));
        expect(toHex(fromHashes(node))).toBe(hash);
        expect(toHex(fromNodes(node))).toBe(hash);
      }),
      { numRuns: 500 },
    );
  });

  it('stands where `tileOf` says', () => {
    fc.assert(
      fc.property(nodes, (node) => {
        const { tile, first, count, place } = tileOf(node);
        expect(count).toBe(2 ** (node.level % 8));
        expect((tile.index * 256 + first) * 256 ** tile.level).toBe(node.index * 2 ** node.level);
        const stored = nodesByKey.get(tileKey(tile))?.subarray(place * 32, (place + 1) * 32);
        const width = 2 ** node.level;
        if (stored) expect(stored).toEqual(slow.mth(node.index * width, (node.index + 1) * width));
      }),
      { numRuns: 300 },
    );
  });

  it('needs no other tile than `tilesFor` names', () => {
    fc.assert(
      fc.property(fc.nat(SIZE - 1), (index) => {
        const tiles = tilesFor(nodesForInclusion(index, SIZE), SIZE).map(tileKey);
        const some = new Map([...hashesByKey].filter(([key]) => tiles.includes(key)));
        const proof = inclusionProof(index, SIZE, nodeReaderOf(some, tree.edges, nodeSha256), nodeSha256);
        const claim = {
          index,
          size: SIZE,
          proof,
          leafHash: slow.mth(index, index + 1),
          root: slow.mth(0, SIZE),
        };
        expect(verifyInclusion(claim, nodeSha256)).toBe(true);
      }),
      { numRuns: 30 },
    );
    expect(tilesFor(nodesForRoot(SIZE), SIZE)).toEqual([]);
  });

  it('is in a tile from the leaf on that fills it', () => {
    const leaf = [{ level: 0, index: 7 }];
    const [below, full] = [255, 256].map((size) => tilesFor(leaf, size));
    expect([below, full]).toEqual([[], [{ level: 0, index: 0 }]]);
    const above = [{ level: 8, index: 7 }];
    expect(tilesFor(above, 65_535)).toEqual([]);
    expect(tilesFor(above, 65_536)).toEqual([{ level: 1, index: 0 }]);
  });

  it('of a tile that is not at hand, or of no tree yet, is not made up', () => {
    const read = nodeReaderOf(new Map(), tree.edges, nodeSha256);
    expect(() => read({ level: 0, index: 0 })).toThrow('0/0 needs tile 0/0');
    expect(() => read({ level: 0, index: SIZE })).toThrow('needs tile');
    expect(() => read({ level: 17, index: 0 })).toThrow('needs tile');
    const short = new Map([['0/0', new Uint8Array(32)]]);
    expect(() => nodeReaderOf(short, [], nodeSha256)({ level: 1, index: 0 })).toThrow(RangeError);
  });
});
