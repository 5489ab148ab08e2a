import BetterSqlite3 from 'better-sqlite3';
import { type Baseline, STATEMENTS, type StatementName, statementsOf } from './baseline.js';
import type { WrittenBatch } from './written-rows.js';

/** Prepared statements of better-sqlite3 and nothing else; every commit is synced, as the ledger's are. */
export class RawSqlite implements Baseline {
  private readonly handle: BetterSqlite3.Database;
  private readonly prepared: ReadonlyMap<StatementName, BetterSqlite3.Statement>;
  private readonly begin: BetterSqlite3.Statement;
  private readonly commit: BetterSqlite3.Statement;

  constructor(file: string) {
    this.handle = new BetterSqlite3(file);
    this.handle.pragma('journal_mode = WAL');
    this.handle.pragma('synchronous = FULL');
    this.begin = this.handle.prepare('BEGIN IMMEDIATE');
    this.commit = this.handle.prepare('COMMIT');
    const entries = Object.entries(STATEMENTS) as [StatementName, string][];
    this.prepared = new Map(entries.map(([name, sql]) => [name, this.handle.prepare(sql)]));
  }

  write(batches: readonly WrittenBatch[]): Promise<number> {
    const work = batches.map((batch) =>
      statementsOf(batch).map(([name, values]) => ({ statement: this.statement(name), values })),
    );
    const started = performance.now();
    for (const statements of work) {
      this.begin.run();
      for (const { statement, values } of statements) statement.run(...values);
      this.commit.run();
    }
    return Promise.resolve(performance.now() - started);
  }

  close(): Promise<void> {
    this.handle.close();
    return Promise.resolve();
  }

  private statement(name: StatementName): BetterSqlite3.Statement {
    const statement = this.prepared.get(name);
    if (!statement) throw new Error(`no statement is called ${name}`);
    return statement;
  }
}
