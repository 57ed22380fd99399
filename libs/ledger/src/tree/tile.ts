import type { NodeAt } from './node';

/** 256 hashes, of nodes [256·index, 256·(index+1)) of level 8·level. C2SP tlog-tiles. */
export interface TileAt {
  readonly level: number;
  readonly index: number;
}

/** Where a node is found: it is the root over `count` hashes of the tile, from the one at `first`. */
export interface NodeInTile {
  readonly tile: TileAt;
  readonly first: number;
  readonly count: number;
  /** Its place among the 510 hashes of `FullTile.nodes`, at byte 32·place. */
  readonly place: number;
}

/** Hashes of a full tile. */
export const TILE_WIDTH = 256;
/** Levels of the tree that one tile spans. */
export const TILE_LEVELS = 8;
/** Nodes of a full tile below its root: 256 + 128 + … + 2. */
export const TILE_NODES = 2 * TILE_WIDTH - 2;

/** Where a node is found or computed from: the tile that holds it, or the hashes under it. */
export function tileOf({ level, index }: NodeAt): NodeInTile {
  const inner = level % TILE_LEVELS;
  const count = 1 << inner;
  const width = TILE_WIDTH >> inner;
  const position = index % width;
  return {
    tile: { level: Math.floor(level / TILE_LEVELS), index: Math.floor(index / width) },
    first: position * count,
    count,
    place: 2 * TILE_WIDTH - 2 * width + position,
  };
}

/** The key of a tile in the map that `nodeReaderOf` takes: `level/index`. */
export function tileKey({ level, index }: TileAt): string {
  return `${level}/${index}`;
}

/**
 * The full tiles, each once, that must be at hand to read these nodes of a tree of this size; whatever else they need is
 * in the tree's edges.
 */
export function tilesFor(nodes: readonly NodeAt[], size: number): readonly TileAt[] {
  const tiles = new Map<string, TileAt>();
  for (const node of nodes) {
    const { tile } = tileOf(node);
    const isFull = (tile.index + 1) * TILE_WIDTH ** (tile.level + 1) <= size;
    if (isFull) tiles.set(tileKey(tile), tile);
  }
  return [...tiles.values()];
}
