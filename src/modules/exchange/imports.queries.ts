import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { addMillis, Clock } from '../../kernel/instant.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { ImportDraft, ImportRecord, ImportRun } from './exchange.entity.js';
import { refuse } from './exchange.refusals.js';
import { draftView, runView } from './exchange.view.js';
import type { ImportView } from './imports.dto.js';

/** A check that was not heard of for so long has ended with its process. */
const SILENT_MILLIS = 60_000;
const SHOWN_RECORDS = 100;
const SHOWN_IMPORTS = 50;

/** Reads of imports. Each is seen by its own party; for others it does not exist. */
@Injectable()
export class ImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest imports of the viewer's party, those that wait and those that were committed. */
  async imports(viewer: Actor): Promise<ImportView[]> {
    const { reader } = this.database;
    const newest = { orderBy: 'id', direction: 'desc', limit: SHOWN_IMPORTS } as const;
    const drafts = await reader.find(ImportDraft, { partyId: viewer.partyId }, newest);
    const runs = await reader.find(ImportRun, { partyId: viewer.partyId }, newest);
    const views = [...drafts.map((draft) => draftView(this.asSeen(draft))), ...runs.map((run) => runView(run, []))];
    return views.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, SHOWN_IMPORTS);
  }

  async one(viewer: Actor, id: string): Promise<ImportView> {
    const { reader } = this.database;
    const draft = await reader.findOne(ImportDraft, { id, partyId: viewer.partyId });
    if (draft) return draftView(this.asSeen(draft));
    const run = await runFor(reader, viewer, id);
    const troubled = { importId: id, state: ['refused', 'kept'] };
    return runView(run, await reader.find(ImportRecord, troubled, { orderBy: 'place', limit: SHOWN_RECORDS }));
  }

  /** What became of the records of an import, in the order of the list, in parts. */
  async *records(viewer: Actor, id: string, states: readonly string[]): AsyncGenerator<ImportRecord[]> {
    const { reader } = this.database;
    await runFor(reader, viewer, id);
    let after: number | undefined;
    for (;;) {
      const page = { orderBy: 'place', limit: 500, after } as const;
      const records = await reader.find(ImportRecord, { importId: id, state: [...states] }, page);
      if (records.length === 0) return;
      yield records;
      after = records.at(-1)?.place;
    }
  }

  /** Whose process ended while it was checked, that is said to have failed. */
  private asSeen(draft: ImportDraft): ImportDraft {
    const isSilent = draft.state === 'checking' && draft.seenAt < addMillis(this.clock.now(), -SILENT_MILLIS);
    const isSilentFailure = draft.state === 'failed' && draft.problems === 0;
    if (!isSilent && !isSilentFailure) return draft;
    const { code, text } = refuse.interrupted();
    const said = [{ row: 0, column: '', value: '', code, ...text }];
    return { ...draft, state: 'failed', problems: 1, firstProblems: JSON.stringify(said) };
  }
}

export async function draftFor(reader: Reader, viewer: Actor, id: string): Promise<ImportDraft> {
  const draft = await reader.findOne(ImportDraft, { id, partyId: viewer.partyId });
  if (!draft) throw refuse.unknown();
  return draft;
}

export async function runFor(reader: Reader, viewer: Actor, id: string): Promise<ImportRun> {
  const run = await reader.findOne(ImportRun, { id, partyId: viewer.partyId });
  if (!run) throw refuse.unknown();
  return run;
}
