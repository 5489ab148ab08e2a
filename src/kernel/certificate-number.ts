import { checkCharacter, isCheckedCode, normalizeCode } from './base32.js';

const PREFIX = 'YZ-';
const LENGTH = 10;

/** Random characters of a number; the check character is one more. */
export const NUMBER_BODY = LENGTH - 1;

/** The number of nine random characters of Crockford base 32: `YZ-`, they, and their check character. */
export function numberOf(body: string): string {
  return `${PREFIX}${body}${checkCharacter(body)}`;
}

/** A number as people read it: `YZ-7K3QX-9M2D0`. */
export function printedNumber(number: string): string {
  return number.replace(/^(YZ-.{5})(.{5})$/, '$1-$2');
}

/** The number that a person typed, in its one spelling; undefined when no number is spelled so. */
export function numberFrom(typed: string): string | undefined {
  const code = normalizeCode(typed);
  const body = code.length === LENGTH ? code : code.replace(/^YZ/, '');
  return body.length === LENGTH && isCheckedCode(body) ? `${PREFIX}${body}` : undefined;
}
