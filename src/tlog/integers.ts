import { TlogError } from './errors.js';

/** The value itself when it is an integer from 0 to 2^53 − 1; throws `number` otherwise. */
export function checkedInteger(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new TlogError('number', `${what} is not an integer below 2^53`);
  return value;
}

/** ASCII decimal without sign or leading zeros, up to 2^53 − 1; throws `number` otherwise. */
export function parseDecimal(text: string, what: string): number {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) throw new TlogError('number', `${what} is not a plain decimal number`);
  return checkedInteger(Number(text), what);
}

/** The largest power of two strictly below `size`, which must be at least 2 (RFC 6962 §2.1 calls it k). */
export function splitPoint(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** Tells whether the lowest bit is set, also beyond 2^32. */
export function isOdd(value: number): boolean {
  return value % 2 === 1;
}

/** One right shift, also beyond 2^32. */
export function half(value: number): number {
  return Math.floor(value / 2);
}
