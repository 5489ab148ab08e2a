import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { DataSource, DataSourceOptions, MigrationInterface } from 'typeorm';
import type { Config } from '../config/config.js';
import { GatheringSocket } from './gathering-socket.js';
import { typeParsers } from './postgres.js';

/** The entities and migrations of the whole application, handed down by `app`. */
export interface Schema {
  readonly entities: (new () => object)[];
  readonly migrations: (new () => MigrationInterface)[];
}

type Prepare = (handle: BetterSqlite3.Database) => void;

/** Handles that better-sqlite3 opened, by the function that prepared them: TypeORM keeps them to itself. */
const handles = new WeakMap<object, BetterSqlite3.Database>();

/** The open handle of a data source that was made from `sqliteOptions`; throws for any other. */
export function sqliteHandle(options: DataSourceOptions): BetterSqlite3.Database {
  const prepare = options.type === 'better-sqlite3' ? options.prepareDatabase : undefined;
  const handle = prepare && handles.get(prepare);
  if (!handle) throw new Error('this data source is not an open SQLite file');
  return handle;
}

/** The pool of a data source on PostgreSQL, which TypeORM does not show in its types. */
export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}

/** The one connection that writes. It migrates at start; on SQLite every commit is synced to the disk. */
export function writerOptions(config: Config, schema: Schema): DataSourceOptions {
  if (config.database.kind === 'postgres') return { ...postgresOptions(config.database.url, 3, false), ...schema };
  mkdirSync(dirname(config.database.file), { recursive: true });
  return { ...sqliteOptions(config.database.file, false), ...schema };
}

/** Connections that cannot write. The writer has opened and migrated the database before. */
export function readerOptions(config: Config, schema: Schema): DataSourceOptions {
  const { entities } = schema;
  if (config.database.kind === 'postgres') return { ...postgresOptions(config.database.url, 8, true), entities };
  return { ...sqliteOptions(config.database.file, true), entities };
}

function sqliteOptions(file: string, readonly: boolean): DataSourceOptions {
  const prepare: Prepare = (handle) => {
    handles.set(prepare, handle);
    if (readonly) return;
    handle.pragma('journal_mode = WAL');
    // TypeORM's enableWAL would leave synchronous at NORMAL, which does not sync at commit.
    handle.pragma('synchronous = FULL');
    // What is deleted is overwritten: expired sessions, old scans, erased people.
    handle.pragma('secure_delete = ON');
  };
  return { type: 'better-sqlite3', database: file, readonly, prepareDatabase: prepare };
}

const CONNECT_MILLIS = 5_000;

/**
 * A receipt promises durability, whatever the server's default is. A writer that vanishes in the middle of its turn
 * must not keep the head row from the others until TCP notices.
 */
const WRITER_SETTINGS = '-c synchronous_commit=on -c idle_in_transaction_session_timeout=30s';

function postgresOptions(url: string, poolSize: number, isReadOnly: boolean): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    extra: {
      types: typeParsers(pg.types),
      connectionTimeoutMillis: CONNECT_MILLIS,
      keepAlive: true,
      // What the writer sends ahead travels together; without this, node-postgres waits for each answer.
      pipeline: !isReadOnly,
      ...(isReadOnly ? {} : { stream: () => new GatheringSocket() }),
      options: isReadOnly ? '-c default_transaction_read_only=on' : WRITER_SETTINGS,
    },
  };
}
