import { isId } from '../../kernel/ids.js';
import type { Reader } from '../../platform/database/sql.js';
import { Party } from '../parties/index.js';
import { problem } from './exchange.refusals.js';
import { plainCell, type RowCells } from './sheet-cells.rules.js';
import { problemAt, type SheetProblem } from './sheet-columns.rules.js';

/** The party that a cell names by its credit code or its id; undefined for an empty cell. Throws the problem. */
export async function partyIn(reader: Reader, row: RowCells, column: string): Promise<string | undefined> {
  const text = plainCell(row, column);
  if (text === undefined || isId(text)) return text;
  const party = await reader.findOne(Party, { uscc: text.toUpperCase() });
  if (!party) throw new CellProblem(problemAt({ row: row.row, column, value: text }, problem.merchantUnknown()));
  return party.id;
}

/** What a cell names in an export: the credit code, which people know it by. */
export async function partyTexts(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parties = await reader.find(Party, { id: [...new Set(ids)] });
  return new Map(parties.map(({ id, uscc }) => [id, uscc]));
}

/** Ends the drafting of a record. */
export class CellProblem extends Error {
  constructor(readonly found: SheetProblem) {
    super(found.code);
  }
}
