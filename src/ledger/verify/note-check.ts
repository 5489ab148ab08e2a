import type { Reader } from '../../platform/database/sql.js';
import type { Findings } from './findings.js';
import type { ReadEntry, SignedNote } from './verify-log.js';

const TABLES = ['ledger_checkpoint', 'ledger_published'] as const;

/** The signed notes of every commit, and those that witnesses cosigned. */
export class NoteCheck {
  private sizes: ReadonlySet<number> = new Set();
  private last: ReadEntry | undefined;
  private isLastSigned = true;

  constructor(
    private readonly reader: Reader,
    private readonly findings: Findings,
  ) {}

  /** The notes for sizes from `first` + 1 to `end`. */
  async between(first: number, end: number): Promise<readonly SignedNote[]> {
    const notes: SignedNote[] = [];
    for (const table of TABLES) {
      const rows = await this.reader.query<{ size: number; note: string }>(
        `SELECT size AS "size", note AS "note" FROM ${table} WHERE size > ? AND size <= ? ORDER BY size`,
        [first, end],
      );
      notes.push(...rows.map(({ size, note }) => ({ size, note, where: `${table} ${size}` })));
      if (table === 'ledger_checkpoint') this.sizes = new Set(rows.map(({ size }) => size));
    }
    return notes;
  }

  /** Entries of one commit have one time, and every commit has a checkpoint: where the time changes there must be one. */
  checkCommits(entries: readonly ReadEntry[]): void {
    for (const placed of entries) {
      const { last } = this;
      const isNewCommit = last !== undefined && last.index + 1 === placed.index && last.entry.at !== placed.entry.at;
      if (isNewCommit && !this.isLastSigned) {
        const where = `ledger_checkpoint ${placed.index}`;
        this.findings.add(where, '缺少该次提交的检查点', 'the checkpoint of that commit is missing');
      }
      this.last = placed;
      this.isLastSigned = this.sizes.has(placed.index + 1);
    }
  }

  async finish(size: number): Promise<void> {
    for (const table of TABLES) {
      const rows = await this.reader.query<{ size: number }>(
        `SELECT size AS "size" FROM ${table} WHERE size < 1 OR size > ? ORDER BY size LIMIT 1`,
        [size],
      );
      for (const row of rows) {
        this.findings.add(`${table} ${row.size}`, '多出的检查点', 'a checkpoint too many: the log never had that size');
      }
    }
  }

  async count(): Promise<number> {
    const [row] = await this.reader.query<{ count: number }>('SELECT count(*) AS "count" FROM ledger_checkpoint');
    return row?.count ?? 0;
  }
}
