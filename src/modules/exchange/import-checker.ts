import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { readSheet } from '../../platform/sheets/read-sheet.js';
import { type FileFault, SheetFault } from '../../platform/sheets/sheet-rows.js';
import type { ImportDraft } from './exchange.entity.js';
import { asKind } from './exchange.kinds.js';
import { problem } from './exchange.refusals.js';
import { ImportCheck } from './import-check.js';
import { ImportDrafts } from './import-drafts.js';
import { ImportFiles } from './import-files.js';
import { problemAt } from './sheet-columns.rules.js';
import { SheetKinds } from './sheet-kinds.js';

const SAVED_EVERY_MILLIS = 1_000;

const FAULTS: Readonly<Record<FileFault, keyof typeof problem>> = {
  unreadable: 'unreadable',
  encoding: 'encoding',
  'old-format': 'oldFormat',
  encrypted: 'encrypted',
  'too-large': 'tooLarge',
  'too-many-rows': 'tooManyRows',
  'too-many-columns': 'tooManyColumns',
  quotes: 'quotes',
  empty: 'empty',
};

/** Looks through uploaded files in the background, one after the other. Nothing of what they say is recorded. */
@Injectable()
export class ImportChecker {
  private readonly logger = new Logger('exchange');
  private turn: Promise<void> = Promise.resolve();
  /** Ids of what is being looked through and of what waits for it. */
  private readonly begun = new Set<string>();

  constructor(
    private readonly drafts: ImportDrafts,
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly kinds: SheetKinds,
  ) {}

  /** Begins when the files before it are done. */
  begin(draft: ImportDraft, actor: Actor): void {
    this.begun.add(draft.id);
    this.turn = this.turn
      .then(() => this.check(draft, actor))
      .catch((error: unknown) => this.logger.error({ event: 'import-not-checked', id: draft.id, error }))
      .finally(() => this.begun.delete(draft.id));
  }

  /** Resolves when every file is looked through that was begun before. */
  idle(): Promise<void> {
    return this.turn;
  }

  private async check({ id, kind }: ImportDraft, actor: Actor): Promise<void> {
    const files = { list: await this.files.writer(id, 'list'), problems: await this.files.writer(id, 'problems') };
    const check = new ImportCheck(this.kinds.of(asKind(kind)), { actor, reader: this.database.reader }, files);
    try {
      await check.start();
      const isWhole = await this.read(id, check);
      const listHash = await files.list.end();
      await files.problems.end();
      const state = isWhole ? 'checked' : 'failed';
      await this.save(id, check, { state, progress: 1_000, listHash: isWhole ? listHash : null });
    } catch (error) {
      await Promise.allSettled([files.list.abandon(), files.problems.abandon()]);
      await this.save(id, check, { state: 'failed' });
      throw error;
    } finally {
      await this.files.remove(id, 'source');
    }
  }

  /** Answers false when the file as a whole cannot be taken. */
  private async read(id: string, check: ImportCheck): Promise<boolean> {
    let saved = performance.now();
    try {
      for await (const { rows, part } of readSheet(this.files.path(id, 'source'))) {
        if (!(await check.take(rows))) return false;
        if (performance.now() - saved < SAVED_EVERY_MILLIS) continue;
        await this.save(id, check, { progress: Math.floor(part * 999) });
        saved = performance.now();
      }
      await check.end();
      return true;
    } catch (error) {
      if (!(error instanceof SheetFault)) throw error;
      await check.report([problemAt({ row: error.row ?? 0 }, problem[FAULTS[error.fault]]())]);
      return false;
    }
  }

  private async save(id: string, check: ImportCheck, changes: Partial<ImportDraft>): Promise<void> {
    const { rows, records, problems } = check;
    const firstProblems = JSON.stringify(check.firstProblems);
    const preview = JSON.stringify(check.preview);
    await this.drafts.change(id, { rows, records, problems, firstProblems, preview, ...changes });
    await this.drafts.stillWait([...this.begun]);
  }
}
