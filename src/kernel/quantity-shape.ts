import { isDecimal } from './decimal-shape.js';
import { isUnitCode, type UnitCode } from './units.js';

/** An amount as it stands in JSON: a decimal string (never a float) and the code of its unit. */
export interface Quantity {
  readonly value: string;
  readonly unit: UnitCode;
}

/** Tells whether a value from outside is a quantity. */
export function isQuantity(value: unknown): value is Quantity {
  if (typeof value !== 'object' || value === null || !('value' in value) || !('unit' in value)) return false;
  return isDecimal(value.value) && isUnitCode(value.unit);
}
