import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { Database } from './database.js';
import { readerOptions, type Schema, writerOptions } from './data-sources.js';
import { openMigrated } from './migrate.js';

/** A database opened outside Nest: for replay, exports and other commands of the shell. */
export interface OpenedDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

/** Opens a database and brings its tables up to date; an empty one gets them all. */
export async function openDatabase(config: Config, schema: Schema): Promise<OpenedDatabase> {
  const writing = await openMigrated(writerOptions(config, schema));
  const reading = await new DataSource(readerOptions(config, schema)).initialize();
  const database = new Database(writing, reading);
  const close = async (): Promise<void> => {
    database.session.end();
    await reading.destroy();
    await writing.destroy();
  };
  return { database, close };
}
