import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { ImportDraft, ImportRun } from './exchange.entity.js';
import * as events from './exchange.events.js';
import { asKind, type ImportKind, IMPORTERS } from './exchange.kinds.js';
import { refuse } from './exchange.refusals.js';

export function requireImporter(actor: Actor, kind: ImportKind): void {
  if (!mayImport(actor, kind)) throw refuse.kindNotYours();
}

export function mayImport({ roles }: Actor, kind: ImportKind): boolean {
  return IMPORTERS[kind].some((role) => roles.includes(role));
}

/** What was checked is committed as a whole, or without the rows that have problems when that is asked for. */
export function commitImport(actor: Actor, draft: ImportDraft, isLeavingOut: boolean): LedgerEvent[] {
  const kind = asKind(draft.kind);
  requireImporter(actor, kind);
  const { id, partyId, fileHash, listHash, rows, records, problems } = draft;
  if (draft.state === 'checking') throw refuse.stillChecking();
  if (draft.state !== 'checked' || listHash === null) throw refuse.notCheckable();
  if (problems > 0 && !isLeavingOut) throw refuse.hasProblems({ count: problems });
  if (records === 0) throw refuse.nothingToRecord();
  const { accountId } = actor;
  const party = { kind, partyId, accountId, fileHash, listHash, rows, records };
  return [events.importCommitted([events.importOf(id)], { party })];
}

/** By whoever committed it; also while it is being recorded: then the rest is not recorded at all. */
export function undoImport(actor: Actor, run: ImportRun, reason: string): LedgerEvent[] {
  requireImporter(actor, asKind(run.kind));
  if (run.accountId !== actor.accountId) throw refuse.importOfOther();
  if (run.state === 'undoing' || run.state === 'undone') throw refuse.notUndoable();
  const { accountId } = actor;
  return [events.importUndoBegun([events.importOf(run.id)], { party: { accountId, reason } })];
}
