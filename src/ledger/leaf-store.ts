import { inRuns } from '../platform/database/runs.js';
import type { Reader, WriteTx } from '../platform/database/sql.js';
import type { ChangedTile } from '../tlog/index.js';

// The tables of bytes: entries and tiles, exactly as they are served.

interface EntryRow {
  readonly index: number;
  readonly bytes: Uint8Array;
}

export async function insertEntries(tx: WriteTx, rows: readonly EntryRow[]): Promise<void> {
  for (const run of inRuns(rows)) {
    const params = run.flatMap(({ index, bytes }) => [index, bytes]);
    await tx.execute(insertOf(run.length), params);
  }
}

const inserts: string[] = [];

function insertOf(count: number): string {
  const rows = (): string => Array.from({ length: count }, () => '(?, ?)').join(', ');
  return (inserts[count] ??= `INSERT INTO ledger_entry (idx, bytes) VALUES ${rows()}`);
}

/** Stored entries from `first` up to, not including, `end`; in order. */
export async function entryBytes(reader: Reader, first: number, end: number): Promise<Uint8Array[]> {
  const rows = await reader.query<{ bytes: Uint8Array }>(
    'SELECT bytes FROM ledger_entry WHERE idx >= ? AND idx < ? ORDER BY idx',
    [first, end],
  );
  return rows.map((row) => row.bytes);
}

/** Stored entries by their indexes; those beyond the log are not there. */
export async function entryBytesAt(reader: Reader, indexes: readonly number[]): Promise<Map<number, Uint8Array>> {
  const found = new Map<number, Uint8Array>();
  for (const run of inRuns(indexes)) {
    const marks = run.map(() => '?').join(', ');
    const sql = `SELECT idx AS "index", bytes FROM ledger_entry WHERE idx IN (${marks})`;
    for (const { index, bytes } of await reader.query<EntryRow>(sql, run)) found.set(index, bytes);
  }
  return found;
}

export async function saveTile(tx: WriteTx, tile: ChangedTile): Promise<void> {
  await tx.execute(
    `INSERT INTO ledger_tile (level, idx, hashes) VALUES (?, ?, ?)
     ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes`,
    [tile.level, tile.index, tile.data],
  );
}

/** The widest bytes of a tile so far, or undefined when it has none. */
export async function tileBytes(reader: Reader, level: number, index: number): Promise<Uint8Array | undefined> {
  const rows = await reader.query<{ hashes: Uint8Array }>(
    'SELECT hashes FROM ledger_tile WHERE level = ? AND idx = ?',
    [level, index],
  );
  return rows[0]?.hashes;
}
