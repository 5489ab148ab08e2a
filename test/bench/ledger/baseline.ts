import type { WrittenBatch } from './written-rows.js';

/** Writes rows that the ledger wrote before, in another way, into a database that began as a copy of the ledger's. */
export interface Baseline {
  /** Answers how long it took; the rows are durable then. */
  write(batches: readonly WrittenBatch[]): Promise<number>;
  close(): Promise<void>;
}

/** One statement per row, as the columns stand. */
export const STATEMENTS = {
  turn: 'UPDATE ledger_head SET turn = turn + 1 WHERE id = 1',
  entry: 'INSERT INTO ledger_entry (idx, bytes) VALUES (?, ?)',
  disclosure: 'INSERT INTO ledger_disclosure (idx, grp, salt, content) VALUES (?, ?, ?, ?)',
  subject: 'INSERT INTO ledger_subject (type, id, idx) VALUES (?, ?, ?)',
  hold: 'INSERT INTO unit_hold (id, unit_id, code, reason, releasing, opened_by, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  unit: 'UPDATE unit SET open_holds = open_holds + 1, inspectable_holds = inspectable_holds + 0, changed_at = ? WHERE id = ?',
  tile: `INSERT INTO ledger_tile (level, idx, hashes) VALUES (?, ?, ?)
    ON CONFLICT (level, idx) DO UPDATE SET hashes = excluded.hashes`,
  checkpoint: 'INSERT INTO ledger_checkpoint (size, note) VALUES (?, ?)',
  head: 'UPDATE ledger_head SET size = ?, root = ?, at = ? WHERE id = 1',
} as const;

export type StatementName = keyof typeof STATEMENTS;
type Value = string | number | Buffer | null;

/** The statements of one commit, in the order in which the ledger writes. */
export function statementsOf({ events, tiles, checkpoint, head }: WrittenBatch): [StatementName, readonly Value[]][] {
  const statements: [StatementName, readonly Value[]][] = [['turn', []]];
  for (const { idx, bytes, disclosures, subjects, hold } of events) {
    statements.push(['entry', [idx, bytes]]);
    for (const { grp, salt, content } of disclosures) statements.push(['disclosure', [idx, grp, salt, content]]);
    for (const { type, id } of subjects) statements.push(['subject', [type, id, idx]]);
    statements.push([
      'hold',
      [hold.id, hold.unitId, hold.code, hold.reason, hold.releasing, hold.openedBy, hold.openedAt],
    ]);
    statements.push(['unit', [hold.openedAt, hold.unitId]]);
  }
  for (const { level, idx, hashes } of tiles) statements.push(['tile', [level, idx, hashes]]);
  statements.push(['checkpoint', [checkpoint.size, checkpoint.note]]);
  statements.push(['head', [head.size, head.root, head.at]]);
  return statements;
}
