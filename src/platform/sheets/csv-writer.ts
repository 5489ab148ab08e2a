import { stringify } from 'csv-stringify/sync';
import { defused } from './formula-cells.js';

/** Tells Excel that the file is UTF-8. */
export const CSV_MARK = '\ufeff';

/** Rows as CSV (RFC 4180) with formula cells defused; the mark goes before the first. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(defused)),
    { record_delimiter: '\r\n' },
  );
}
