import type { Reader, Table, TableShape, Where } from '../platform/database/sql.js';

/** The first thing in which two tables differ. */
export interface TableDifference {
  /** The entity's name. */
  readonly table: string;
  /** The row as the live database has it; undefined when it is missing there. */
  readonly live: object | undefined;
  /** The row as the log gives it; undefined for one that it does not give, and for one that stands twice in the live table. */
  readonly replayed: object | undefined;
}

/**
 * Compares projected tables row by row, in pages; at most one difference is told per table. The replayed database is
 * looked up row by row, so it should be the nearer of the two.
 */
export async function compareTables(
  live: Reader,
  replayed: Reader,
  tables: readonly Table<object>[],
): Promise<TableDifference[]> {
  const differences: TableDifference[] = [];
  for (const table of tables) {
    const difference = await firstDifference(live, replayed, table);
    if (difference) differences.push(difference);
  }
  return differences;
}

/** Every live row has its equal in the replayed table, keys are unique, and both have as many: then they are the same. */
async function firstDifference(
  live: Reader,
  replayed: Reader,
  table: Table<object>,
): Promise<TableDifference | undefined> {
  const { name, key } = live.shapeOf(table);
  for await (const rows of live.pages(table)) {
    for (const row of rows) {
      const other = await twin(replayed, table, row);
      if (asText(row) !== asText(other)) return { table: table.name, live: row, replayed: other };
    }
  }
  if ((await rowsIn(live, name)) === (await rowsIn(replayed, name))) return undefined;
  for await (const rows of replayed.pages(table)) {
    for (const row of rows) {
      if (!(await twin(live, table, row))) return { table: table.name, live: undefined, replayed: row };
    }
  }
  const double = await live.query<object>(doubleRow(name, key));
  return { table: table.name, live: double[0], replayed: undefined };
}

async function twin(reader: Reader, table: Table<object>, row: object): Promise<object | undefined> {
  const values = new Map(Object.entries(row));
  const key = reader.shapeOf(table).key.map(({ property }): [string, unknown] => [property, values.get(property)]);
  return reader.findOne(table, Object.fromEntries(key) as Where<object>);
}

async function rowsIn(reader: Reader, table: string): Promise<number> {
  const [row] = await reader.query<{ count: number }>(`SELECT count(*) AS "count" FROM "${table}"`);
  return row?.count ?? 0;
}

/** Only a table whose primary key was taken away can have one. */
function doubleRow(table: string, key: TableShape['key']): string {
  const columns = key.map(({ column }) => `"${column}"`).join(', ');
  return `SELECT ${columns} FROM "${table}" GROUP BY ${columns} HAVING count(*) > 1 LIMIT 1`;
}

function asText(row: object | undefined): string {
  return row ? JSON.stringify(row) : '';
}
