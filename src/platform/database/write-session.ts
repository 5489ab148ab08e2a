import type BetterSqlite3 from 'better-sqlite3';
import type pg from 'pg';
import { PostgresConnection } from './postgres.js';
import type { RowMapper } from './row-mapper.js';
import { SqliteConnection } from './sqlite.js';
import { SqlTx } from './statements.js';

/** The writer's connection, one transaction at a time. Only the writer of the ledger holds one. */
export interface WriteSession {
  readonly tx: SqlTx;
  begin(): Promise<void>;
  savepoint(): Promise<void>;
  release(): Promise<void>;
  rollbackToSavepoint(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** False when the database itself ended the transaction (disk full, connection lost). */
  isOpen(): boolean;
  /** Gives the connection back; the next `begin` takes a fresh one. */
  end(): void;
}

export class SqliteWriteSession implements WriteSession {
  readonly tx: SqlTx;
  private readonly connection: SqliteConnection;

  constructor(handle: BetterSqlite3.Database, mapper: RowMapper) {
    this.connection = new SqliteConnection(handle);
    this.tx = new SqlTx(this.connection, mapper);
  }

  // A deferred BEGIN of a second process would fail with SQLITE_BUSY_SNAPSHOT at its first write.
  begin = (): Promise<void> => this.control('BEGIN IMMEDIATE');
  savepoint = (): Promise<void> => this.control('SAVEPOINT command');
  release = (): Promise<void> => this.control('RELEASE command');
  commit = (): Promise<void> => this.control('COMMIT');

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

  private async control(sql: string): Promise<void> {
    await this.connection.run(sql, []);
  }
}

export class PostgresWriteSession implements WriteSession {
  private client: pg.PoolClient | undefined;
  private current: SqlTx | undefined;
  private broken: Error | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly mapper: RowMapper,
  ) {}

  get tx(): SqlTx {
    if (!this.current) throw new Error('no transaction is open');
    return this.current;
  }

  async begin(): Promise<void> {
    const client = this.client ?? (await this.connect());
    await client.query('BEGIN');
  }

  savepoint = (): Promise<void> => this.control('SAVEPOINT command');
  release = (): Promise<void> => this.control('RELEASE SAVEPOINT command');
  commit = (): Promise<void> => this.control('COMMIT');

  async rollbackToSavepoint(): Promise<void> {
    await this.control('ROLLBACK TO SAVEPOINT command; RELEASE SAVEPOINT command');
  }

  async rollback(): Promise<void> {
    if (this.isOpen()) await this.control('ROLLBACK');
  }

  isOpen(): boolean {
    return this.client !== undefined && this.broken === undefined;
  }

  end(): void {
    this.client?.release(this.broken);
    this.client = undefined;
    this.current = undefined;
    this.broken = undefined;
  }

  private async connect(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    client.on('error', (error) => {
      this.broken = error;
    });
    this.client = client;
    this.current = new SqlTx(new PostgresConnection(client), this.mapper);
    return client;
  }

  private async control(sql: string): Promise<void> {
    if (!this.client) throw new Error('no transaction is open');
    await this.client.query(sql);
  }
}
