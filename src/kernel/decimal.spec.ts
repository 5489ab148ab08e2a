import * as fc from 'fast-check';
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  divideDecimals,
  isDecimal,
  isWhole,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
} from './decimal.js';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => ({ digits, places, text: spelled(digits, places) }));

function spelled(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  return places === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -places)}.${all.slice(-places)}`;
}

describe('a decimal', () => {
  it.each(['0', '-0', '007', '12.50', '-18.0', '0.00247', '1'.repeat(30)])('is %s', (text) => {
    expect(isDecimal(text)).toBe(true);
    expect(parseDecimal(text)).toBe(text);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '1.',
    '.5',
    '1e3',
    '1,5',
    '１',
    'NaN',
    'Infinity',
    '0x10',
    '--1',
    '1'.repeat(31),
    '1\n',
  ])('is not %j', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });

  it('is never a number of JavaScript', () => {
    expect(isDecimal(1)).toBe(false);
  });

  it('is whole only without a point', () => {
    expect([isWhole('12'), isWhole('-3'), isWhole('12.0')]).toEqual([true, true, false]);
  });
});

describe('arithmetic', () => {
  it('compares numbers, not spellings', () => {
    expect(compareDecimals('1.0', '1.00')).toBe(0);
    expect(compareDecimals('-0', '0')).toBe(0);
    expect(compareDecimals('9', '10')).toBe(-1);
    expect(compareDecimals('0.1000000000000000000000000001', '0.1')).toBe(1);
  });

  it('is exact where a float is not', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(subtractDecimals('1000', '0.001')).toBe('999.999');
    expect(multiplyDecimals('1.1', '1.1')).toBe('1.21');
    expect(multiplyDecimals('0.0000001', '0.0000001')).toBe('0.00000000000001');
    expect(absoluteDecimal('-0.5')).toBe('0.5');
  });

  it('names its rounding', () => {
    expect(divideDecimals('1', '3', 4, 'half-up')).toBe('0.3333');
    expect(divideDecimals('2', '3', 4, 'down')).toBe('0.6666');
    expect(divideDecimals('2', '3', 4, 'half-up')).toBe('0.6667');
    expect(divideDecimals('1', '3', 4, 'up')).toBe('0.3334');
    expect(divideDecimals('-1', '3', 4, 'up')).toBe('-0.3334');
    expect(roundDecimal('2.5', 0, 'half-even')).toBe('2');
    expect(roundDecimal('2.5', 0, 'half-up')).toBe('3');
    expect(roundDecimal('-0.4', 0, 'half-up')).toBe('0');
  });

  it('refuses a divisor of zero and what is no decimal', () => {
    expect(() => divideDecimals('1', '0.00', 2, 'down')).toThrow(RangeError);
    expect(() => addDecimals('1e3', '1')).toThrow(RangeError);
    expect(() => compareDecimals('', '0')).toThrow(RangeError);
  });

  it('agrees with integers of one scale', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        const a = left.digits * 10n ** BigInt(6 - left.places);
        const b = right.digits * 10n ** BigInt(6 - right.places);
        expect(compareDecimals(left.text, right.text)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(compareDecimals(addDecimals(left.text, right.text), spelled(a + b, 6))).toBe(0);
        expect(compareDecimals(subtractDecimals(left.text, right.text), spelled(a - b, 6))).toBe(0);
        expect(compareDecimals(multiplyDecimals(left.text, right.text), spelled(a * b, 12))).toBe(0);
      }),
    );
  });
});
