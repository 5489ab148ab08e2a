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
  const events = await eventsOf(reader, start, size);
  const { root } = parseCheckpoint(parseNote(checkpoint.note).text);
  const head = { size, root: toHex(root), at: events.at(-1)?.hold.openedAt ?? '' };
  return { events, tiles: await tilesOf(reader, start, size), checkpoint, head };
}

async function eventsOf(reader: Reader, start: number, end: number): Promise<WrittenEvent[]> {
  const entries = (await entryBytes(reader, start, end)).map((bytes, place) => ({
    idx: start + place,
    bytes: Buffer.from(bytes),
    subjects: decodeEntry(bytes).subjects.map(({ type, id }) => ({ type, id, idx: start + place })),
  }));
  const disclosures = await reader.query<LedgerDisclosure>(
    'SELECT idx AS "idx", grp AS "grp", salt AS "salt", content AS "content" FROM ledger_disclosure WHERE idx >= ? AND idx < ?',
    [start, end],
  );
  const ids = entries.map(({ subjects }) => holdIn(subjects));
  const holds = new Map((await reader.find(UnitHold, { id: ids })).map((hold) => [hold.id, hold]));
  return entries.map(({ idx, bytes, subjects }) => {
    const hold = holds.get(holdIn(subjects));
    if (!hold) throw new Error(`entry ${idx} is no hold`);
    const own = disclosures.filter((disclosure) => disclosure.idx === idx).toSorted((a, b) => (a.grp < b.grp ? 1 : -1));
    return { idx, bytes, subjects, disclosures: own, hold };
  });
}

function holdIn(subjects: readonly LedgerSubject[]): string {
  return subjects.find(({ type }) => type === 'hold')?.id ?? '';
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
