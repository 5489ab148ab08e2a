import { Injectable, Optional } from '@nestjs/common';
import type { Instant } from '../kernel/instant.js';
import { Database } from '../platform/database/database.js';
import { inRuns } from '../platform/database/runs.js';
import { sha256 } from '../platform/keys/sha256.js';
import {
  encodeBase64,
  encodeBundle,
  fromHex,
  proveConsistency,
  proveInclusion,
  type ReadHashes,
  TILE_WIDTH,
  tileWidth,
} from '../tlog/index.js';
import { decodeEntry, type Entry } from './entry.js';
import type { DisclosureGroup } from './event.js';
import { LedgerCheckpoint, LedgerDisclosure, LedgerHead, LedgerPublished, LedgerSubject } from './ledger.entity.js';
import { HashCache } from './hash-cache.js';
import { entryBytes, entryBytesAt, tileBytes } from './leaf-store.js';
import { refuse } from './ledger.refusals.js';
import { LogPolicy } from './log-policy.js';
import { storedHashes, storedRoot } from './tree-store.js';

/** The content behind a commitment, with its salt (hex), as RFC 8785 text. */
export interface DisclosedGroup {
  readonly group: string;
  readonly salt: string;
  readonly content: string;
}

/** An entry with all that a stranger needs to check it against a checkpoint. */
export interface ProvenEntry {
  readonly index: number;
  /** The leaf's bytes, base64. */
  readonly entry: string;
  /** What the entry says, by group, with its salt: only groups that the reader may see. */
  readonly disclosures: readonly DisclosedGroup[];
  /** RFC 6962 inclusion proof, base64, from the leaf up. */
  readonly proof: readonly string[];
}

/** Reads of the log: entries, proofs, tiles and checkpoints, as strangers get them. */
@Injectable()
export class LogQueries {
  private readonly cache = new HashCache();

  constructor(
    private readonly database: Database,
    @Optional() private readonly policy: LogPolicy = LogPolicy.none,
  ) {}

  async head(): Promise<LedgerHead> {
    const head = await this.database.reader.findOne(LedgerHead, { id: 1 });
    if (!head) throw new Error('the log has no head: it was not founded');
    return head;
  }

  /**
   * The published checkpoint: what a quorum of witnesses cosigned last, or the newest signed one where nothing is
   * witnessed. When it does not have the first `covering` entries yet, the newest signed one: a revocation must show
   * at once, also while no witness answers.
   */
  async checkpoint(covering = 0): Promise<LedgerCheckpoint> {
    const published = this.policy.isWitnessed ? await this.newestPublished() : undefined;
    return published && published.size >= covering ? published : this.signedCheckpoint();
  }

  /** Tells whether a published checkpoint has the first `size` entries; always, where nothing is witnessed. */
  async isPublished(size: number): Promise<boolean> {
    if (!this.policy.isWitnessed) return true;
    return ((await this.newestPublished())?.size ?? 0) >= size;
  }

  /** The newest signed checkpoint, witnessed or not. */
  async signedCheckpoint(): Promise<LedgerCheckpoint> {
    const found = await this.newestSigned();
    if (!found) throw refuse.entryUnknown({ size: 0 });
    return found;
  }

  /** As `signedCheckpoint`, or undefined while the log is empty. */
  newestSigned(): Promise<LedgerCheckpoint | undefined> {
    return this.database.reader.findOne(LedgerCheckpoint, {}, { orderBy: 'size', direction: 'desc' });
  }

  /** The largest checkpoint that a quorum ever cosigned. */
  newestPublished(): Promise<LedgerPublished | undefined> {
    return this.database.reader.findOne(LedgerPublished, {}, { orderBy: 'size', direction: 'desc' });
  }

  /** The time of the oldest entry that no published checkpoint has; undefined when there is none, or no witness. */
  async unpublishedSince(): Promise<Instant | undefined> {
    if (!this.policy.isWitnessed) return undefined;
    const published = await this.newestPublished();
    return (await this.entry(published?.size ?? 0))?.at;
  }

  async entry(index: number): Promise<Entry | undefined> {
    const [bytes] = await entryBytes(this.database.reader, index, index + 1);
    return bytes && decodeEntry(bytes);
  }

