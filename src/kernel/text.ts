/**
 * The one spelling in which text is kept and compared: NFKC (µ and μ are one, full-width letters become plain),
 * no spaces at the ends, and any run of white space as one space. Never throws; the empty text stays empty.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** Tells whether two texts say the same: equal after `normalizeText`. Upper and lower case stay different. */
export function isSameText(left: string, right: string): boolean {
  return normalizeText(left) === normalizeText(right);
}
