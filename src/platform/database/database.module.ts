import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Config } from '../config/config.module.js';
import { Checkpointer } from './checkpointer.js';
import { Database } from './database.js';
import { openMigrated } from './migrate.js';
import { readerOptions, type Schema, writerOptions } from './data-sources.js';

const READER = 'reader';

/** Opens the database twice: first the writer, which migrates, then readers that cannot write. */
@Module({})
export class DatabaseModule {
  static with(schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Config],
          useFactory: (config: Config) => ({ ...writerOptions(config, schema), retryAttempts: 1 }),
          dataSourceFactory: (options?: DataSourceOptions) => openMigrated(required(options)),
        }),
        TypeOrmModule.forRootAsync({
          name: READER,
          inject: [Config, DataSource],
          useFactory: (config: Config) => ({ ...readerOptions(config, schema), retryAttempts: 1 }),
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource, getDataSourceToken(READER)],
          useFactory: (writing: DataSource, reading: DataSource) => new Database(writing, reading),
        },
        {
          provide: Checkpointer,
          inject: [DataSource],
          useFactory: (writing: DataSource) => new Checkpointer(writing),
        },
      ],
      exports: [Database, Checkpointer],
    };
  }
}

function required(options: DataSourceOptions | undefined): DataSourceOptions {
  if (!options) throw new Error('TypeORM gave no options for the writing data source');
  return options;
}
