import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf, sqliteHandle } from './data-sources.js';
import { PostgresConnection } from './postgres.js';
import { ReadConnection } from './read-connection.js';
import { RowMapper } from './row-mapper.js';
import { scrubPostgres, scrubSqlite } from './scrub.js';
import type { Reader, Table } from './sql.js';
import { SqliteConnection } from './sqlite.js';
import { SqlReader } from './statements.js';
import { PostgresWriteSession, SqliteWriteSession, type WriteSession } from './write-session.js';

export type Dialect = 'sqlite' | 'postgres';

/** The two ways into the database: one session that writes, and readers that cannot. */
export class Database {
  readonly dialect: Dialect;
  /** Sees committed rows only. */
  readonly reader: Reader;
  readonly session: WriteSession;

  constructor(
    private readonly writing: DataSource,
    reading: DataSource,
  ) {
    this.dialect = writing.options.type === 'postgres' ? 'postgres' : 'sqlite';
    const mapper = new RowMapper(writing);
    this.reader = readerOf(reading, mapper);
    this.session =
      this.dialect === 'postgres'
        ? new PostgresWriteSession(poolOf(writing), mapper)
        : new SqliteWriteSession(sqliteHandle(writing.options), mapper);
  }

  /**
   * Writes anew what would still hold deleted rows: the SQLite file and its log, or the given tables of PostgreSQL.
   * Answers false when a reader that began before keeps it from it; throws when it fails. Writers wait meanwhile.
   */
  scrub(tables: readonly Table<object>[]): Promise<boolean> {
    const { options } = this.writing;
    if (options.type !== 'postgres') return scrubSqlite(sqliteHandle(options).name);
    return scrubPostgres(
      options.url ?? '',
      tables.map((table) => this.reader.shapeOf(table).name),
    );
  }

  /** A client of its own outside the pool's turns, for LISTEN; only on PostgreSQL. */
  listenClient(): Promise<pg.PoolClient> {
    return poolOf(this.writing).connect();
  }
}

function readerOf(dataSource: DataSource, mapper: RowMapper): Reader {
  const connection =
    dataSource.options.type === 'postgres'
      ? new PostgresConnection(poolOf(dataSource))
      : new SqliteConnection(sqliteHandle(dataSource.options));
  return new SqlReader(new ReadConnection(connection), mapper);
}
