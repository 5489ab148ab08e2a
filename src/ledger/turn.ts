import type { Actor } from '../kernel/actor.js';
import type { Random } from '../kernel/ids.js';
import type { Instant } from '../kernel/instant.js';
import { sha256 } from '../platform/keys/sha256.js';
import type { Tx, WriteTx } from '../platform/database/sql.js';
import { type Hash, leafHash } from '../tlog/index.js';
import { commitmentOf, disclose, type Disclosure, SALT_BYTES } from './commitment.js';
import { committedEvent } from './committed-event.js';
import { type Commitments, encodeEntry, ENTRY_VERSION, type Entry } from './entry.js';
import { asJson, DISCLOSURE_GROUPS, type LedgerEvent, type Subject } from './event.js';
import { linked } from './linked-subjects.js';
import { insertEntry } from './leaf-store.js';
import { LedgerDisclosure, LedgerSubject } from './ledger.entity.js';
import type { Projections } from './projection.js';

/** An entry as it was appended, before or after its commit. */
export interface PlacedEntry {
  readonly index: number;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: string;
  readonly subjects: readonly Subject[];
  readonly leafHash: Hash;
}

interface TurnStart {
  readonly size: number;
  readonly at: Instant;
}

/** One open transaction of the writer, in which many commands append, one after the other. */
export class Turn {
  readonly placed: PlacedEntry[] = [];

  constructor(
    readonly tx: Tx,
    /** The same transaction, for what is only written. */
    readonly ahead: WriteTx,
    private readonly start: TurnStart,
    private readonly parts: { readonly projections: Projections; readonly random: Random },
  ) {}

  get size(): number {
    return this.start.size + this.placed.length;
  }

  get at(): Instant {
    return this.start.at;
  }

  /** Forgets the entries of a command whose savepoint was rolled back. */
  forgetFrom(size: number): void {
    this.placed.length = size - this.start.size;
  }

  /** Appends events as entries, with their disclosures, and lets the projections write. */
  async append(actor: Actor, events: readonly LedgerEvent[]): Promise<PlacedEntry[]> {
    const placed: PlacedEntry[] = [];
    for (const event of events) placed.push(await this.appendOne(actor, event));
    return placed;
  }

  private async appendOne(actor: Actor, event: LedgerEvent): Promise<PlacedEntry> {
    const index = this.size;
    const disclosures = this.disclosuresOf(event);
    const entry: Entry = {
      v: ENTRY_VERSION,
      kind: event.kind,
      at: this.at,
      actor: actor.pseudonym,
      subjects: await linked(this.ahead, event.subjects),
      commitments: commitmentsOf(disclosures),
      ...(event.contents.clear ? { clear: asJson(event.contents.clear) } : {}),
    };
    const bytes = encodeEntry(entry);
    await insertEntry(this.ahead, index, bytes);
    await this.ahead.insertAll(
      LedgerDisclosure,
      disclosures.map(({ group, salt, content }) => ({ idx: index, grp: group, salt, content })),
    );
    await this.ahead.insertAll(
      LedgerSubject,
      event.subjects.map(({ type, id }) => ({ type, id, idx: index })),
    );
    await this.parts.projections.apply(this.ahead, committedEvent(index, entry, disclosures));
    return this.place(index, entry, bytes);
  }

  private place(index: number, entry: Entry, bytes: Uint8Array): PlacedEntry {
    const { kind, at, actor } = entry;
    const subjects = entry.subjects.map(({ type, id }) => ({ type, id }));
    const placed = { index, kind, at, actor, subjects, leafHash: leafHash(sha256, bytes) };
    this.placed.push(placed);
    return placed;
  }

  private disclosuresOf(event: LedgerEvent): Disclosure[] {
    return DISCLOSURE_GROUPS.flatMap((group) => {
      const content = event.contents[group];
      return content ? [disclose(group, asJson(content), this.parts.random.bytes(SALT_BYTES))] : [];
    });
  }
}

function commitmentsOf(disclosures: readonly Disclosure[]): Commitments {
  return Object.fromEntries(disclosures.map((disclosure) => [disclosure.group, commitmentOf(disclosure)]));
}
