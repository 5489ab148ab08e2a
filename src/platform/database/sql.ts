/** What a column holds: no driver's dates, no floats. */
export type SqlValue = string | number | boolean | Uint8Array | null;

/** A TypeORM entity class; its columns are the row's properties. */
export type Table<T extends object> = new () => T;

/** Equality on columns; a list means any of them; `null` means IS NULL. */
export type Where<T extends object> = { readonly [K in keyof T]?: T[K] | readonly T[K][] | null };

export interface FindOptions<T extends object> {
  readonly orderBy?: keyof T & string;
  readonly direction?: 'asc' | 'desc';
  readonly limit?: number;
  /** Keyset paging: only rows beyond this value of `orderBy`. */
  readonly after?: string | number | undefined;
}

/** A property of an entity and the column that holds it. */
export interface ColumnShape {
  readonly property: string;
  readonly column: string;
}

/** A table as SQL calls it; `key` is its primary key. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  readonly key: readonly ColumnShape[];
}

/** Reads of one database, over whichever connection. Placeholders are `?` on both databases. */
export interface Reader {
  find<T extends object>(table: Table<T>, where: Where<T>, options?: FindOptions<T>): Promise<T[]>;
  findOne<T extends object>(table: Table<T>, where: Where<T>, options?: FindOptions<T>): Promise<T | undefined>;
  /** Every row of a table in pages, by its primary key in the database's own order; holds one page in memory. */
  pages<T extends object>(table: Table<T>, rowsAtOnce?: number): AsyncGenerator<T[], void>;
  /** How SQL calls a table, for statements that are written by hand. */
  shapeOf(table: Table<object>): TableShape;
  /** Plain SQL that both databases know; alias columns in double quotes. Booleans come as the driver gives them. */
  query<Row extends object>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
}

/**
 * The open turn of the writer for what only writes. Its writes answer nothing, so that a driver may send them without
 * waiting; one that fails rejects the next read, or the end of the turn.
 */
export interface WriteTx extends Reader {
  insert<T extends object>(table: Table<T>, row: T): Promise<void>;
  /** In few statements; in the order given. */
  insertAll<T extends object>(table: Table<T>, rows: readonly T[]): Promise<void>;
  update<T extends object>(table: Table<T>, where: Where<T>, set: Partial<T>): Promise<unknown>;
  delete<T extends object>(table: Table<T>, where: Where<T>): Promise<unknown>;
  execute(sql: string, params?: readonly SqlValue[]): Promise<unknown>;
}

/** The open turn of the writer. A function without a `Tx` cannot write and know what it wrote. */
export interface Tx extends WriteTx {
  /** Returns how many rows changed. */
  update<T extends object>(table: Table<T>, where: Where<T>, set: Partial<T>): Promise<number>;
  delete<T extends object>(table: Table<T>, where: Where<T>): Promise<number>;
  execute(sql: string, params?: readonly SqlValue[]): Promise<number>;
}

/** One connection of a driver, behind one face. */
export interface Connection {
  all<Row extends object>(sql: string, params: readonly SqlValue[]): Promise<Row[]>;
  run(sql: string, params: readonly SqlValue[]): Promise<number>;
}
