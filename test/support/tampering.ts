import { schema } from '../../src/app/schema.js';
import type { DatabaseKind } from './databases.js';
import type { Reader, SqlValue, TableShape, Tx } from '../../src/platform/database/sql.js';

/** A table as someone with a database shell sees it. */
export interface OpenTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

export type StoredRow = Readonly<Record<string, SqlValue>>;

/** The two tables of bytes have no entity. */
const BYTE_TABLES: readonly OpenTable[] = [
  { name: 'ledger_entry', key: ['idx'], columns: ['idx', 'bytes'] },
  { name: 'ledger_tile', key: ['level', 'idx'], columns: ['level', 'idx', 'hashes'] },
];

/** Every table of the application. */
export function everyTable(tx: Pick<Tx, 'shapeOf'>): OpenTable[] {
  return [...BYTE_TABLES, ...schema.entities.map((entity) => opened(tx.shapeOf(entity)))];
}

function opened({ name, key, columns }: TableShape): OpenTable {
  return { name, key: key.map(({ column }) => column), columns: columns.map(({ column }) => column) };
}

/** `table.column` of all that the database itself knows, but for the list of migrations. */
export async function storedColumns(reader: Reader, kind: DatabaseKind): Promise<string[]> {
  const rows = await reader.query<{ name: string }>(kind === 'sqlite' ? SQLITE_COLUMNS : POSTGRES_COLUMNS);
  return rows.map(({ name }) => name).toSorted();
}

const SQLITE_COLUMNS = `SELECT t.name || '.' || c.name AS "name" FROM sqlite_schema t, pragma_table_info(t.name) c
  WHERE t.type = 'table' AND t.name NOT IN ('migrations', 'sqlite_sequence')`;
const POSTGRES_COLUMNS = `SELECT table_name || '.' || column_name AS "name" FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> 'migrations'`;

/** Takes away what keeps values in their range; on SQLite a pragma, on PostgreSQL in the open transaction. */
export async function dropChecks(tx: Tx, kind: DatabaseKind, { name }: OpenTable): Promise<void> {
  if (kind === 'sqlite') return void (await tx.execute('PRAGMA ignore_check_constraints = ON'));
  const rows = await tx.query<{ conname: string }>(
    `SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = CAST(? AS regclass)`,
    [name],
  );
  for (const { conname } of rows) await tx.execute(`ALTER TABLE "${name}" DROP CONSTRAINT "${conname}"`);
}

/** All rows as the driver gives them, by primary key. */
export function rowsOf(reader: Reader, { name, key }: OpenTable): Promise<StoredRow[]> {
  return reader.query<StoredRow>(`SELECT * FROM "${name}" ORDER BY ${key.map((column) => `"${column}"`).join(', ')}`);
}

/** Writes other values into the row with the key of `row`. */
export function overwrite(tx: Tx, { name, key }: OpenTable, row: StoredRow, changes: StoredRow): Promise<number> {
  const set = Object.keys(changes).map((column) => `"${column}" = ?`);
  const where = key.map((column) => `"${column}" = ?`);
  return tx.execute(`UPDATE "${name}" SET ${set.join(', ')} WHERE ${where.join(' AND ')}`, [
    ...Object.values(changes),
    ...key.map((column) => row[column] ?? null),
  ]);
}

export function insertRow(tx: Tx, { name, columns }: OpenTable, row: StoredRow): Promise<number> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  return tx.execute(
    `INSERT INTO "${name}" (${names}) VALUES (${marks})`,
    columns.map((column) => row[column] ?? null),
  );
}

export function deleteRow(tx: Tx, { name, key }: OpenTable, row: StoredRow): Promise<number> {
  const where = key.map((column) => `"${column}" = ?`);
  return tx.execute(
    `DELETE FROM "${name}" WHERE ${where.join(' AND ')}`,
    key.map((column) => row[column] ?? null),
  );
}

/** Gives two rows each other's values, but for their keys. */
export async function swapRows(tx: Tx, table: OpenTable, [one, other]: readonly [StoredRow, StoredRow]): Promise<void> {
  const keyOf = (row: StoredRow): StoredRow =>
    Object.fromEntries(table.key.map((column) => [column, row[column] ?? null]));
  await deleteRow(tx, table, one);
  await deleteRow(tx, table, other);
  await insertRow(tx, table, { ...other, ...keyOf(one) });
  await insertRow(tx, table, { ...one, ...keyOf(other) });
}

/** Another value of the same type, not far from the first. */
export function otherValue(value: SqlValue): SqlValue {
  if (value === null) return 'x';
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1_000;
  if (typeof value === 'string') return `${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`;
  const bytes = Uint8Array.from(value);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x01;
  return bytes;
}

/** A row of the same shape with a key of its own; what must be unique is made so. */
export function freshRow({ key }: OpenTable, row: StoredRow): StoredRow {
  const entries = Object.entries(row).map(([column, value]): [string, StoredRow[string]] => {
    if (key.includes(column)) return [column, typeof value === 'number' ? value + 100_000 : `${String(value)}0`];
    return [column, typeof value === 'string' ? `${value}0` : value];
  });
  return Object.fromEntries(entries);
}
