import { isId } from '../../kernel/ids.js';
import type { Reader } from '../../platform/database/sql.js';
import { isVisible, Party } from '../parties/index.js';
import { problem } from './exchange.refusals.js';
import type { SheetContext } from './sheet-kind.js';
import { plainCell, type RowCells } from './sheet-cells.rules.js';
import { problemAt, type SheetProblem } from './sheet-columns.rules.js';

/**
 * The party of the column's kind that a cell names by its credit code or its id; undefined for an empty cell. Throws the
 * problem, and the same one for a party that the viewer may not see.
 */
export async function partyIn(
  { reader, actor }: SheetContext,
  row: RowCells,
  column: 'merchant' | 'warehouse',
): Promise<string | undefined> {
  const text = plainCell(row, column);
  if (text === undefined || isId(text)) return text;
  const party = await reader.findOne(Party, { uscc: text.toUpperCase(), kind: column });
  if (!party || !isVisible(actor, party))
    throw new CellProblem(problemAt({ row: row.row, column, value: text }, problem.merchantUnknown()));
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
