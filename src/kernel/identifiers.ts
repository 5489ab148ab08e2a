/** What a check says: right, a wrong check character in the right shape, or not the shape at all. */
export type CheckResult = 'ok' | 'bad-check' | 'malformed';

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * 统一社会信用代码, GB 32100-2015: 18 characters without I, O, S, V, Z; the last is a check over the 17 before it.
 * Some old real codes are said to fail the check, so callers warn and allow an override with a reason.
 */
export function checkUscc(code: string): CheckResult {
  if (!USCC.test(code)) return 'malformed';
  const sum = USCC_WEIGHTS.reduce((total, weight, at) => total + USCC_ALPHABET.indexOf(code.charAt(at)) * weight, 0);
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17) ? 'ok' : 'bad-check';
}

/** 食品生产许可证编号: `SC`, then 14 digits of which the first is 1 or 2 and the last is GB/T 17710 MOD 11,10. */
export function checkScLicence(code: string): CheckResult {
  if (!/^SC[12]\d{13}$/.test(code)) return 'malformed';
  return mod1110(code.slice(2, -1)) === Number(code.at(-1)) ? 'ok' : 'bad-check';
}

/** The MOD 11,10 check digit (GB/T 17710, ISO 7064 §8) of a text of digits; throws RangeError on anything else. */
export function mod1110(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError(`not digits: ${digits}`);
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10;
}

/** 检验检测机构资质认定 (CMA) number: 12 digits. It has no check digit, so the shape is all that can be told. */
export function checkCmaNumber(code: string): CheckResult {
  return /^\d{12}$/.test(code) ? 'ok' : 'malformed';
}

/** GTIN-8, -12, -13 or -14 (GS1 General Specifications §7.9): the last digit is a check over those before it. */
export function checkGtin(code: string): CheckResult {
  if (!/^(\d{8}|\d{12,14})$/.test(code)) return 'malformed';
  return gtinCheckDigit(code.slice(0, -1)) === Number(code.at(-1)) ? 'ok' : 'bad-check';
}

/** The GS1 check digit of a text of digits (weights 3, 1 from the right); throws RangeError on anything else. */
export function gtinCheckDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError(`not digits: ${digits}`);
  const sum = [...digits].toReversed().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}
