import type { DataSource, EntityMetadata } from 'typeorm';
import type { SqlValue, Table, Where } from './sql.js';

export interface MappedColumn {
  readonly property: string;
  readonly column: string;
  readonly isBoolean: boolean;
}

/** What the entity of a table says, prepared for building statements and reading rows. */
export interface MappedTable {
  readonly name: string;
  readonly columns: readonly MappedColumn[];
  /** The columns of the primary key, in its order. */
  readonly key: readonly MappedColumn[];
  readonly byProperty: ReadonlyMap<string, MappedColumn>;
  /** The statement that selects all columns, with what follows the table's name. */
  readonly select: (tail: string) => string;
  /** The statement that inserts so many rows. */
  readonly inserts: (rows: number) => string;
  /** Only SQLite answers 0 and 1 for booleans. */
  readonly booleans: readonly string[];
}

/** Entities as TypeORM knows them, mapped once per table. */
export class RowMapper {
  private readonly tables = new Map<unknown, MappedTable>();

  constructor(private readonly dataSource: DataSource) {}

  table<T extends object>(table: Table<T>): MappedTable {
    const known = this.tables.get(table);
    if (known) return known;
    const mapped = mapTable(this.dataSource.getMetadata(table));
    this.tables.set(table, mapped);
    return mapped;
  }
}

function mapTable(metadata: EntityMetadata): MappedTable {
  const columns = metadata.columns.map((column) => ({
    property: column.propertyName,
    column: column.databaseName,
    isBoolean: column.type === 'boolean',
  }));
  const primary = new Set(metadata.primaryColumns.map((column) => column.propertyName));
  return {
    name: metadata.tableName,
    columns,
    key: columns.filter((column) => primary.has(column.property)),
    byProperty: new Map(columns.map((column) => [column.property, column])),
    select: selectStatements(metadata.tableName, columns),
    inserts: insertStatements(metadata.tableName, columns),
    booleans: columns.filter((column) => column.isBoolean).map((column) => column.property),
  };
}

// Long texts are made once: one that is put together anew has to be looked at letter by letter to be found again.

function selectStatements(table: string, columns: readonly MappedColumn[]): (tail: string) => string {
  const list = columns.map(({ column, property }) => `"${column}" AS "${property}"`).join(', ');
  const known = new Map<string, string>();
  return (tail) => {
    const text = known.get(tail) ?? `SELECT ${list} FROM "${table}"${tail}`;
    known.set(tail, text);
    return text;
  };
}

function insertStatements(table: string, columns: readonly MappedColumn[]): (rows: number) => string {
  const names = columns.map(({ column }) => `"${column}"`).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const known: string[] = [];
  return (rows) =>
    (known[rows] ??=
      `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: rows }, () => marks).join(', ')}`);
}

/** The WHERE clause (with the word) and its values. */
export function whereClause<T extends object>(table: MappedTable, where: Where<T>): [string, SqlValue[]] {
  const values: SqlValue[] = [];
  const parts = Object.entries(where)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => condition(columnOf(table, property), value as SqlValue | readonly SqlValue[], values));
  return [parts.length > 0 ? ` WHERE ${parts.join(' AND ')}` : '', values];
}

export function columnOf(table: MappedTable, property: string): string {
  const column = table.byProperty.get(property);
  if (!column) throw new Error(`table ${table.name} has no column for "${property}"`);
  return `"${column.column}"`;
}

function condition(column: string, value: SqlValue | readonly SqlValue[], values: SqlValue[]): string {
  if (value === null) return `${column} IS NULL`;
  if (!isList(value)) {
    values.push(value);
    return `${column} = ?`;
  }
  if (value.length === 0) return '1 = 0';
  values.push(...value);
  return `${column} IN (${value.map(() => '?').join(', ')})`;
}

function isList(value: SqlValue | readonly SqlValue[]): value is readonly SqlValue[] {
  return Array.isArray(value);
}
