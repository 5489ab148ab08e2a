/** Bounds of one sheet; beyond any of them it is refused, not cut. */
export const SHEET_BOUNDS = {
  rows: 200_000,
  columns: 300,
  /** Characters of one cell. */
  cell: 8_000,
  /** All parts of an .xlsx, unpacked: a small file may hold gigabytes. */
  unpackedBytes: 512 * 1_048_576,
  /** Characters of an .xlsx's shared texts. */
  sharedTexts: 32 * 1_048_576,
  merges: 10_000,
} as const;

/** What is wrong with one cell, whatever it should say. */
export type CellFault = 'formula' | 'error-value' | 'merged' | 'long-number' | 'long-cell' | 'time-of-day';

/** What is wrong with the whole file. */
export type FileFault =
  | 'unreadable'
  | 'encoding'
  | 'old-format'
  | 'encrypted'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'quotes'
  | 'empty';

/** One row that holds anything, by its number in the sheet (from 1); an empty cell is ''. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** By the cell's place in the row, from 0. */
  readonly faults?: readonly { readonly column: number; readonly fault: CellFault }[];
}

/** Stops the reading. */
export class SheetFault extends Error {
  readonly fault: FileFault;
  /** Where, when that is known. */
  readonly row: number | undefined;

  constructor(fault: FileFault, row?: number) {
    super(`${fault}${row === undefined ? '' : ` at row ${row}`}`);
    this.fault = fault;
    this.row = row;
  }
}

/** Takes rows, and how much of the file is read (0 to 1); resolves when more may come. */
export type TakeRows = (rows: SheetRow[], part: number) => Promise<void>;
