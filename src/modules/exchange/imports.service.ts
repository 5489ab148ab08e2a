import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Ledger, type Receipt } from '../../ledger/index.js';
import { ImportDraft } from './exchange.entity.js';
import type { ImportKind } from './exchange.kinds.js';
import { refuse } from './exchange.refusals.js';
import { commitImport, requireImporter, undoImport } from './import.rules.js';
import { ImportDrafts } from './import-drafts.js';
import { ImportFiles } from './import-files.js';
import { ImportWork } from './import-work.js';
import { draftFor, runFor } from './imports.queries.js';

export interface Upload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly body: AsyncIterable<Uint8Array>;
}

@Injectable()
export class ImportsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly drafts: ImportDrafts,
    private readonly files: ImportFiles,
    private readonly work: ImportWork,
  ) {}

  /** Keeps the file and begins to look through it; answers its id at once. */
  async upload(actor: Actor, { kind, fileName, body }: Upload): Promise<string> {
    requireImporter(actor, kind);
    await this.drafts.requireRoom(actor.partyId);
    const id = this.drafts.nextId();
    const { hash, bytes } = await this.files.receive(id, body);
    if (bytes === 0) {
      await this.files.remove(id);
      throw refuse.fileExpected();
    }
    try {
      this.work.checker.begin(await this.drafts.add(actor, { id, kind, fileName, fileHash: hash }), actor);
    } catch (error) {
      await this.files.remove(id);
      throw error;
    }
    return id;
  }

  async commit(actor: Actor, id: string, isLeavingOut: boolean): Promise<Receipt> {
    const receipt = await this.ledger.record(actor, async (tx) => {
      const made = commitImport(actor, await draftFor(tx, actor, id), isLeavingOut);
      await tx.delete(ImportDraft, { id });
      return made;
    });
    this.work.runner.begin(id);
    return receipt;
  }

  async undo(actor: Actor, id: string, reason: string): Promise<Receipt> {
    const receipt = await this.ledger.record(actor, async (tx) =>
      undoImport(actor, await runFor(tx, actor, id), reason),
    );
    this.work.runner.begin(id);
    return receipt;
  }

  /** Forgets a file that nothing was recorded of. */
  async discard(actor: Actor, id: string): Promise<void> {
    const [draft] = await this.drafts.find({ id, partyId: actor.partyId }, 1);
    if (!draft) throw refuse.unknown();
    if (draft.state === 'checking') throw refuse.stillChecking();
    await this.drafts.remove(id);
    await this.files.remove(id);
  }
}
