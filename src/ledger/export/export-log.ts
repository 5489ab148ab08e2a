import { sha256 } from '../../platform/keys/sha256.js';
import {
  type ChangedTile,
  type Checkpoint,
  encodeBundle,
  equalBytes,
  formatEntriesPath,
  formatTilePath,
  type Hash,
  HASH_LENGTH,
  leafHash,
  partialTiles,
  TILE_WIDTH,
  tileWidth,
  TreeEdge,
} from '../../tlog/index.js';
import type { OnProgress } from '../verify/findings.js';
import { checkpointIn, type LogSource, readAhead } from '../verify/log-source.js';
import type { LogFolder } from './log-folder.js';

export interface Exported {
  readonly checkpoint: Checkpoint;
  /** The size that the folder had before; 0 when it was empty. */
  readonly from: number;
  readonly filesWritten: number;
}

/** Why nothing was exported: the folder and the log do not belong together. The checkpoint of the folder stays as it was. */
export class ExportFault extends Error {
  override readonly name = 'ExportFault';
}

export interface ExportOptions {
  /** The key that signs the log now, for the file `key`. */
  readonly vkey: string;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * Writes a log into a folder, or what has been added since the last time. Tiles are made of the entries, and the
 * checkpoint is written last, only when they give its root and the folder's tree grew into it: so the folder is a whole
 * log at every moment. Throws `ExportFault` when they do not.
 */
export async function exportLog(source: LogSource, folder: LogFolder, options: ExportOptions): Promise<Exported> {
  const { note } = await source.checkpoint();
  const checkpoint = checkpointIn(note);
  if (!checkpoint) throw new ExportFault('来源没有检查点 / the source has no checkpoint');
  const before = await treeOf(folder);
  if (before) checkGrowth(before.checkpoint, checkpoint);
  const growth = new Growth(folder, before ?? { edge: new TreeEdge(sha256), leaves: new Uint8Array() });
  const from = growth.size;
  await addEntries(source, growth, checkpoint.size, options.onProgress);
  if (!equalBytes(growth.root(), checkpoint.root)) {
    throw new ExportFault('条目算出的根不是所签的根 / the entries do not give the root that was signed');
  }
  await growth.finish();
  await folder.replace('key', Buffer.from(`${options.vkey}\n`));
  await folder.replace('checkpoint', Buffer.from(note));
  return { checkpoint, from, filesWritten: growth.filesWritten };
}

const EXPORTING = { zh: '导出', en: 'exporting' };

async function addEntries(
  source: LogSource,
  growth: Growth,
  size: number,
  onProgress: OnProgress | undefined,
): Promise<void> {
  const first = Math.floor(growth.size / TILE_WIDTH);
  const count = Math.ceil(size / TILE_WIDTH) - first;
  let index = first;
  const read = (at: number): Promise<readonly (Uint8Array | undefined)[]> =>
    source.entries({ index: first + at, width: tileWidth(size, 0, first + at) });
  for await (const entries of readAhead(count, source.readsAhead, read)) {
    await growth.addBundle(index, entries);
    index++;
    onProgress?.(EXPORTING, Math.min(size, index * TILE_WIDTH), size);
  }
}

/** A tree's right edge, and the leaf hashes in the tile that is not full yet. */
interface HeldTree {
  readonly edge: TreeEdge;
  readonly leaves: Uint8Array;
}

/** The tree that the folder holds, from its checkpoint and its tiles; undefined when it holds none. */
async function treeOf(folder: LogFolder): Promise<(HeldTree & { checkpoint: Checkpoint }) | undefined> {
  const note = await folder.read('checkpoint');
  if (!note) return undefined;
  const checkpoint = checkpointIn(Buffer.from(note).toString('utf8'));
  if (!checkpoint) throw new ExportFault(`${folder.folder}: checkpoint 已损坏 / the checkpoint is damaged`);
  const tiles = new Map<string, Uint8Array>();
  for (const id of partialTiles(checkpoint.size)) {
    const full = { ...id, width: TILE_WIDTH };
    // An export that was interrupted may have put the full tile there already.
    const bytes = (await folder.read(formatTilePath(id))) ?? (await folder.read(formatTilePath(full)));
    tiles.set(`${id.level}/${id.index}`, bytes ?? new Uint8Array());
  }
  const edge = new TreeEdge(sha256, checkpoint.size, (level, index) => {
    return tiles.get(`${level}/${index}`) ?? new Uint8Array();
  });
  const leaves = tiles.get(`0/${Math.floor(checkpoint.size / TILE_WIDTH)}`) ?? new Uint8Array();
  if (equalBytes(edge.root(), checkpoint.root)) return { checkpoint, edge, leaves };
  throw new ExportFault(`${folder.folder}: 分片与检查点不符 / the tiles do not give the checkpoint`);
}

function checkGrowth(before: Checkpoint, now: Checkpoint): void {
  if (before.origin !== now.origin) {
    throw new ExportFault(`目录中是另一份日志 / the folder holds another log: ${before.origin}`);
  }
  if (before.size <= now.size) return;
  throw new ExportFault(
    `目录中的日志更长(${before.size} 条,来源 ${now.size} 条)/ the folder has more entries (${before.size}) than the source (${now.size})`,
  );
}

/** The tree of a folder as it grows: full tiles and bundles are written as they fill, the right edge at the end. */
class Growth {
  filesWritten = 0;
  private readonly edge: TreeEdge;
  private readonly heldLeaves: Uint8Array;
  private readonly partial = new Map<number, ChangedTile>();
  private lastBundle: { readonly index: number; readonly entries: readonly Uint8Array[] } | undefined;

