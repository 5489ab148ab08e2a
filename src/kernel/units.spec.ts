import { findUnit, isUnitCode, UNITS, unitOf, unitSymbol } from './units.js';

describe('the table of units', () => {
  it('has every code and every symbol once, and a name in both languages', () => {
    expect(new Set(UNITS.map((unit) => unit.code)).size).toBe(UNITS.length);
    expect(new Set(UNITS.map((unit) => unit.symbol)).size).toBe(UNITS.length);
    expect(UNITS.filter((unit) => !unit.name.zh || !unit.name.en)).toEqual([]);
  });

  it('gives no spelling to two units', () => {
    for (const unit of UNITS) {
      for (const spelling of [unit.code, unit.symbol, ...unit.aliases]) {
        expect({ spelling, code: findUnit(spelling)?.code }).toEqual({ spelling, code: unit.code });
      }
    }
  });

  it('takes codes of its own beside UN/CEFACT only with X-', () => {
    for (const unit of UNITS) expect(unit.code).toMatch(/^(X-[A-Z0-9]+|[A-Z0-9]{2,3})$/);
  });
});

describe('a spelling', () => {
  it.each([
    ['µg/kg', 'J33'], // U+00B5, micro sign
    ['μg/kg', 'J33'], // U+03BC, Greek mu
    ['ug/kg', 'J33'],
    ['mg/100g', 'X-MG100G'],
    ['mg / 100 g', 'X-MG100G'],
    ['℃', 'CEL'],
    ['°C', 'CEL'],
    ['％', 'P1'],
    ['‰', 'NX'],
    ['μg/cm²/week', 'X-UGCM2W'],
    ['µg/cm2/week', 'X-UGCM2W'],
    ['cfu/g', 'X-CFUG'],
    ['公斤', 'KGM'],
    ['GRM', 'GRM'],
  ])('%s means %s', (spelling, code) => {
    expect(findUnit(spelling)?.code).toBe(code);
  });

  it.each(['', 'Mg/kg', 'kgs', 'lb', 'toString'])('%j means no unit', (spelling) => {
    expect(findUnit(spelling)).toBeUndefined();
  });
});

describe('a code', () => {
  it('is exact', () => {
    expect([isUnitCode('GRM'), isUnitCode('g'), isUnitCode('grm'), isUnitCode(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('has a printed symbol, and prints as itself when unknown', () => {
    expect(unitSymbol('X-UGCM2W')).toBe('μg/cm²/week');
    expect(unitSymbol('ZZZ')).toBe('ZZZ');
    expect(unitOf('ZZZ')).toBeUndefined();
  });
});
