import type { Reader } from '../../platform/database/sql.js';
import { wellFormedEntry } from './entry-form.js';
import type { Findings } from './findings.js';
import { LedgerSubject } from '../ledger.entity.js';
import { entryBytes } from '../leaf-store.js';
import type { ReadEntry } from './verify-log.js';

/** So many rows are looked up by one statement, always the same, so that it is prepared once. */
const ROWS_AT_ONCE = 64;

/** The rows that say which entries a subject stands in: those of the entries, and no other. */
export class SubjectCheck {
  private expected = 0;

  constructor(
    private readonly reader: Reader,
    private readonly findings: Findings,
  ) {}

  async read(entries: readonly ReadEntry[]): Promise<void> {
    const rows = entries.flatMap(({ index, entry }) =>
      entry.subjects.map(({ type, id }) => ({ type, id, idx: index })),
    );
    this.expected += rows.length;
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const wanted = rows.slice(at, at + ROWS_AT_ONCE);
      if ((await this.countOf(wanted)) < wanted.length) await this.nameMissing(wanted);
    }
  }

  /** Each expected row is there, so a larger number means one too many. */
  async finish(size: number): Promise<void> {
    const [row] = await this.reader.query<{ count: number }>('SELECT count(*) AS "count" FROM ledger_subject');
    if ((row?.count ?? 0) <= this.expected) return;
    for await (const rows of this.reader.pages(LedgerSubject)) {
      for (const found of rows) {
        if (await this.isInEntry(found, size)) continue;
        this.findings.add(placeOf(found), '条目中没有该对象', 'the entry names no such subject');
        return;
      }
    }
  }

  private async countOf(rows: readonly LedgerSubject[]): Promise<number> {
    const last = rows.at(-1);
    if (!last) return 0;
    const padded = Array.from({ length: ROWS_AT_ONCE }, (_, i) => rows[i] ?? last);
    const [found] = await this.reader.query<{ count: number }>(
      `SELECT count(*) AS "count" FROM ledger_subject WHERE (type, id, idx) IN (VALUES ${VALUES})`,
      padded.flatMap(({ type, id, idx }) => [type, id, idx]),
    );
    return found?.count ?? 0;
  }

  private async nameMissing(rows: readonly LedgerSubject[]): Promise<void> {
    for (const row of rows) {
      if (await this.reader.findOne(LedgerSubject, row)) continue;
      this.findings.add(placeOf(row), '缺少该行', 'the row is missing');
    }
  }

  private async isInEntry({ type, id, idx }: LedgerSubject, size: number): Promise<boolean> {
    const [bytes] = idx < 0 || idx >= size ? [] : await entryBytes(this.reader, idx, idx + 1);
    const entry = bytes && wellFormedEntry(bytes);
    return entry?.subjects.some((subject) => subject.type === type && subject.id === id) ?? false;
  }
}

const VALUES = Array.from({ length: ROWS_AT_ONCE }, () => '(?, ?, CAST(? AS bigint))').join(', ');

function placeOf({ type, id, idx }: LedgerSubject): string {
  return `ledger_subject ${type} ${id} ${idx}`;
}
