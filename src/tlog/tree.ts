import { TlogError } from './errors.js';
import { checkHash, emptyRoot, type Hash, HASH_LENGTH, nodeHash, type Sha256 } from './hash.js';
import { checkedInteger, half, isOdd } from './integers.js';
import { partialTiles, TILE_WIDTH } from './tiles.js';

/** The stored bytes of a tile, at least as wide as the tree's size asks; more is taken as a later, wider version. */
export type ReadTileNow = (level: number, index: number) => Uint8Array;

/** A tile that an append changed: all its hashes now, one after the other (8,192 bytes when it is full). */
export interface ChangedTile {
  readonly level: number;
  readonly index: number;
  readonly data: Uint8Array;
}

interface OpenTile {
  index: number;
  width: number;
  readonly bytes: Uint8Array;
  changed: boolean;
}

/**
 * The right edge of a growing Merkle tree: the partial tiles, and the roots of the complete subtrees ("peaks") that
 * the size's binary digits name. An append costs about one node hash per leaf, a root one per binary digit.
 * Not transactional: append to a `clone()` and swap it in once the rows are committed.
 */
export class TreeEdge {
  private leaves = 0;
  /** peaks[h] is the root of the complete subtree of 2^h leaves when that binary digit of the size is 1. */
  private readonly peaks: (Hash | undefined)[] = [];
  private readonly open: OpenTile[] = [];

  /** The edge of a stored tree, from its partial tiles; throws `tile` when one is missing hashes. `size` 0 reads none. */
  constructor(
    private readonly sha256: Sha256,
    size = 0,
    readTile: ReadTileNow = noTiles,
  ) {
    this.leaves = checkedInteger(size, 'the tree size');
    for (const { level, index, width } of partialTiles(size)) {
      const bytes = new Uint8Array(TILE_WIDTH * HASH_LENGTH);
      bytes.set(tilePrefix(readTile(level, index), width));
      this.open[level] = { index, width, bytes, changed: false };
      this.restorePeaks(level, bytes, width);
    }
    this.openMissingTiles();
  }

  /** How many leaves the tree has. */
  get size(): number {
    return this.leaves;
  }

  /** The RFC 6962 §2.1 root of the tree as it is now. */
  root(): Hash {
    let root: Hash | undefined;
    for (const peak of this.peaks) {
      if (peak) root = root ? nodeHash(this.sha256, peak, root) : peak;
    }
    return root ? new Uint8Array(root) : emptyRoot(this.sha256);
  }

  /** Appends leaf hashes and returns each tile that changed, by level and index; throws `hash` before it changes anything. */
  append(leafHashes: readonly Hash[]): ChangedTile[] {
    checkedInteger(this.leaves + leafHashes.length, 'the tree size');
    for (const leaf of leafHashes) checkHash(leaf);
    const changed: ChangedTile[] = [];
    for (const leaf of leafHashes) this.appendLeaf(leaf, changed);
    this.open.forEach((tile, level) => {
      if (!tile.changed) return;
      tile.changed = false;
      changed.push({
        level,
        index: tile.index,
        data: new Uint8Array(tile.bytes.subarray(0, tile.width * HASH_LENGTH)),
      });
    });
    return changed.sort((a, b) => a.level - b.level || a.index - b.index);
  }

  /** An independent copy: appends to one do not show in the other. */
  clone(): TreeEdge {
    const copy = new TreeEdge(this.sha256);
    copy.leaves = this.leaves;
    copy.peaks.push(...this.peaks);
    copy.open.length = 0;
    for (const tile of this.open) copy.open.push({ ...tile, bytes: new Uint8Array(tile.bytes) });
    return copy;
  }

  private appendLeaf(leaf: Hash, changed: ChangedTile[]): void {
    let node: Hash = new Uint8Array(leaf);
    let height = 0;
    this.pushToTile(0, node, changed);
    for (let peak = this.peaks[height]; peak; peak = this.peaks[height]) {
      node = nodeHash(this.sha256, peak, node);
      this.peaks[height] = undefined;
      height += 1;
      if (height % 8 === 0) this.pushToTile(height / 8, node, changed);
    }
    this.peaks[height] = node;
    this.leaves += 1;
  }

  private pushToTile(level: number, hash: Hash, changed: ChangedTile[]): void {
    const tile = (this.open[level] ??= emptyTile(0));
    tile.bytes.set(hash, tile.width * HASH_LENGTH);
    tile.width += 1;
    tile.changed = true;
    if (tile.width < TILE_WIDTH) return;
    changed.push({ level, index: tile.index, data: tile.bytes });
    this.open[level] = emptyTile(tile.index + 1);
  }

  /** A tile's hashes are 2^8·level leaves each; its width's binary digits give the peaks of the eight heights above. */
  private restorePeaks(level: number, bytes: Uint8Array, width: number): void {
    let row: Hash[] = [];
    for (let i = 0; i < width; i++) row.push(new Uint8Array(bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH)));
    for (let height = 8 * level; row.length > 0; height++) {
      if (isOdd(row.length)) this.peaks[height] = row.pop();
      row = Array.from({ length: half(row.length) }, (_, i) => this.parent(row, i));
    }
  }

  private parent(row: readonly Hash[], index: number): Hash {
    return nodeHash(this.sha256, row[2 * index] ?? new Uint8Array(0), row[2 * index + 1] ?? new Uint8Array(0));
  }

  /** Levels that end in a full tile have none open: the next push must land in a new one at the right place. */
  private openMissingTiles(): void {
    for (let level = 0, hashes = this.leaves; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
      this.open[level] ??= emptyTile(Math.floor(hashes / TILE_WIDTH));
    }
    for (let height = 0; height < this.peaks.length; height++) this.peaks[height] ??= undefined;
  }
}

/** The first `width` hashes of stored tile bytes; throws `tile` when they are too few, too many or cut within a hash. */
export function tilePrefix(stored: Uint8Array, width: number): Uint8Array {
  const fits = stored.length % HASH_LENGTH === 0 && stored.length <= TILE_WIDTH * HASH_LENGTH;
  if (!fits || stored.length < width * HASH_LENGTH) {
    throw new TlogError('tile', `a tile of ${stored.length} bytes does not hold ${width} hashes`);
  }
  return stored.subarray(0, width * HASH_LENGTH);
}

function emptyTile(index: number): OpenTile {
  return { index, width: 0, bytes: new Uint8Array(TILE_WIDTH * HASH_LENGTH), changed: false };
}

function noTiles(level: number, index: number): Uint8Array {
  throw new TlogError('tile', `no reader was given for tile ${level}/${index}`);
}
