import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import type { ImportRecord } from './exchange.entity.js';
import type { SheetProblem, SheetShape } from './sheet-columns.rules.js';
import type { RowCells } from './sheet-cells.rules.js';

/** Who looks at a sheet, over what. */
export interface SheetContext {
  readonly actor: Actor;
  readonly reader: Reader;
}

/** What a record would send as a single command: JSON, as it stands in the list. */
export type RecordBody = object;

/** The record of some rows, or what is wrong with them. */
export type Drafted = { readonly body: RecordBody } | { readonly problems: readonly SheetProblem[] };

/** One kind of sheet: how its rows become what a single command sends, what that records, and back. */
export interface SheetKind {
  readonly shape: SheetShape;
  /** The column whose equal values make rows one record; without it every row is one. */
  readonly groupedBy?: string;
  /** At most so many rows of one record. */
  readonly mostRows: number;
  /** The type of the subject that a record makes or belongs to. */
  readonly subject: string;
  draft(rows: readonly RowCells[], context: SheetContext): Promise<Drafted>;
  /** What recording it appends. Throws exactly what the single command throws. */
  events(reader: Reader, actor: Actor, body: RecordBody): Promise<readonly LedgerEvent[]>;
  /** What takes a record back. Throws a refusal when that cannot be done any more. */
  undo(reader: Reader, actor: Actor, of: { record: ImportRecord; reason: string }): Promise<readonly LedgerEvent[]>;
  /** Everything of the kind that the viewer may see, as rows under the columns, in parts. */
  exported(viewer: Actor): Promise<ExportedSheet>;
}

export interface ExportedSheet {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly (readonly string[])[]>;
}
