/** Decimals have at most this many characters. */
export const LONGEST_DECIMAL = 30;

/** How a decimal is spelled, of whatever length. */
export const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Tells whether the text is a decimal: `-?digits(.digits)?`, no exponent, no plus, no spaces, at most 30 characters. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && text.length <= LONGEST_DECIMAL && DECIMAL.test(text);
}
