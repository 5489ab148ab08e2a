import { setTimeout as pause } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import type pg from 'pg';
import { PostgresConnection } from './postgres.js';
import type { RowMapper } from './row-mapper.js';
import { SqliteConnection } from './sqlite.js';
import { SentAhead } from './sent-ahead.js';
import type { Connection, SqlValue, WriteTx } from './sql.js';
import { SqlTx } from './statements.js';
import { isStorageFailure } from './storage-failure.js';
import { codeOf } from './storage-failure.js';

/** The writer's connection, one transaction at a time. Only the writer of the ledger holds one. */
export interface WriteSession {
  readonly tx: SqlTx;
  /** The same transaction, for writes that nobody waits for: `settle` and `commit` do, and reject when one failed. */
  readonly ahead: WriteTx;
  /** How many writes were tried through both, so far: whether a command has left anything behind. */
  readonly writes: number;
  /** Waits for what was sent ahead; rejects when something of it failed. */
  settle(): Promise<void>;
  begin(): Promise<void>;
  savepoint(): Promise<void>;
  /** Ends a command that did well. */
  release(): Promise<void>;
  rollbackToSavepoint(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** False when the database itself ended the transaction (disk full, connection lost). */
  isOpen(): boolean;
  /** Gives the connection back; the next `begin` takes a fresh one. */
  end(): void;
}

/** How long a turn waits for a write lock that another process holds. */
const LOCK_MILLIS = 5_000;
const RETRY_MILLIS = 10;

export class SqliteWriteSession implements WriteSession {
  readonly tx: SqlTx;
  private readonly connection: SqliteConnection;

  constructor(handle: BetterSqlite3.Database, mapper: RowMapper) {
    // SQLite would wait by stopping the whole process, reads and all; so it does not wait, and `begin` does.
    handle.pragma('busy_timeout = 0');
    this.connection = new SqliteConnection(handle);
    this.tx = new SqlTx(this.connection, mapper);
  }

  savepoint = (): Promise<void> => this.control('SAVEPOINT command');
  release = (): Promise<void> => this.control('RELEASE command');
  commit = (): Promise<void> => this.control('COMMIT');

  // A deferred BEGIN of a second process would fail with SQLITE_BUSY_SNAPSHOT at its first write.
  async begin(): Promise<void> {
    // One whose rollback failed: it would keep the writer from ever working again.
    await this.rollback();
    const patience = performance.now() + LOCK_MILLIS;
    for (;;) {
      try {
        await this.control('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > patience) throw error;
      }
      await pause(RETRY_MILLIS);
    }
  }

  async rollbackToSavepoint(): Promise<void> {
    await this.control('ROLLBACK TO command');
    await this.control('RELEASE command');
  }

  async rollback(): Promise<void> {
    if (this.connection.isInTransaction) await this.control('ROLLBACK');
  }

  isOpen(): boolean {
    return this.connection.isInTransaction;
  }

  end(): void {
    // The one handle stays open for the life of the process.
  }

  get ahead(): WriteTx {
    return this.tx;
  }

  get writes(): number {
    return this.tx.writes;
  }

  /** There is nothing to wait for: every statement is done when its call returns. */
  settle(): Promise<void> {
    return Promise.resolve();
  }

  private async control(sql: string): Promise<void> {
    await this.connection.run(sql, []);
  }
}

function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

interface OpenTx {
  readonly tx: SqlTx;
  readonly ahead: SqlTx;
  readonly sent: SentAhead;
}

export class PostgresWriteSession implements WriteSession {
  private client: pg.PoolClient | undefined;
  private current: OpenTx | undefined;
  private broken: Error | undefined;
  /** The savepoint of a command that did well, released together with whatever is sent next. */
  private isHeld = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly mapper: RowMapper,
  ) {}

  get tx(): SqlTx {
    return this.open.tx;
  }

  get ahead(): WriteTx {
    return this.open.ahead;
  }

  get writes(): number {
    return this.open.tx.writes + this.open.ahead.writes;
  }

  settle(): Promise<void> {
    return this.open.sent.settle();
  }

  /** Takes a fresh connection in place of one that was lost while nothing was at stake. */
  async begin(): Promise<void> {
    this.isHeld = false;
    this.current?.sent.forget();
    if (this.client && !this.broken) {
      try {
        await this.control('BEGIN');
        return;
      } catch (error) {
        if (!isStorageFailure(error)) throw error;
      }
    }
    this.end();
    await this.connect();
    await this.control('BEGIN');
  }

  /** Sent ahead: whether it stands is known with the command's first answer. */
  async savepoint(): Promise<void> {
    if (this.isHeld) await this.ahead.execute('RELEASE SAVEPOINT command');
    this.isHeld = false;
    await this.ahead.execute('SAVEPOINT command');
  }

  async release(): Promise<void> {
    await this.settle();
    this.isHeld = true;
  }

  async commit(): Promise<void> {
    await this.settle();
    await this.control('COMMIT');
  }

  async rollbackToSavepoint(): Promise<void> {
    this.open.sent.forget();
    await this.control('ROLLBACK TO SAVEPOINT command');
    await this.control('RELEASE SAVEPOINT command');
  }

  async rollback(): Promise<void> {
    if (!this.isOpen()) return;
    try {
      await this.control('ROLLBACK');
    } catch (error) {
      // It may be open still: the next to use this connection would commit what was given up.
      this.lose(error);
      throw error;
    }
  }

  isOpen(): boolean {
    return this.client !== undefined && this.broken === undefined;
  }

  end(): void {
    const { client, broken } = this;
    this.client = undefined;
    this.current = undefined;
    this.broken = undefined;
    client?.off('error', this.lose);
    client?.release(broken);
  }

  private async connect(): Promise<void> {
    const client = await this.pool.connect();
    client.on('error', this.lose);
    this.client = client;
    const connection = new WatchedConnection(new PostgresConnection(client), this.lose);
    const sent = new SentAhead(connection);
    this.current = { sent, tx: new SqlTx(connection, this.mapper), ahead: new SqlTx(sent, this.mapper) };
  }

  private get open(): OpenTx {
    if (!this.current) throw new Error('no transaction is open');
    return this.current;
  }

  private async control(sql: string): Promise<void> {
    await this.tx.execute(sql);
  }

  private readonly lose = (error: unknown): void => {
    this.broken ??= error instanceof Error ? error : new Error('the connection was lost', { cause: error });
  };
}

/** Tells of failures of the storage: after one, a connection is not used again. */
class WatchedConnection implements Connection {
  constructor(
    private readonly inner: Connection,
    private readonly lose: (error: unknown) => void,
  ) {}

  all<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<Row[]> {
    return this.watch(this.inner.all<Row>(sql, params));
  }

  run(sql: string, params: readonly SqlValue[]): Promise<number> {
    return this.watch(this.inner.run(sql, params));
  }

  private async watch<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isStorageFailure(error)) this.lose(error);
      throw error;
    }
  }
}
