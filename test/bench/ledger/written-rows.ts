import { decodeEntry } from '../../../src/ledger/entry.js';
import {
  LedgerCheckpoint,
  LedgerDisclosure,
  type LedgerHead,
  LedgerSubject,
} from '../../../src/ledger/ledger.entity.js';
import { entryBytes, tileBytes } from '../../../src/ledger/leaf-store.js';
import { UnitHold } from '../../../src/modules/units/index.js';
import type { Reader } from '../../../src/platform/database/sql.js';
import { parseCheckpoint, parseNote, TILE_WIDTH, toHex } from '../../../src/tlog/index.js';

/** Every row that one event wrote: those of the ledger, and those of its projection. */
export interface WrittenEvent {
  readonly idx: number;
  readonly bytes: Buffer;
  readonly disclosures: readonly LedgerDisclosure[];
  readonly subjects: readonly LedgerSubject[];
  readonly hold: UnitHold;
}

export interface WrittenTile {
  readonly level: number;
  readonly idx: number;
  readonly hashes: Buffer;
}

/** What one commit wrote. */
export interface WrittenBatch {
  readonly events: readonly WrittenEvent[];
  readonly tiles: readonly WrittenTile[];
  readonly checkpoint: LedgerCheckpoint;
  readonly head: Pick<LedgerHead, 'size' | 'root' | 'at'>;
}

/** The rows that the ledger wrote for holds from entry `first` to the end of the log, commit by commit. */
export async function writtenSince(reader: Reader, first: number): Promise<WrittenBatch[]> {
  const checkpoints = await reader.find(LedgerCheckpoint, {}, { orderBy: 'size', after: first });
  const batches: WrittenBatch[] = [];
  let start = first;
  for (const checkpoint of checkpoints) {
    batches.push(await batchOf(reader, start, checkpoint));
    start = checkpoint.size;
  }
  return batches;
}

async function batchOf(reader: Reader, start: number, checkpoint: LedgerCheckpoint): Promise<WrittenBatch> {
  const { size } = checkpoint;
  const stored = await entryBytes(reader, start, size);
  const events: WrittenEvent[] = [];
  for (const [place, bytes] of stored.entries()) events.push(await eventOf(reader, start + place, bytes));
  const { root } = parseCheckpoint(parseNote(checkpoint.note).text);
  const head = { size, root: toHex(root), at: events.at(-1)?.hold.openedAt ?? '' };
  return { events, tiles: await tilesOf(reader, start, size), checkpoint, head };
}

async function eventOf(reader: Reader, idx: number, stored: Uint8Array): Promise<WrittenEvent> {
  const bytes = Buffer.from(stored);
  const subjects = decodeEntry(bytes).subjects.map(({ type, id }) => ({ type, id, idx }));
  const disclosures = await reader.find(LedgerDisclosure, { idx }, { orderBy: 'grp', direction: 'desc' });
  const holdId = subjects.find(({ type }) => type === 'hold')?.id ?? '';
  const hold = await reader.findOne(UnitHold, { id: holdId });
  if (!hold) throw new Error(`entry ${idx} is no hold`);
  return { idx, bytes, disclosures, subjects, hold };
}

/** The tiles that grew, as wide as they were then: a partial tile is a prefix of what it became. */
async function tilesOf(reader: Reader, start: number, size: number): Promise<WrittenTile[]> {
  const tiles: WrittenTile[] = [];
  for (let level = 0; ; level++) {
    const span = TILE_WIDTH ** level;
    const [before, after] = [Math.floor(start / span), Math.floor(size / span)];
    if (after === before) return tiles;
    for (let idx = Math.floor(before / TILE_WIDTH); idx * TILE_WIDTH < after; idx++) {
      const width = Math.min(TILE_WIDTH, after - idx * TILE_WIDTH);
      const stored = (await tileBytes(reader, level, idx)) ?? new Uint8Array();
      tiles.push({ level, idx, hashes: Buffer.from(stored.subarray(0, width * 32)) });
    }
  }
}
