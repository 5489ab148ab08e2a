import Decimal from 'big.js';
import { DECIMAL, isDecimal, LONGEST_DECIMAL } from './decimal-shape.js';

export { isDecimal };

/** How a result that does not end is cut: half up (half away from zero), half to even, towards zero, away from zero. */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

/** -1 when the left is less, 0 when both are the same number, 1 when the left is more. */
export type Order = -1 | 0 | 1;

const MODES = { down: 0, 'half-up': 1, 'half-even': 2, up: 3 } as const;

/** Tells whether the text is a decimal without a fraction (`12`, not `12.0`). */
export function isWhole(text: unknown): text is string {
  return isDecimal(text) && !text.includes('.');
}

/** The text itself, trailing zeros and all (they say how exactly it was read); throws RangeError when it is no decimal. */
export function parseDecimal(text: string): string {
  if (isDecimal(text)) return text;
  throw new RangeError(`not a decimal of at most ${LONGEST_DECIMAL} characters: ${String(text).slice(0, 40)}`);
}

/** Compares as numbers: `1.0` and `1.00` are equal, `-0` is `0`. Throws RangeError on a text that is no decimal. */
export function compareDecimals(left: string, right: string): Order {
  return big(left).cmp(big(right));
}

/** Tells the sign: -1, 0 or 1. */
export function signOf(value: string): Order {
  return compareDecimals(value, '0');
}

/** The exact sum; keeps no trailing zeros. Throws RangeError on a text that is no decimal, as all the next do. */
export function addDecimals(left: string, right: string): string {
  return spelled(big(left).plus(big(right)));
}

/** The exact difference. */
export function subtractDecimals(left: string, right: string): string {
  return spelled(big(left).minus(big(right)));
}

/** The exact product. */
export function multiplyDecimals(left: string, right: string): string {
  return spelled(big(left).times(big(right)));
}

/** The quotient, cut to `places` digits after the point by the named rounding; throws RangeError on a divisor of zero. */
export function divideDecimals(left: string, right: string, places: number, rounding: Rounding): string {
  if (signOf(right) === 0) throw new RangeError(`division of ${left} by zero`);
  const Cut = Decimal();
  Cut.DP = places;
  Cut.RM = MODES[rounding];
  return spelled(new Cut(parsed(left)).div(parsed(right)));
}

/** The value cut to `places` digits after the point by the named rounding; keeps no trailing zeros. */
export function roundDecimal(value: string, places: number, rounding: Rounding): string {
  return spelled(big(value).round(places, MODES[rounding]));
}

/** The value without its sign. */
export function absoluteDecimal(value: string): string {
  return spelled(big(value).abs());
}

// A result may be longer than what is let in from outside, so only the spelling is checked here.
function parsed(value: string): string {
  if (!DECIMAL.test(value)) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
  return value;
}

function big(value: string): Decimal {
  return new Decimal(parsed(value));
}

function spelled(value: Decimal): string {
  return value.eq(0) ? '0' : value.toFixed();
}
