import type { Actor } from '../kernel/actor.js';
import type { Random } from '../kernel/ids.js';
import type { Instant } from '../kernel/instant.js';
import type { Tx, WriteTx } from '../platform/database/sql.js';
import { disclose, type Disclosure, SALT_BYTES } from './commitment.js';
import { committedEvent } from './committed-event.js';
import { asJson, DISCLOSURE_GROUPS, type LedgerEvent } from './event.js';
import type { Projections } from './projection.js';
import { type DraftEntry, type PlacedEntry, storeEntries } from './store-entries.js';

/** Which entries of a turn are a command's. */
export interface EntryRange {
  readonly first: number;
  readonly count: number;
}

interface TurnStart {
  readonly size: number;
  readonly at: Instant;
}

/** One open transaction of the writer, in which many commands append. */
export class Turn {
  readonly placed: PlacedEntry[] = [];
  /** Entries whose projections are written, and that `store` writes together. */
  private drafts: DraftEntry[] = [];

  constructor(
    readonly tx: Tx,
    /** The same transaction, for what is only written. */
    readonly ahead: WriteTx,
    private readonly start: TurnStart,
    private readonly parts: { readonly projections: Projections; readonly random: Random },
  ) {}

  get size(): number {
    return this.start.size + this.placed.length + this.drafts.length;
  }

  get at(): Instant {
    return this.start.at;
  }

  /** Entries that are still to be stored. */
  get unstored(): number {
    return this.drafts.length;
  }

  /** Forgets the entries of a command whose savepoint was rolled back; those before it were stored. */
  forgetFrom(size: number): void {
    this.drafts = [];
    this.placed.length = size - this.start.size;
  }

  /** Appends events as entries, with their disclosures, and lets the projections write. */
  async append(actor: Actor, events: readonly LedgerEvent[]): Promise<EntryRange> {
    const first = this.size;
    for (const event of events) await this.appendOne(actor, event);
    return { first, count: events.length };
  }

  /** Writes the rows of the entries so far; before that, the log's own tables know nothing of them. */
  async store(): Promise<void> {
    const drafts = this.drafts;
    this.drafts = [];
    this.placed.push(...(await storeEntries(this.ahead, drafts)));
  }

  private async appendOne(actor: Actor, event: LedgerEvent): Promise<void> {
    const disclosures = this.disclosuresOf(event);
    const { clear } = event.contents;
    const draft = {
      index: this.size,
      kind: event.kind,
      at: this.at,
      actor: actor.pseudonym,
      subjects: event.subjects,
      disclosures,
      ...(clear ? { clear: asJson(clear) } : {}),
    };
    this.drafts.push(draft);
    await this.parts.projections.apply(this.ahead, committedEvent(draft.index, draft, disclosures));
  }

  private disclosuresOf(event: LedgerEvent): Disclosure[] {
    return DISCLOSURE_GROUPS.flatMap((group) => {
      const content = event.contents[group];
      return content ? [disclose(group, asJson(content), this.parts.random.bytes(SALT_BYTES))] : [];
    });
  }
}
