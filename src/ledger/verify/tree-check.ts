import { sha256 } from '../../platform/keys/sha256.js';
import {
  type ChangedTile,
  type Checkpoint,
  checkInclusion,
  equalBytes,
  formatTilePath,
  type Hash,
  HASH_LENGTH,
  leafHash,
  type NodeId,
  proveInclusion,
  type ReadHashes,
  TILE_WIDTH,
  tileHashes,
  type TileId,
  tileWidth,
  TlogError,
  TreeEdge,
} from '../../tlog/index.js';
import type { Findings } from './findings.js';
import type { LogSource } from './log-source.js';

/** The leaf hashes of a bundle as they are believed, and the places of entries that are missing or changed. */
export interface ComparedLeaves {
  readonly leaves: readonly Hash[];
  readonly wrong: ReadonlySet<number>;
}

const FULL_BYTES = TILE_WIDTH * HASH_LENGTH;

/** Builds the tree again out of the entries, bundle by bundle, and compares every stored tile and every known root. */
export class TreeCheck {
  private readonly edge = new TreeEdge(sha256);
  private readonly partial = new Map<number, ChangedTile>();
  private isSound = true;
  tiles = 0;

  constructor(
    private readonly source: LogSource,
    private readonly signed: Checkpoint,
    private readonly findings: Findings,
  ) {}

  get size(): number {
    return this.edge.size;
  }

  /** False once a part could not be told from its tiles: then the root above it says nothing. */
  get isRootKnown(): boolean {
    return this.isSound;
  }

  /** The root of what was appended so far. */
  root(): Hash {
    return this.edge.root();
  }

  /**
   * Compares the entries of a bundle with its tile. The leaf hash of a wrong entry is taken from the tile, so that one
   * wrong entry does not make everything after it look wrong.
   */
  async compare(index: number, entries: readonly (Uint8Array | undefined)[]): Promise<ComparedLeaves> {
    const stored = await this.source.tile({ level: 0, index, width: entries.length });
    const hashes = entries.map((bytes) => bytes && leafHash(sha256, bytes));
    const wrong = await this.compareLeaves(index, hashes, stored);
    const leaves = hashes.map((hash, place) =>
      hash && !wrong.has(place) ? hash : (storedHash(stored, place) ?? NONE),
    );
    return { leaves, wrong };
  }

  /** Appends leaves, and compares the tiles that they fill. */
  async append(leaves: readonly Hash[]): Promise<void> {
    for (const tile of this.edge.append(leaves)) {
      if (tile.data.length < FULL_BYTES) {
        this.partial.set(tile.level, tile);
        continue;
      }
      this.partial.delete(tile.level);
      await this.compareTile(tile);
    }
  }

  /** Compares the tiles at the right edge. */
  async finish(): Promise<void> {
    for (const tile of this.partial.values()) await this.compareTile(tile);
  }

  /** Once a part was changed together with its tiles, everything above it differs too and says nothing new. */
  private async compareTile({ level, index, data }: ChangedTile): Promise<void> {
    if (level === 0 || !this.isSound) return;
    this.tiles++;
    const id = { level, index, width: data.length / HASH_LENGTH };
    const stored = await this.source.tile(id);
    if (stored && equalBytes(stored, data)) return;
    const path = formatTilePath(id);
    if (stored?.length !== data.length) this.findings.add(path, ...(stored ? WRONG_LENGTH : MISSING));
    else if (await this.isBelowChanged(id, stored, data)) this.isSound = false;
    else this.findings.add(path, ...WRONG_TILE);
  }

  /** A stored hash that leads to the signed root is right: then what lies below it was changed, tile and entries alike. */
  private async isBelowChanged({ level, index }: TileId, stored: Uint8Array, data: Uint8Array): Promise<boolean> {
    const place = Array.from({ length: data.length / HASH_LENGTH }).findIndex(
      (_, at) => !equalBytes(storedHash(stored, at) ?? NONE, storedHash(data, at) ?? NONE),
    );
    const node = index * TILE_WIDTH + place;
    const hash = storedHash(stored, place);
    if (!hash || !(await this.leadsToRoot({ level: 8 * level, index: node }, hash))) return false;
    const span = TILE_WIDTH ** level;
    const range = `${node * span}–${(node + 1) * span - 1}`;
    this.findings.add(
      formatTilePath({ level: level - 1, index: node, width: TILE_WIDTH }),
      `分片与其下的条目(${range})一起被改动`,
      `the tile and the entries below it (${range}) were changed together`,
    );
    return true;
  }

  private async compareLeaves(
    index: number,
    hashes: readonly (Hash | undefined)[],
    stored: Uint8Array | undefined,
  ): Promise<ReadonlySet<number>> {
    this.tiles++;
    const path = formatTilePath({ level: 0, index, width: hashes.length });
    const wrong = new Set<number>();
    if (stored?.length !== hashes.length * HASH_LENGTH) this.findings.add(path, ...(stored ? WRONG_LENGTH : MISSING));
    for (const [place, hash] of hashes.entries()) {
      const other = storedHash(stored, place);
      if (hash && (!other || equalBytes(hash, other))) continue;
      if (await this.blame(index * TILE_WIDTH + place, hash, other)) wrong.add(place);
      else if (hash) this.findings.add(path, ...WRONG_TILE);
    }
    return wrong;
  }

  /** Whether the entry is at fault, rather than the tile: whichever of the two hashes leads to the signed root is right. */
  private async blame(index: number, hash: Hash | undefined, other: Hash | undefined): Promise<boolean> {
    const where = `entry ${index}`;
    if (!hash) {
      this.isSound &&= other !== undefined;
      this.findings.add(where, '缺少该条目', 'the entry is missing');
      return true;
    }
    if (other && (await this.leadsToRoot({ level: 0, index }, other))) {
      this.findings.add(
        where,
        '条目的内容被改动:与树中的哈希不符',
        'the entry was changed: its bytes do not have the hash in the tree',
      );
      return true;
    }
    return false;
  }

  /** Whether the stored tiles prove that a complete subtree with this hash is in the signed tree (RFC 9162 §2.1.3.2). */
  private async leadsToRoot({ level, index }: NodeId, hash: Hash): Promise<boolean> {
    const { size, root } = this.signed;
    const span = 2 ** level;
    try {
      const proof = await proveInclusion(sha256, index * span, size, this.storedHashes());
      const above = { index, size: Math.floor((size - 1) / span) + 1, proof: proof.slice(level) };
      return checkInclusion(sha256, { leafHash: hash, ...above, root });
    } catch (error) {
      if (error instanceof TlogError) return false;
      throw error;
    }
  }

  private storedHashes(): ReadHashes {
    const { size } = this.signed;
    return tileHashes(sha256, size, async (level, index) => {
      const width = tileWidth(size, level, index);
      return (await this.source.tile({ level, index, width })) ?? NONE;
    });
  }
}

type Words = readonly [zh: string, en: string];
const MISSING: Words = ['缺少该分片', 'the tile is missing'];
const WRONG_LENGTH: Words = ['分片长度不对', 'the tile is not of its length'];
const WRONG_TILE: Words = ['分片与由条目算出的不同', 'the tile is not the one that the entries give'];

const NONE = new Uint8Array(HASH_LENGTH);

function storedHash(stored: Uint8Array | undefined, place: number): Hash | undefined {
  const hash = stored?.subarray(place * HASH_LENGTH, (place + 1) * HASH_LENGTH);
  return hash?.length === HASH_LENGTH ? hash : undefined;
}
