/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` characters of Crockford base 32 (5 bits each) from random bytes (one byte per character is used). */
export function randomCode(random: { bytes(count: number): Uint8Array }, length: number): string {
  return Array.from(random.bytes(length), (byte) => CROCKFORD[byte & 31]).join('');
}

/** What a person typed, as the code meant: upper case, no spaces or hyphens, I and L as 1, O as 0. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}

/**
 * The check character of the same alphabet: the sum of digit × α^position in GF(32) (α² + … by x⁵+x²+1).
 * Finds every single wrong character and every exchange of two, for codes up to 30 characters.
 */
export function checkCharacter(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    const digit = CROCKFORD.indexOf(character);
    if (digit < 0) throw new RangeError(`not a character of Crockford base 32: ${character}`);
    weight = timesAlpha(weight);
    sum ^= times(digit, weight);
  }
  return CROCKFORD.charAt(sum);
}

/** Tells whether the last character is the check character of those before it. */
export function isCheckedCode(code: string): boolean {
  if (code.length < 2 || [...code].some((character) => !CROCKFORD.includes(character))) return false;
  return checkCharacter(code.slice(0, -1)) === code.at(-1);
}

function timesAlpha(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function times(left: number, right: number): number {
  let product = 0;
  let factor = left;
  for (let bits = right; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= factor;
    factor = timesAlpha(factor);
  }
  return product;
}
