import { sha256 } from '../platform/keys/sha256.js';
import type { Reader, WriteTx } from '../platform/database/sql.js';
import { type Hash, partialTiles, rootAt, tileHashes, toHex, TreeEdge } from '../tlog/index.js';
import { saveTile, tileBytes } from './leaf-store.js';

/** The tree in the tables, with its right edge kept in memory between commits of this process. */
export class TreeStore {
  private edge: TreeEdge = new TreeEdge(sha256);

  /** The edge of the tree at the head: from memory, or read again when another process has written. */
  async edgeAt(reader: Reader, size: number, root: string): Promise<TreeEdge> {
    if (this.edge.size === size && toHex(this.edge.root()) === root) return this.edge.clone();
    const edge = await readEdge(reader, size);
    if (toHex(edge.root()) !== root) throw new Error(`the stored tiles do not give the root of the tree of ${size}`);
    return edge;
  }

  /** Appends and stores the changed tiles; the result becomes the edge in memory by `keep` after the commit. */
  async grow(tx: WriteTx, edge: TreeEdge, leaves: readonly Hash[]): Promise<void> {
    for (const tile of edge.append(leaves)) await saveTile(tx, tile);
  }

  keep(edge: TreeEdge): void {
    this.edge = edge;
  }
}

async function readEdge(reader: Reader, size: number): Promise<TreeEdge> {
  const tiles = new Map<string, Uint8Array>();
  for (const { level, index } of partialTiles(size)) {
    const bytes = await tileBytes(reader, level, index);
    if (bytes) tiles.set(`${level}/${index}`, bytes);
  }
  return new TreeEdge(sha256, size, (level, index) => tiles.get(`${level}/${index}`) ?? new Uint8Array());
}

/** The root of an earlier size, out of the stored tiles. */
export async function storedRoot(reader: Reader, size: number, treeSize: number): Promise<string> {
  return toHex(await rootAt(sha256, size, storedHashes(reader, treeSize)));
}

/** Subtree hashes out of the stored tiles, for the proofs of one answer: each tile is read once. */
export function storedHashes(reader: Reader, treeSize: number): ReturnType<typeof tileHashes> {
  const tiles = new Map<string, Promise<Uint8Array | undefined>>();
  return tileHashes(sha256, treeSize, async (level, index) => {
    const place = `${level} ${index}`;
    const tile = tiles.get(place) ?? tileBytes(reader, level, index);
    tiles.set(place, tile);
    return (await tile) ?? new Uint8Array();
  });
}
