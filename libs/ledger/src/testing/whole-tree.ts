import { leafHash } from '../merkle-root';
import { appendLeaves, EMPTY_TREE, type GrowingTree } from '../tree/growing-tree';
import { nodeReaderOf } from '../tree/node-reader';
import type { NodeReader } from '../tree/node';
import { tileKey } from '../tree/tile';
import { nodeSha256 } from './node-sha256';

/** A tree grown over the data at once, with all its tiles at hand. */
export interface WholeTree {
  readonly tree: GrowingTree;
  readonly leafHashes: readonly Uint8Array[];
  readonly read: NodeReader;
}

export function wholeTree(data: readonly Uint8Array[]): WholeTree {
  const leafHashes = data.map((item) => leafHash(item, nodeSha256));
  const { tree, fullTiles } = appendLeaves(EMPTY_TREE, leafHashes, nodeSha256);
  const tiles = new Map(fullTiles.map(({ at, hashes }) => [tileKey(at), hashes]));
  return { tree, leafHashes, read: nodeReaderOf(tiles, tree.edges, nodeSha256) };
}

/** So many different leaves. */
export function someData(size: number): readonly Uint8Array[] {
  return Array.from({ length: size }, (_, index) => new TextEncoder().encode(`leaf ${index}`));
}
