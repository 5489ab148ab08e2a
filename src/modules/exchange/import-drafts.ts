import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ids } from '../../kernel/ids.js';
import { Clock } from '../../kernel/instant.js';
import { Ledger } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Where } from '../../platform/database/sql.js';
import { ImportDraft } from './exchange.entity.js';
import type { ImportKind } from './exchange.kinds.js';

export interface NewDraft {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileHash: string;
}

const EMPTY = { progress: 0, rows: 0, records: 0, problems: 0, listHash: null, firstProblems: '[]', preview: '[]' };

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

  find(where: Where<ImportDraft>, limit: number): Promise<ImportDraft[]> {
    return this.database.reader.find(ImportDraft, where, { orderBy: 'id', limit });
  }

  async add(actor: Actor, wish: NewDraft): Promise<ImportDraft> {
    const { partyId, accountId } = actor;
    const now = this.clock.now();
    const draft = { ...wish, partyId, accountId, state: 'checking', ...EMPTY, madeAt: now, seenAt: now };
    await this.ledger.run((tx) => tx.insert(ImportDraft, draft));
    return draft;
  }

  async change(id: string, changes: Partial<ImportDraft>): Promise<void> {
    const seenAt = this.clock.now();
    await this.ledger.run((tx) => tx.update(ImportDraft, { id }, { ...changes, seenAt }));
  }

  async remove(id: string): Promise<void> {
    await this.ledger.run((tx) => tx.delete(ImportDraft, { id }));
  }
}
