import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { schema } from '../../../src/app/schema.js';
import type { Config } from '../../../src/platform/config/config.js';
import { openDatabase } from '../../../src/platform/database/open-database.js';

const TABLES = [
  ...['ledger_head', 'ledger_entry', 'ledger_disclosure', 'ledger_subject', 'ledger_tile', 'ledger_checkpoint'],
  'unit',
];
const ROWS_AT_ONCE = 2_000;

/** Copies the rows of a log from a SQLite file into an empty database on PostgreSQL, and lets it look at them. */
export async function copyLog(file: string, config: Config): Promise<void> {
  if (config.database.kind !== 'postgres') throw new Error('not a database on PostgreSQL');
  // Both have the tables of today, though the log may have been written by yesterday's.
  for (const database of [{ kind: 'sqlite', file } as const, config.database]) {
    const { close } = await openDatabase({ ...config, database }, schema);
    await close();
  }
  const from = new BetterSqlite3(file, { readonly: true });
  const client = new pg.Client(config.database.url);
  await client.connect();
  await client.query('SET synchronous_commit = off');
  for (const table of TABLES) await copyTable(from, client, table);
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
  from.close();
}

async function copyTable(from: BetterSqlite3.Database, client: pg.Client, table: string): Promise<void> {
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = $1
     AND table_schema = 'public' ORDER BY ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name).join(', ');
  const lists = columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ');
  const text = `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${lists})`;
  const insert = async (rows: readonly unknown[][]): Promise<void> => {
    await client.query({
      name: table,
      text,
      values: columns.map(({ type }, at) => rows.map((row) => valueOf(type, row[at]))),
    });
  };
  let rows: unknown[][] = [];
  for (const row of from.prepare(`SELECT ${names} FROM ${table}`).raw().iterate()) {
    rows.push(row as unknown[]);
    if (rows.length === ROWS_AT_ONCE) await insert(rows.splice(0));
  }
  if (rows.length > 0) await insert(rows);
}

/** SQLite has 0 and 1 for booleans. */
function valueOf(type: string, value: unknown): unknown {
  return type === 'boolean' ? value === 1 : value;
}
