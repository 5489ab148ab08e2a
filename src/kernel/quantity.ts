import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  type Order,
  parseDecimal,
  subtractDecimals,
} from './decimal.js';
import { isQuantity, type Quantity } from './quantity-shape.js';
import { findUnit, isUnitCode, type UnitCode, UNITS, unitSymbol } from './units.js';

export { isQuantity, type Quantity };

/** `[from, to, factor]`: exact in both directions, since every factor is a power of ten or 0.2 (a carat is 0.2 g). */
const CONVERSIONS: readonly (readonly [from: UnitCode, to: UnitCode, factor: string])[] = [
  ['KGM', 'GRM', '1000'],
  ['TNE', 'KGM', '1000'],
  ['GRM', 'MGM', '1000'],
  ['KGM', 'MGM', '1000000'],
  ['CTM', 'GRM', '0.2'],
  ['CMT', 'MMT', '10'],
  ['MTR', 'CMT', '100'],
  ['MTR', 'MMT', '1000'],
  ['LTR', 'MLT', '1000'],
  ['GK', 'NA', '1000'],
  ['NA', 'J33', '1000'],
  ['GK', 'J33', '1000000'],
  ['X-MG100G', 'NA', '10'],
  ['X-G100G', 'GK', '10'],
  ['P1', 'NX', '10'],
];

/** Makes a quantity of a decimal string and a unit code; throws RangeError when either is not what it should be. */
export function quantity(value: string, unit: UnitCode): Quantity {
  if (!isUnitCode(unit)) throw new RangeError(`not a unit of the table: ${unit}`);
  return { value: parseDecimal(value), unit };
}

/** Reads `12.50 g` or `0.497g/kg`: a decimal, then a unit in any known spelling. Throws RangeError on anything else. */
export function parseQuantity(text: string): Quantity {
  const match = /^(-?\d+(?:\.\d+)?)\s*(\S.*)$/su.exec(text.trim());
  const unit = findUnit(match?.[2] ?? '');
  if (!match?.[1] || !unit) throw new RangeError(`not a number and a unit: ${text.slice(0, 60)}`);
  return quantity(match[1], unit.code);
}

/** The quantity for people: `12.50 g`. `parseQuantity` reads it back as it was. */
export function formatQuantity(of: Quantity): string {
  return `${of.value} ${unitSymbol(of.unit)}`;
}

/** Tells whether `convertQuantity` can turn one unit into the other. */
export function isConvertible(from: UnitCode, to: UnitCode): boolean {
  return from === to || CONVERSIONS.some(([left, right]) => isPair(left, right, from, to));
}

/** Every spelling of every unit that converts to the given one, with the code that it means. */
export function convertibleSpellings(to: UnitCode): Readonly<Record<string, UnitCode>> {
  const units = UNITS.filter(({ code }) => isConvertible(code, to));
  return Object.fromEntries(
    units.flatMap(({ code, symbol, aliases }) => [symbol, ...aliases].map((spelling) => [spelling, code])),
  );
}

/**
 * The same amount in another unit, exactly (nothing is rounded). Only between the pairs named above, and from a unit
 * to itself (unchanged); throws RangeError between any others, even of one dimension.
 */
export function convertQuantity(of: Quantity, to: UnitCode): Quantity {
  if (of.unit === to) return of;
  const row = CONVERSIONS.find(([left, right]) => isPair(left, right, of.unit, to));
  if (!row) throw new RangeError(`no named conversion from ${of.unit} to ${to}`);
  const [from, , factor] = row;
  if (from === of.unit) return { value: multiplyDecimals(of.value, factor), unit: to };
  return { value: dividedExactly(of.value, factor), unit: to };
}

/** Compares two quantities of one unit; throws RangeError when the units differ. */
export function compareQuantities(left: Quantity, right: Quantity): Order {
  sameUnit(left, right);
  return compareDecimals(left.value, right.value);
}

/** The sum of two quantities of one unit; throws RangeError when the units differ. */
export function addQuantities(left: Quantity, right: Quantity): Quantity {
  sameUnit(left, right);
  return { value: addDecimals(left.value, right.value), unit: left.unit };
}

/** The difference of two quantities of one unit; throws RangeError when the units differ. */
export function subtractQuantities(left: Quantity, right: Quantity): Quantity {
  sameUnit(left, right);
  return { value: subtractDecimals(left.value, right.value), unit: left.unit };
}

function isPair(left: UnitCode, right: UnitCode, from: UnitCode, to: UnitCode): boolean {
  return (left === from && right === to) || (left === to && right === from);
}

// Dividing by a power of ten (or by 0.2) adds at most seven digits, so nothing is cut.
function dividedExactly(value: string, factor: string): string {
  const digits = (value.split('.')[1] ?? '').length;
  return divideDecimals(value, factor, digits + 7, 'down');
}

function sameUnit(left: Quantity, right: Quantity): void {
  if (left.unit !== right.unit) throw new RangeError(`units differ: ${left.unit} and ${right.unit}`);
}
