import { armed } from '../../platform/sheets/formula-cells.js';
import type { CellFault, SheetRow } from '../../platform/sheets/sheet-rows.js';
import { problem } from './exchange.refusals.js';
import type { RowCells } from './sheet-cells.rules.js';
import { type Header, problemAt, type SheetProblem, type SheetShape } from './sheet-columns.rules.js';

const FAULTS: Readonly<Record<CellFault, keyof typeof problem>> = {
  formula: 'formula',
  'error-value': 'errorValue',
  merged: 'merged',
  'long-number': 'longNumber',
  'long-cell': 'longCell',
  'time-of-day': 'timeOfDay',
};

/** A row with its cells by column, and what is wrong with single cells. */
export interface CheckedRow extends RowCells {
  readonly problems: readonly SheetProblem[];
}

/** Takes the defusing off, and looks for cells that are missing, unreadable or without a header. */
export function checkedRow({ columns }: SheetShape, { keys, titles }: Header, sheet: SheetRow): CheckedRow {
  const { row } = sheet;
  const cells = new Map<string, string>();
  const problems: SheetProblem[] = [];
  sheet.cells.forEach((cell, at) => {
    if (cell.trim() === '') return;
    const key = keys[at];
    if (key === undefined) problems.push(problemAt({ row, value: cell }, problem.cellWithoutColumn()));
    else cells.set(key, armed(cell));
  });
  for (const { column, fault } of sheet.faults ?? []) {
    const value = sheet.cells[column] ?? '';
    problems.push(problemAt({ row, column: titles[column] ?? '', value }, problem[FAULTS[fault]]()));
  }
  for (const { key, isNeeded } of columns) {
    if (isNeeded && !cells.has(key)) problems.push(problemAt({ row, column: key }, problem.needed()));
  }
  return { row, cells, problems };
}

const NONE: RowCells['cells'] = new Map();

/** Gathers rows that follow each other and belong to one record. */
export class RecordGathering {
  private rows: CheckedRow[] = [];
  private key: string | undefined;
  private readonly seen = new Set<string>();

  constructor(
    private readonly groupedBy: string | undefined,
    private readonly mostRows: number,
  ) {}

  /** Takes the next row; answers the rows of the record that it ends, if it ends one. */
  take(row: CheckedRow): readonly CheckedRow[] {
    if (this.groupedBy === undefined) return [row];
    const key = row.cells.get(this.groupedBy)?.trim() ?? '';
    if (key === this.key && this.rows.length > 0) {
      this.rows.push(
        this.rows.length < this.mostRows ? row : this.withProblem({ ...row, cells: NONE }, 'tooManyInRecord'),
      );
      return [];
    }
    const ended = this.end();
    this.rows = [this.seen.has(key) ? this.withProblem(row, 'recordApart') : row];
    this.key = key;
    this.seen.add(key);
    return ended;
  }

  /** The rows of the record that is open. */
  end(): readonly CheckedRow[] {
    const ended = this.rows;
    this.rows = [];
    return ended;
  }

  private withProblem(row: CheckedRow, what: 'tooManyInRecord' | 'recordApart'): CheckedRow {
    const column = this.groupedBy ?? '';
    const said = problem[what]({ column, most: this.mostRows });
    const value = row.cells.get(column) ?? '';
    return { ...row, problems: [...row.problems, problemAt({ row: row.row, column, value }, said)] };
  }
}
