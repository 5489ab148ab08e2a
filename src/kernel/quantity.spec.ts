import * as fc from 'fast-check';
import {
  addQuantities,
  compareQuantities,
  convertQuantity,
  formatQuantity,
  isConvertible,
  isQuantity,
  parseQuantity,
  quantity,
  subtractQuantities,
} from './quantity.js';
import { UNITS } from './units.js';

describe('a quantity', () => {
  it('is read as bulletins print it', () => {
    expect(parseQuantity('0.497g/kg')).toEqual({ value: '0.497', unit: 'GK' });
    expect(parseQuantity('264.9µg/kg')).toEqual({ value: '264.9', unit: 'J33' });
    expect(parseQuantity(' -18 ℃ ')).toEqual({ value: '-18', unit: 'CEL' });
  });

  it.each(['', '12', 'g', '1e3 g', '12 stone', '1 2 g', '12,5 g'])('is not %j', (text) => {
    expect(() => parseQuantity(text)).toThrow(RangeError);
  });

  it('keeps its zeros through print and back', () => {
    for (const unit of UNITS) {
      const of = quantity('12.50', unit.code);
      expect(parseQuantity(formatQuantity(of))).toEqual(of);
    }
  });

  it('is made only of a decimal and a known unit', () => {
    expect(() => quantity('1.', 'GRM')).toThrow(RangeError);
    expect(() => quantity('1', 'g')).toThrow(RangeError);
    expect(isQuantity({ value: '1', unit: 'GRM' })).toBe(true);
    expect(isQuantity({ value: 1, unit: 'GRM' })).toBe(false);
    expect(isQuantity({ value: '1' })).toBe(false);
    expect(isQuantity(null)).toBe(false);
  });
});

describe('a conversion', () => {
  it.each([
    [quantity('1250', 'GRM'), 'KGM', '1.25'],
    [quantity('1.25', 'KGM'), 'GRM', '1250'],
    [quantity('0.1', 'GK'), 'NA', '100'],
    [quantity('100', 'NA'), 'GK', '0.1'],
    [quantity('168', 'J33'), 'NA', '0.168'],
    [quantity('30', 'X-MG100G'), 'NA', '300'],
    [quantity('99.0', 'P1'), 'NX', '990'],
    [quantity('5', 'CTM'), 'GRM', '1'],
    [quantity('1', 'GRM'), 'CTM', '5'],
  ])('of %j to %s is exact', (from, to, value) => {
    expect(convertQuantity(from, to)).toEqual({ value, unit: to });
  });

  it('comes back to the same number for every named pair and any decimal', () => {
    const pairs = UNITS.flatMap((from) => UNITS.map((to) => [from.code, to.code] as const)).filter(([from, to]) =>
      isConvertible(from, to),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        ([from, to], digits) => {
          const start = quantity(`${digits}.125`.replace('-0.', '0.'), from);
          expect(compareQuantities(convertQuantity(convertQuantity(start, to), from), start)).toBe(0);
        },
      ),
    );
  });

  it('exists only between named pairs', () => {
    expect(() => convertQuantity(quantity('1', 'GRM'), 'MLT')).toThrow(RangeError);
    expect(() => convertQuantity(quantity('1', 'X-CFUG'), 'X-MPNG')).toThrow(RangeError);
    expect(isConvertible('X-CFUG', 'X-MPNG')).toBe(false);
    expect(convertQuantity(quantity('1.0', 'GRM'), 'GRM')).toEqual({ value: '1.0', unit: 'GRM' });
  });
});

describe('arithmetic', () => {
  it('takes only equal units', () => {
    const grams = quantity('1.5', 'GRM');
    const kilograms = quantity('1', 'KGM');
    expect(addQuantities(grams, grams)).toEqual({ value: '3', unit: 'GRM' });
    expect(subtractQuantities(grams, quantity('2', 'GRM'))).toEqual({ value: '-0.5', unit: 'GRM' });
    expect(() => addQuantities(grams, kilograms)).toThrow(RangeError);
    expect(() => subtractQuantities(grams, kilograms)).toThrow(RangeError);
    expect(() => compareQuantities(grams, kilograms)).toThrow(RangeError);
  });
});
