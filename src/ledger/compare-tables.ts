import type { Reader, Table } from '../platform/database/sql.js';

/** The first thing in which two tables differ. */
export interface TableDifference {
  readonly table: string;
  /** The row as the live database has it; undefined when it is missing there. */
  readonly live: object | undefined;
  readonly replayed: object | undefined;
}

/** Compares projected tables row by row; at most one difference is told per table. */
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

async function firstDifference(
  live: Reader,
  replayed: Reader,
  table: Table<object>,
): Promise<TableDifference | undefined> {
  const [ours, theirs] = [await sortedRows(live, table), await sortedRows(replayed, table)];
  const length = Math.max(ours.length, theirs.length);
  for (let i = 0; i < length; i++) {
    if (ours[i]?.text !== theirs[i]?.text) {
      return { table: table.name, live: ours[i]?.row, replayed: theirs[i]?.row };
    }
  }
  return undefined;
}

async function sortedRows(reader: Reader, table: Table<object>): Promise<{ text: string; row: object }[]> {
  const rows = await reader.find(table, {});
  const texts = rows.map((row) => ({ row, text: JSON.stringify(row) }));
  return texts.toSorted((a, b) => (a.text < b.text ? -1 : 1));
}
