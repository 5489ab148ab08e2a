import { absoluteDecimal, compareDecimals, multiplyDecimals, signOf, subtractDecimals } from '../../kernel/decimal.js';
import { convertQuantity, type Quantity } from '../../kernel/quantity.js';
import { unitOf } from '../../kernel/units.js';

/** A mass above zero. */
export function isMass({ value, unit }: Quantity): boolean {
  return unitOf(unit)?.dimension === 'mass' && signOf(value) > 0;
}

/**
 * Tells whether two masses may be those of one thing. By the warehouse's own tolerance in percent of what was sent; where
 * it has set none, they agree within half of the last digit of whichever is written more coarsely: 21.35 g and 21.4 g
 * do, 21.35 g and 21.36 g do not. A report that is more than one digit coarser than what was sent agrees with nothing:
 * 0.1 kg would stand for anything from 50 g to 150 g, weighed or not. No figure of anybody else's is put in its place.
 */
export function massFits(sent: Quantity, reported: Quantity, percent: string | null): boolean {
  const apart = absoluteDecimal(subtractDecimals(grams(sent), grams(reported)));
  if (percent !== null) {
    return compareDecimals(multiplyDecimals(apart, '100'), multiplyDecimals(grams(sent), percent)) <= 0;
  }
  const [first, second] = [lastDigit(sent), lastDigit(reported)];
  if (compareDecimals(second, multiplyDecimals(first, '10')) > 0) return false;
  const order = compareDecimals(first, second);
  // Written to the same digit nothing is rounded: they are equal or not.
  if (order === 0) return apart === '0';
  return compareDecimals(multiplyDecimals(apart, '2'), order > 0 ? first : second) <= 0;
}

/** What one more of the last written digit is worth, in grams. */
function lastDigit({ value, unit }: Quantity): string {
  const places = value.split('.')[1]?.length ?? 0;
  return grams({ value: places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`, unit });
}

function grams(mass: Quantity): string {
  const near = mass.unit === 'TNE' ? convertQuantity(mass, 'KGM') : mass;
  return convertQuantity(near, 'GRM').value;
}
