import { isDecimal } from '../../kernel/decimal.js';
import { isUnitCode, type UnitCode, unitOf } from '../../kernel/units.js';

/** What was put on the balance, so that a figure follows from it and nobody types the figure. */
export type Weighings = GlazeWeighings | ContentWeighings;

/** One sample with its glaze, and drained of it. */
export interface GlazeWeighings {
  readonly kind: 'weighings';
  readonly formula: 'glaze';
  readonly unit: UnitCode;
  readonly rows: readonly { readonly gross: string; readonly deglazed: string }[];
}

/** Packages, each with what is not content: its wrapping (`net`), or the sieve that it drained in (`drained`). */
export interface ContentWeighings {
  readonly kind: 'weighings';
  readonly formula: 'net' | 'drained';
  readonly unit: UnitCode;
  readonly rows: readonly { readonly gross: string; readonly tare: string }[];
}

/** Enough for any lot that is weighed by hand, and small enough for a public entry. */
const MOST_ROWS = 60;

/** Tells whether the parts of a value from outside are those of weighings; what they mean is checked against the item. */
export function areWeighings(of: Readonly<Record<string, unknown>>): boolean {
  const { formula, unit, rows } = of;
  if (!isUnitCode(unit) || unitOf(unit)?.dimension !== 'mass') return false;
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > MOST_ROWS) return false;
  if (formula === 'glaze') return rows.every((row: unknown) => isRow(row, 'deglazed'));
  return (formula === 'net' || formula === 'drained') && rows.every((row: unknown) => isRow(row, 'tare'));
}

function isRow(row: unknown, second: 'deglazed' | 'tare'): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const parts = Object.fromEntries(Object.entries(row));
  return isDecimal(parts['gross']) && isDecimal(parts[second]);
}

/** The same value with the parts that its kind has and no others. */
export function plainWeighings(of: Weighings): Weighings {
  const { kind, unit } = of;
  if (of.formula === 'glaze') {
    return { kind, formula: of.formula, unit, rows: of.rows.map(({ gross, deglazed }) => ({ gross, deglazed })) };
  }
  return { kind, formula: of.formula, unit, rows: of.rows.map(({ gross, tare }) => ({ gross, tare })) };
}
