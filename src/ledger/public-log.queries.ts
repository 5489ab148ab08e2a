import { Injectable } from '@nestjs/common';
import { invariant } from '../kernel/invariant.js';
import { Database } from '../platform/database/database.js';
import { sha256 } from '../platform/keys/sha256.js';
import { decodeBase64, encodeBase64, fromHex, leafHash, parseCheckpoint, parseNote } from '../tlog/index.js';
import { decodeEntry } from './entry.js';
import type { DisclosureGroup } from './event.js';
import { entryBytes } from './leaf-store.js';
import type { LedgerCheckpoint } from './ledger.entity.js';
import { refuse } from './ledger.refusals.js';
import { LogQueries, type ProvenEntry } from './log.queries.js';
import type { CheckpointView, ConsistencyView, EntryFields, EntryView, InclusionView } from './public-log.dto.js';
import { storedRoot } from './tree-store.js';

/** The log for programs that would rather read JSON than tiles: never more of it than is published. */
@Injectable()
export class PublicLogQueries {
  constructor(
    private readonly database: Database,
    private readonly log: LogQueries,
  ) {}

  async checkpoint(): Promise<CheckpointView> {
    const { note } = await this.log.checkpoint();
    const { origin, size, root } = parseCheckpoint(parseNote(note).text);
    return { origin, size, root: encodeBase64(root), note };
  }

  /** An entry with what it says to whoever may see the groups. Refuses one that no published checkpoint has. */
  async entry(index: number, groups: readonly DisclosureGroup[]): Promise<EntryView> {
    await this.requirePublished(index + 1);
    return entryView(index, await this.bytesOf(index), await this.log.disclosures(index, groups));
  }

  /** Refuses a tree that is not published, and an entry that is not in it. */
  async inclusion(index: number, wanted?: number): Promise<InclusionView> {
    const size = await this.publishedSize(wanted ?? index + 1, wanted);
    if (index >= size) throw refuse.entryOutsideTree({ index, size });
    const bytes = await this.bytesOf(index);
    return {
      index,
      size,
      leafHash: encodeBase64(leafHash(sha256, bytes)),
      proof: await this.log.inclusion(index, size),
      root: await this.rootOf(size),
    };
  }

  /** Refuses trees that are not published, and a `from` beyond `to`. */
  async consistency(from: number, wanted?: number): Promise<ConsistencyView> {
    const to = await this.publishedSize(wanted ?? from, wanted);
    if (from > to) throw refuse.sizesReversed({ from, to });
    const proof = await this.log.consistency(from, to);
    return { from, to, proof, fromRoot: await this.rootOf(from), toRoot: await this.rootOf(to) };
  }

  /** What a subject's entries are, with proofs against one published checkpoint; `pending` are not published yet. */
  async history(
    type: string,
    id: string,
    groups: readonly DisclosureGroup[],
  ): Promise<{ readonly published: LedgerCheckpoint; readonly pending: number; readonly entries: ProvenEntry[] }> {
    const published = await this.log.checkpoint();
    const all = await this.log.historyOf(type, id);
    const indexes = all.filter((index) => index < published.size);
    const entries = await this.log.prove(indexes, published.size, groups);
    return { published, pending: all.length - indexes.length, entries };
  }

  /** The last entry under a checkpoint, undisclosed: it tells the time up to which the checkpoint speaks. */
  async lastOf({ size }: LedgerCheckpoint): Promise<ProvenEntry> {
    const [last] = await this.log.prove([size - 1], size, []);
    invariant(last, 'a checkpoint is over at least one entry');
    return last;
  }

  /** The wanted size, or the published one; refuses when fewer than `needed` entries are published. */
  private async publishedSize(needed: number, wanted: number | undefined): Promise<number> {
    const published = await this.requirePublished(needed);
    return wanted ?? published;
  }

  private async requirePublished(needed: number): Promise<number> {
    const { size } = await this.log.checkpoint();
    if (needed <= size) return size;
    const head = await this.log.head();
    throw needed <= head.size ? refuse.notPublished({ size }) : refuse.entryUnknown({ size: head.size });
  }

  private async bytesOf(index: number): Promise<Uint8Array> {
    const [bytes] = await entryBytes(this.database.reader, index, index + 1);
    if (!bytes) throw refuse.entryUnknown({ size: index });
    return bytes;
  }

  private async rootOf(size: number): Promise<string> {
    return encodeBase64(fromHex(await storedRoot(this.database.reader, size, size)));
  }
}

/** An entry as the API shows it; `disclosures` are what the reader may see. */
export function entryView(index: number, bytes: Uint8Array, disclosures: EntryView['disclosures']): EntryView {
  return {
    index,
    entry: encodeBase64(bytes),
    parsed: entryFields(bytes),
    leafHash: encodeBase64(leafHash(sha256, bytes)),
    disclosures,
  };
}

/** The same of an entry that is proven. */
export function provenEntryView({ index, entry, disclosures }: ProvenEntry): EntryView {
  return entryView(index, decodeBase64(entry), [...disclosures]);
}

function entryFields(bytes: Uint8Array): EntryFields {
  const { clear, subjects, ...others } = decodeEntry(bytes);
  const fields = { ...others, subjects: [...subjects] };
  return typeof clear === 'object' && clear !== null ? { ...fields, clear } : fields;
}
