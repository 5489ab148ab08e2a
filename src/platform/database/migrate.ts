import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';

/** One advisory lock for all processes that start on one PostgreSQL: they migrate one after the other. */
const MIGRATION_LOCK = 7_220_260_201;

/** Opens a data source and brings its tables up to date; a half-done migration is rolled back and thrown. */
export async function openMigrated(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  if (options.type === 'postgres') await migrateUnderLock(dataSource);
  else await migrateSqlite(dataSource);
  return dataSource;
}

async function migrateUnderLock(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
    await runner.release();
  }
}

async function migrateSqlite(dataSource: DataSource): Promise<void> {
  await dataSource.runMigrations({ transaction: 'each' });
  // TypeORM switches foreign keys off while it migrates, so what was broken meanwhile must be looked for.
  const broken: unknown[] = await dataSource.query('PRAGMA foreign_key_check');
  if (broken.length > 0) throw new Error(`foreign keys are broken after migrating: ${JSON.stringify(broken[0])}`);
}

/** Runs the statements of a migration: plain SQL for both databases, with `BYTES` as the one named type for bytes. */
export async function runStatements(runner: QueryRunner, sql: string): Promise<void> {
  const bytes = runner.dataSource.options.type === 'postgres' ? 'bytea' : 'blob';
  for (const statement of sql.split(';')) {
    if (statement.trim()) await runner.query(statement.replace(/\bBYTES\b/g, bytes));
  }
}
