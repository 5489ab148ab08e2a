import { eventKind, subjectType } from '../../ledger/index.js';
import type { ImportKind } from './exchange.kinds.js';

/** An import: one file whose rows were recorded by one command. */
export const importOf = subjectType('import');

/** A record that a rule refused, and why. */
export interface RefusedRecord {
  readonly place: number;
  readonly row: number;
  readonly problem: string;
  readonly zh: string;
  readonly en: string;
}

/** A record that stands in the log: its subject, and how many entries it made. */
export interface RecordedRecord {
  readonly place: number;
  readonly row: number;
  readonly id: string;
  readonly entries: number;
}

/**
 * The whole list by its hash (SHA-256 over canonical JSON lines): from here on it is decided what will be recorded.
 * Only older entries name the file: a name may be a person's, and what stands here stays.
 */
export const importCommitted = eventKind<{
  party: {
    kind: ImportKind;
    partyId: string;
    accountId: string;
    fileName?: string;
    fileHash: string;
    listHash: string;
    rows: number;
    records: number;
  };
}>('exchange.import-committed');

/** Stands right after the entries of its records, in the same commit. `to` is where the next chunk begins. */
export const importChunkRecorded = eventKind<{
  party: { from: number; to: number; recorded: readonly RecordedRecord[]; refused: readonly RefusedRecord[] };
}>('exchange.import-chunk-recorded');

export type StopReason = 'list-lost' | 'account-closed' | 'role-taken';

/** The list is gone, or whoever imports, or that person's role; what is recorded stands. */
export const importStopped = eventKind<{ party: { reason: StopReason } }>('exchange.import-stopped');

export const importUndoBegun = eventKind<{ party: { accountId: string; reason: string } }>(
  'exchange.import-undo-begun',
);

/** Stands right after the entries that take its records back. `kept` could not be taken back any more. */
export const importChunkUndone = eventKind<{
  party: { undone: readonly number[]; kept: readonly RefusedRecord[]; isLast: boolean };
}>('exchange.import-chunk-undone');
