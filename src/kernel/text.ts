/**
 * The one spelling in which text is kept and compared: NFKC (µ and μ are one, full-width letters become plain),
 * no spaces at the ends, and any run of white space as one space. Never throws; the empty text stays empty.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/**
 * The key by which printed numbers are compared (of seals, of reports): `normalizeText`, capitals, no spaces, nothing
 * invisible (general category Cf: zero-width space, soft hyphen), and every dash or minus as the hyphen-minus. Never
 * throws; a text of nothing else gives the empty key.
 */
export function printedKey(text: string): string {
  const plain = text.replace(/\p{Cf}/gu, '').replace(/[\p{Pd}\u2212]/gu, '-');
  return normalizeText(plain).replaceAll(' ', '').toUpperCase();
}

/** Tells whether two texts say the same: equal after `normalizeText`. Upper and lower case stay different. */
export function isSameText(left: string, right: string): boolean {
  return normalizeText(left) === normalizeText(right);
}
