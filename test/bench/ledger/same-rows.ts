import { createHash } from 'node:crypto';
import { UnitHold } from '../../../src/modules/units/index.js';
import type { Reader, SqlValue } from '../../../src/platform/database/sql.js';

/** `turn` is no content: it counts the transactions of the writer. */
const TABLES = {
  ledger_entry: 'SELECT idx, bytes FROM ledger_entry WHERE idx >= ? ORDER BY idx',
  ledger_disclosure: 'SELECT idx, grp, salt, content FROM ledger_disclosure WHERE idx >= ? ORDER BY idx, grp',
  ledger_subject: 'SELECT type, id, idx FROM ledger_subject WHERE idx >= ? ORDER BY type, id, idx',
  ledger_checkpoint: 'SELECT size, note FROM ledger_checkpoint WHERE size > ? ORDER BY size',
  ledger_tile: 'SELECT level, idx, hashes FROM ledger_tile WHERE idx >= ? / 256 OR level > 0 ORDER BY level, idx',
  ledger_head: 'SELECT size, root, at FROM ledger_head WHERE size >= ?',
  unit_hold: 'SELECT * FROM unit_hold WHERE ? >= 0 ORDER BY id',
  unit: 'SELECT id, open_holds, changed_at FROM unit WHERE open_holds >= 0 AND ? >= 0 ORDER BY id',
} as const;

/** Throws, naming the table, unless both databases have the same rows from this entry on, byte for byte. */
export async function requireSameRows(whose: string, one: Reader, other: Reader, first: number): Promise<void> {
  for (const [table, sql] of Object.entries(TABLES)) {
    const [a, b] = [await digest(one, sql, first), await digest(other, sql, first)];
    if (a !== b) throw new Error(`${whose} did not write the same rows of ${table}`);
  }
}

/** How many holds stand in a database, so that an empty comparison is noticed. */
export async function holdCount(reader: Reader): Promise<number> {
  const { name } = reader.shapeOf(UnitHold);
  const [row] = await reader.query<{ count: number }>(`SELECT count(*) AS "count" FROM ${name}`);
  return row?.count ?? 0;
}

async function digest(reader: Reader, sql: string, first: number): Promise<string> {
  const hash = createHash('sha256');
  for (const row of await reader.query<Record<string, SqlValue>>(sql, [first])) {
    for (const value of Object.values(row)) {
      hash.update(value instanceof Uint8Array ? value : String(value)).update('\0');
    }
  }
  return hash.digest('hex');
}
