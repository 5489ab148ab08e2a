import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids, isId, madeAt as birthOf } from '../../kernel/ids.js';
import { addMillis, Clock } from '../../kernel/instant.js';
import { Ledger } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader, Where } from '../../platform/database/sql.js';
import { ImportDraft, ImportRun } from './exchange.entity.js';
import type { ImportKind } from './exchange.kinds.js';
import { refuse } from './exchange.refusals.js';

export interface NewDraft {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileHash: string;
}

const EMPTY = { progress: 0, rows: 0, records: 0, problems: 0, listHash: null, firstProblems: '[]', preview: '[]' };

/** A party's imports that wait to be committed. */
const MOST_DRAFTS = 20;
/** No upload takes longer. */
const SENT_MILLIS = 86_400_000;

/** The private rows of files of which nothing is recorded yet. */
@Injectable()
export class ImportDrafts {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  nextId(): string {
    return this.ids.next();
  }

  /** Throws when the party has as many as it may. */
  requireRoom(partyId: string): Promise<void> {
    return requireRoom(this.database.reader, partyId);
  }

  find(where: Where<ImportDraft>, limit: number): Promise<ImportDraft[]> {
    return this.database.reader.find(ImportDraft, where, { orderBy: 'id', limit });
  }

  /** Drafts that were made so long ago, or before. */
  async waitingFor(millis: number): Promise<readonly ImportDraft[]> {
    const before = addMillis(this.clock.now(), -millis);
    const drafts = await this.database.reader.find(ImportDraft, {});
    return drafts.filter(({ madeAt }) => madeAt <= before);
  }

  /** Of the imports that files are there of, those that need none: not even one that is just being sent. */
  async needless(ids: readonly string[]): Promise<readonly string[]> {
    const { reader } = this.database;
    const runs = await reader.find(ImportRun, { state: ['recording', 'undoing'] });
    const drafts = await reader.find(ImportDraft, {});
    const needed = new Set([...runs, ...drafts].map(({ id }) => id));
    const before = addMillis(this.clock.now(), -SENT_MILLIS);
    return ids.filter((id) => !needed.has(id) && (!isId(id) || birthOf(id) < before));
  }

  async add(actor: Actor, wish: NewDraft): Promise<ImportDraft> {
    const { partyId, accountId } = actor;
    const now = this.clock.now();
    const draft = { ...wish, partyId, accountId, state: 'checking', ...EMPTY, madeAt: now, seenAt: now };
    await this.ledger.run(async (tx) => {
      // Files that were sent at the same time have all found room before they arrived.
      await requireRoom(tx, partyId);
      await tx.insert(ImportDraft, draft);
    });
    return draft;
  }

  async change(id: string, changes: Partial<ImportDraft>): Promise<void> {
    const seenAt = this.clock.now();
    await this.ledger.run((tx) => tx.update(ImportDraft, { id }, { ...changes, seenAt }));
  }

  /** A check that waits its turn is not taken for one whose process has ended. */
  async stillWait(ids: readonly string[]): Promise<void> {
    const waiting = { id: [...ids], state: 'checking' } as const;
    await this.ledger.run((tx) => tx.update(ImportDraft, waiting, { seenAt: this.clock.now() }));
  }

  async remove(id: string): Promise<void> {
    await this.ledger.run((tx) => tx.delete(ImportDraft, { id }));
  }
}

async function requireRoom(reader: Reader, partyId: string): Promise<void> {
  const waiting = await reader.find(ImportDraft, { partyId }, { limit: MOST_DRAFTS });
  if (waiting.length >= MOST_DRAFTS) throw refuse.tooManyDrafts({ most: MOST_DRAFTS });
}