  /** Decoded entries from `first` up to, not including, `end`. */
  async entries(first: number, end: number): Promise<Entry[]> {
    return (await entryBytes(this.database.reader, first, end)).map(decodeEntry);
  }

  /** The indexes of all entries about a subject, oldest first: the chain that its `prev` links make. */
  async historyOf(type: string, id: string): Promise<number[]> {
    const rows = await this.database.reader.find(LedgerSubject, { type, id }, { orderBy: 'idx' });
    return rows.map((row) => row.idx);
  }

  /** Decoded entries by their indexes; those beyond the log are not there. */
  async entriesAt(indexes: readonly number[]): Promise<ReadonlyMap<number, Entry>> {
    const stored = await entryBytesAt(this.database.reader, indexes);
    return new Map([...stored].map(([index, bytes]) => [index, decodeEntry(bytes)]));
  }

  /**
   * Entries with proofs against the tree of `size`, disclosing the given groups only: what an entry says to whoever may
   * see them; what was erased is not there. Throws when an entry is beyond that tree.
   */
  async prove(indexes: readonly number[], size: number, groups: readonly DisclosureGroup[]): Promise<ProvenEntry[]> {
    const stored = await entryBytesAt(this.database.reader, indexes);
    const disclosed = await this.disclosuresAt(indexes, groups);
    const hashes = this.hashes(size);
    const proven: ProvenEntry[] = [];
    for (const index of indexes) {
      const bytes = stored.get(index);
      if (!bytes || index >= size) throw refuse.entryUnknown({ size });
      const proof = (await proveInclusion(sha256, index, size, hashes)).map(encodeBase64);
      proven.push({ index, entry: encodeBase64(bytes), disclosures: disclosed.get(index) ?? [], proof });
    }
    return proven;
  }

  /** The same of one entry, without its proof. */
  async disclosures(index: number, groups: readonly DisclosureGroup[]): Promise<DisclosedGroup[]> {
    return (await this.disclosuresAt([index], groups)).get(index) ?? [];
  }

  async inclusion(index: number, size: number): Promise<string[]> {
    const proof = await proveInclusion(sha256, index, size, this.hashes(size));
    return proof.map(encodeBase64);
  }

  async consistency(first: number, second: number): Promise<string[]> {
    const proof = await proveConsistency(sha256, first, second, this.hashes(second));
    return proof.map(encodeBase64);
  }

  /** The root of the tree as it was at `size`, base64, out of the tiles that everybody has. Throws beyond the tree. */
  async rootAt(size: number): Promise<string> {
    const head = await this.head();
    return encodeBase64(fromHex(await storedRoot(this.database.reader, size, head.size)));
  }

  /** The bytes of a tile of hashes, exactly `width` wide; undefined when the log is not that far. */
  async tile(level: number, index: number, width: number): Promise<Uint8Array | undefined> {
    const { size } = await this.head();
    if (width > tileWidth(size, level, index)) return undefined;
    const stored = await tileBytes(this.database.reader, level, index);
    return stored?.subarray(0, width * 32);
  }

  /** The bundle of entries of one tile, exactly `width` of them; undefined when the log is not that far. */
  async bundle(index: number, width: number): Promise<Uint8Array | undefined> {
    const { size } = await this.head();
    if (width > tileWidth(size, 0, index)) return undefined;
    const first = index * TILE_WIDTH;
    return encodeBundle(await entryBytes(this.database.reader, first, first + width));
  }

  private hashes(size: number): ReadHashes {
    return this.cache.over(storedHashes(this.database.reader, size));
  }

  private async disclosuresAt(
    indexes: readonly number[],
    groups: readonly DisclosureGroup[],
  ): Promise<ReadonlyMap<number, DisclosedGroup[]>> {
    const found = new Map<number, DisclosedGroup[]>();
    for (const run of inRuns(indexes)) {
      const where = { idx: run, grp: [...groups] };
      const rows = await this.database.reader.find(LedgerDisclosure, where, { orderBy: 'grp' });
      for (const { idx, grp, salt, content } of rows)
        found.set(idx, [...(found.get(idx) ?? []), { group: grp, salt, content }]);
    }
    return found;
  }
}
