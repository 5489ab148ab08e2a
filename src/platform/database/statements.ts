import { columnOf, type MappedTable, type RowMapper, whereClause } from './row-mapper.js';
import { inRuns } from './runs.js';
import type { Connection, FindOptions, Reader, SqlValue, Table, TableShape, Tx, Where } from './sql.js';

const ROWS_AT_ONCE = 2_000;

/** Reads through one connection. */
export class SqlReader implements Reader {
  constructor(
    protected readonly connection: Connection,
    protected readonly mapper: RowMapper,
  ) {}

  async find<T extends object>(table: Table<T>, where: Where<T>, options: FindOptions<T> = {}): Promise<T[]> {
    const mapped = this.mapper.table(table);
    const [sql, values] = selectStatement(mapped, where, options);
    const rows = await this.connection.all<T>(sql, values);
    return mapped.booleans.length > 0 ? rows.map((row) => withBooleans(mapped, row)) : rows;
  }

  async findOne<T extends object>(
    table: Table<T>,
    where: Where<T>,
    options: FindOptions<T> = {},
  ): Promise<T | undefined> {
    const rows = await this.find(table, where, { ...options, limit: 1 });
    return rows[0];
  }

  async *pages<T extends object>(table: Table<T>, rowsAtOnce = ROWS_AT_ONCE): AsyncGenerator<T[], void> {
    const mapped = this.mapper.table(table);
    let rows = await this.page<T>(mapped, [], rowsAtOnce);
    while (rows.length > 0) {
      yield rows;
      const last = new Map(Object.entries(rows.at(-1) ?? {}) as [string, SqlValue][]);
      if (rows.length < rowsAtOnce) return;
      const after = mapped.key.map(({ property }) => last.get(property) ?? null);
      rows = await this.page<T>(mapped, after, rowsAtOnce);
    }
  }

  shapeOf(table: Table<object>): TableShape {
    return this.mapper.table(table);
  }

  query<Row extends object>(sql: string, params: readonly SqlValue[] = []): Promise<Row[]> {
    return this.connection.all<Row>(sql, params);
  }

  private async page<T extends object>(table: MappedTable, after: readonly SqlValue[], limit: number): Promise<T[]> {
    const key = table.key.map(({ column }) => `"${column}"`).join(', ');
    const beyond = after.length > 0 ? ` WHERE (${key}) > (${after.map(() => '?').join(', ')})` : '';
    const sql = table.select(`${beyond} ORDER BY ${key} LIMIT ${limit}`);
    const rows = await this.connection.all<T>(sql, after);
    return table.booleans.length > 0 ? rows.map((row) => withBooleans(table, row)) : rows;
  }
}

/** Reads and writes through the writer's connection, inside its open transaction. */
export class SqlTx extends SqlReader implements Tx {
  /** Writes that were tried. */
  writes = 0;

  insert<T extends object>(table: Table<T>, row: T): Promise<void> {
    return this.insertAll(table, [row]);
  }

  async insertAll<T extends object>(table: Table<T>, rows: readonly T[]): Promise<void> {
    const { columns, inserts } = this.mapper.table(table);
    for (const run of inRuns(rows)) {
      const params: SqlValue[] = [];
      for (const row of run) {
        const values = row as Readonly<Record<string, SqlValue | undefined>>;
        for (const { property } of columns) params.push(values[property] ?? null);
      }
      await this.run(inserts(run.length), params);
    }
  }

  update<T extends object>(table: Table<T>, where: Where<T>, set: Partial<T>): Promise<number> {
    const mapped = this.mapper.table(table);
    const changes = Object.entries(set).filter(([, value]) => value !== undefined) as [string, SqlValue][];
    if (changes.length === 0) return Promise.resolve(0);
    const list = changes.map(([property]) => `${columnOf(mapped, property)} = ?`).join(', ');
    const [clause, values] = whereClause(mapped, where);
    const params = [...changes.map(([, value]) => value), ...values];
    return this.run(`UPDATE "${mapped.name}" SET ${list}${clause}`, params);
  }

  delete<T extends object>(table: Table<T>, where: Where<T>): Promise<number> {
    const mapped = this.mapper.table(table);
    const [clause, values] = whereClause(mapped, where);
    return this.run(`DELETE FROM "${mapped.name}"${clause}`, values);
  }

  execute(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    return this.run(sql, params);
  }

  private run(sql: string, params: readonly SqlValue[]): Promise<number> {
    this.writes++;
    return this.connection.run(sql, params);
  }
}

function selectStatement<T extends object>(
  table: MappedTable,
  where: Where<T>,
  options: FindOptions<T>,
): [string, SqlValue[]] {
  const [clause, values] = whereClause(table, where);
  const order = options.orderBy ? columnOf(table, options.orderBy) : undefined;
  const direction = options.direction === 'desc' ? 'DESC' : 'ASC';
  let tail = clause;
  if (order && options.after !== undefined) {
    tail += `${clause ? ' AND' : ' WHERE'} ${order} ${direction === 'DESC' ? '<' : '>'} ?`;
    values.push(options.after);
  }
  if (order) tail += ` ORDER BY ${order} ${direction}`;
  if (options.limit !== undefined) tail += ` LIMIT ${Math.trunc(options.limit)}`;
  return [table.select(tail), values];
}

function withBooleans<T extends object>(table: MappedTable, row: T): T {
  const values = row as Record<string, unknown>;
  for (const property of table.booleans) {
    const value = values[property];
    if (value === 0 || value === 1) values[property] = value === 1;
  }
  return row;
}
