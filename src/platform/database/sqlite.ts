import type BetterSqlite3 from 'better-sqlite3';
import type { Connection, SqlValue } from './sql.js';

/**
 * One better-sqlite3 handle with its statements prepared once.
 * Calls are synchronous inside; the promises only give both drivers one face.
 */
export class SqliteConnection implements Connection {
  private readonly statements = new Map<string, BetterSqlite3.Statement>();

  constructor(readonly handle: BetterSqlite3.Database) {}

  get isInTransaction(): boolean {
    return this.handle.inTransaction;
  }

  all<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<Row[]> {
    return promised(() => this.prepare(sql).all(...params.map(bound)) as Row[]);
  }

  run(sql: string, params: readonly SqlValue[]): Promise<number> {
    return promised(() => this.prepare(sql).run(...params.map(bound)).changes);
  }

  private prepare(sql: string): BetterSqlite3.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.handle.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
}

/** Done at once; what it throws rejects the promise as it is, with the code by which its kind is known. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

// better-sqlite3 binds neither booleans nor plain Uint8Arrays.
function bound(value: SqlValue): string | number | Buffer | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  return value;
}