  constructor(
    private readonly folder: LogFolder,
    held: HeldTree,
  ) {
    this.edge = held.edge;
    this.heldLeaves = held.leaves;
  }

  get size(): number {
    return this.edge.size;
  }

  root(): Uint8Array {
    return this.edge.root();
  }

  async addBundle(index: number, stored: readonly (Uint8Array | undefined)[]): Promise<void> {
    const entries = stored.map((bytes, place) => present(bytes, index * TILE_WIDTH + place));
    const leaves = entries.map((bytes) => leafHash(sha256, bytes));
    const held = this.size - index * TILE_WIDTH;
    leaves.slice(0, held).forEach((leaf, place) => this.checkHeld(index * TILE_WIDTH + place, leaf));
    for (const tile of this.edge.append(leaves.slice(held))) await this.keep(tile);
    this.lastBundle = entries.length < TILE_WIDTH ? { index, entries } : undefined;
    if (!this.lastBundle) await this.writeBundle(index, entries);
  }

  /** The right edge, once the root is known to be right. */
  async finish(): Promise<void> {
    for (const tile of this.partial.values()) await this.writeTile(tile);
    if (this.lastBundle) await this.writeBundle(this.lastBundle.index, this.lastBundle.entries);
  }

  /** Entries that the folder has already are written again with the rest of their bundle: they must be the same. */
  private checkHeld(index: number, leaf: Hash): void {
    const at = (index % TILE_WIDTH) * HASH_LENGTH;
    if (equalBytes(leaf, this.heldLeaves.subarray(at, at + HASH_LENGTH))) return;
    throw new ExportFault(
      `来源的条目 ${index} 与目录中的不同 / entry ${index} of the source is not that of the folder`,
    );
  }

  private async keep(tile: ChangedTile): Promise<void> {
    if (tile.data.length < TILE_WIDTH * HASH_LENGTH) {
      this.partial.set(tile.level, tile);
      return;
    }
    this.partial.delete(tile.level);
    await this.writeTile(tile);
  }

  private writeTile({ level, index, data }: ChangedTile): Promise<void> {
    const width = data.length / HASH_LENGTH;
    return this.write(formatTilePath({ level, index, width }), data, width);
  }

  private writeBundle(index: number, entries: readonly Uint8Array[]): Promise<void> {
    return this.write(formatEntriesPath({ index, width: entries.length }), encodeBundle(entries), entries.length);
  }

  private async write(path: string, bytes: Uint8Array, width: number): Promise<void> {
    if (await this.folder.add(path, bytes)) this.filesWritten++;
    if (width === TILE_WIDTH) await this.folder.removePartial(path);
  }
}

function present(bytes: Uint8Array | undefined, index: number): Uint8Array {
  if (bytes) return bytes;
  throw new ExportFault(`来源缺少条目 ${index} / the source lacks entry ${index}`);
}
