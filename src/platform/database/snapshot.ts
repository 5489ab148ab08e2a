import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { poolOf, readerOptions, type Schema, sqliteHandle } from './data-sources.js';
import { PostgresConnection } from './postgres.js';
import { RowMapper } from './row-mapper.js';
import type { Connection, Reader } from './sql.js';
import { SqliteConnection } from './sqlite.js';
import { SqlReader } from './statements.js';

/** A database as it stood at one moment, whatever is written meanwhile. It can not be written through. */
export interface Snapshot {
  readonly reader: Reader;
  close(): Promise<void>;
}

/** Opens a snapshot, also of a database that a server is writing. Throws when there is no database; migrates nothing. */
export async function openSnapshot(config: Config, schema: Schema): Promise<Snapshot> {
  const dataSource = await new DataSource(readerOptions(config, schema)).initialize();
  try {
    const { connection, end } = await begun(dataSource, dataSource.options);
    const close = async (): Promise<void> => {
      await end();
      await dataSource.destroy();
    };
    return { reader: new SqlReader(connection, new RowMapper(dataSource)), close };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

interface Begun {
  readonly connection: Connection;
  readonly end: () => Promise<void>;
}

async function begun(dataSource: DataSource, options: DataSourceOptions): Promise<Begun> {
  if (options.type === 'postgres') {
    const client = await poolOf(dataSource).connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return { connection: new PostgresConnection(client), end: () => Promise.resolve(client.release(true)) };
  }
  const handle = sqliteHandle(options);
  handle.exec('BEGIN');
  // A deferred BEGIN sees nothing yet: the first read fixes the moment.
  handle.prepare('SELECT count(*) FROM sqlite_schema').get();
  return { connection: new SqliteConnection(handle), end: () => Promise.resolve(void handle.exec('COMMIT')) };
}
