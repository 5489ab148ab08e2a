import { TlogError } from './errors.js';
import { type Hash, HASH_LENGTH, nodeHash, type Sha256 } from './hash.js';
import { checkedInteger } from './integers.js';
import type { NodeId, ReadHashes } from './proofs.js';
import { TILE_WIDTH, tileWidth } from './tiles.js';
import { tilePrefix } from './tree.js';

/** The stored bytes of a tile, at least as wide as the tree's size asks. */
export type ReadTile = (level: number, index: number) => Promise<Uint8Array>;

/** A subtree as it stands in a tile: `count` hashes from `from`, to be hashed together. */
interface TileSlice {
  readonly tileLevel: number;
  readonly tileIndex: number;
  readonly from: number;
  readonly count: number;
}

/**
 * Subtree hashes out of the tiles of a tree of `size` leaves; each tile is read once per call, all at the same time.
 * The hashes are as good as the tiles: whoever did not make them must check the proof against a signed root.
 * Throws `tile` on a subtree outside the tree and on tiles that are too short.
 */
export function tileHashes(sha256: Sha256, size: number, readTile: ReadTile): ReadHashes {
  checkedInteger(size, 'the tree size');
  return async (nodes) => {
    const slices = nodes.map((node) => locate(node, size));
    const tiles = await readOnce(slices, size, readTile);
    return slices.map((slice) => hashSlice(sha256, slice, tiles.get(tileKey(slice)) ?? new Uint8Array(0)));
  };
}

function locate({ level, index }: NodeId, size: number): TileSlice {
  const span = 2 ** checkedInteger(level, 'the level');
  if (checkedInteger(index, 'the index') + 1 > size / span) {
    throw new TlogError('tile', `subtree ${level}/${index} is not complete in a tree of ${size}`);
  }
  const count = 2 ** (level % 8);
  const first = index * count;
  return {
    tileLevel: Math.floor(level / 8),
    tileIndex: Math.floor(first / TILE_WIDTH),
    from: first % TILE_WIDTH,
    count,
  };
}

async function readOnce(
  slices: readonly TileSlice[],
  size: number,
  readTile: ReadTile,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Map(slices.map((slice) => [tileKey(slice), slice]));
  const read = Array.from(wanted, async ([key, { tileLevel, tileIndex }]): Promise<[string, Uint8Array]> => {
    const stored = await readTile(tileLevel, tileIndex);
    return [key, tilePrefix(stored, tileWidth(size, tileLevel, tileIndex))];
  });
  return new Map(await Promise.all(read));
}

function tileKey({ tileLevel, tileIndex }: TileSlice): string {
  return `${tileLevel}/${tileIndex}`;
}

function hashSlice(sha256: Sha256, { from, count }: TileSlice, tile: Uint8Array): Hash {
  if (count === 1) return new Uint8Array(tile.subarray(from * HASH_LENGTH, (from + 1) * HASH_LENGTH));
  const left = hashSlice(sha256, { tileLevel: 0, tileIndex: 0, from, count: count / 2 }, tile);
  const right = hashSlice(sha256, { tileLevel: 0, tileIndex: 0, from: from + count / 2, count: count / 2 }, tile);
  return nodeHash(sha256, left, right);
}
