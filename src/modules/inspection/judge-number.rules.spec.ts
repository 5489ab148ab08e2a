import * as fc from 'fast-check';
import { judgeContext, number, planItem } from '../../../test/support/judging.js';
import type { Judge, UncertaintyRule } from '../catalog/index.js';
import { judge } from './judge.rules.js';
import type { ReadingValue } from './judge-reading.js';

function verdict(by: Judge, reading: ReadingValue | undefined, changes: object = {}, context: object = {}) {
  return judge(planItem(by, changes), reading, judgeContext(context)).verdict;
}

const nd: ReadingValue = { kind: 'not-detected', unit: 'NA' };

describe('max', () => {
  const by: Judge = { op: 'max', value: '0.1' };

  it.each([
    ['0.1', 'pass'],
    ['0.10', 'pass'],
    ['0.1000', 'pass'],
    ['0.09999999999', 'pass'],
    ['0.10000000001', 'fail'],
    ['0.497', 'fail'],
    ['0', 'pass'],
    ['-5', 'pass'],
  ])('%s g/kg against 0.1 is %s', (value, wanted) => {
    expect(verdict(by, number(value, 'GK'), { unit: 'GK' })).toBe(wanted);
  });

  it('is undecided without a limit, without a reading, and by another kind of reading', () => {
    expect(verdict({ op: 'max', value: null }, number('0', 'GK'), { unit: 'GK' })).toBe('undecided');
    expect(verdict(by, undefined, { unit: 'GK' })).toBe('undecided');
    expect(verdict(by, { kind: 'text', text: '0' }, { unit: 'GK' })).toBe('undecided');
    expect(verdict(by, { kind: 'boolean', value: true }, { unit: 'GK' })).toBe('undecided');
  });

  it('converts by a named conversion only', () => {
    expect(verdict(by, number('100', 'NA'), { unit: 'GK' })).toBe('pass');
    expect(verdict(by, number('100.1', 'NA'), { unit: 'GK' })).toBe('fail');
    expect(verdict(by, number('0.01', 'X-CFUG'), { unit: 'GK' })).toBe('undecided');
    expect(verdict(by, number('0.01'), { unit: 'GK' })).toBe('undecided');
    expect(verdict(by, number('0.01', 'GK'))).toBe('undecided');
  });

  it.each(['', ' ', '0,05', '1e-3', '.05', 'ND', '未检出'])('is undecided by %j, which is no decimal', (value) => {
    expect(verdict(by, number(value, 'GK'), { unit: 'GK' })).toBe('undecided');
  });

  it('passes 未检出, unless the method could not see the limit', () => {
    const limit = (detectionLimit: string): ReadingValue => ({ kind: 'not-detected', unit: 'GK', detectionLimit });
    expect(verdict(by, { kind: 'not-detected', unit: 'GK' }, { unit: 'GK' })).toBe('pass');
    expect(verdict(by, limit('0.1'), { unit: 'GK' })).toBe('pass');
    expect(verdict(by, limit('0.11'), { unit: 'GK' })).toBe('undecided');
    expect(verdict({ op: 'max', value: null }, nd, { unit: 'NA' })).toBe('undecided');
  });

  it('asks whole numbers of whole-number items', () => {
    const item = { valueType: 'integer' as const };
    expect(verdict({ op: 'max', value: '3' }, number('3'), item)).toBe('pass');
    expect(verdict({ op: 'max', value: '3' }, number('2.5'), item)).toBe('undecided');
    expect(verdict({ op: 'max', value: '3' }, number('3.0'), item)).toBe('undecided');
  });

  it('says the facts in both languages, and prints the limit', () => {
    const result = judge(planItem(by, { unit: 'GK' }), number('0.497', 'GK'), judgeContext());
    expect(result.reason).toEqual({ zh: '0.497 g/kg，不符合 ≤0.1 g/kg', en: '0.497 g/kg does not meet ≤0.1 g/kg' });
    expect(result.limit).toEqual({ zh: '限值', en: 'limit' });
  });
});

describe('min', () => {
  const by: Judge = { op: 'min', value: '990' };

  it.each([
    ['990', 'pass'],
    ['990.0', 'pass'],
    ['989.999', 'fail'],
    ['999', 'pass'],
  ])('%s ‰ against 990 is %s', (value, wanted) => {
    expect(verdict(by, number(value, 'NX'), { unit: 'NX' })).toBe(wanted);
  });

  it('converts percent to per mille', () => {
    expect(verdict(by, number('99.0', 'P1'), { unit: 'NX' })).toBe('pass');
    expect(verdict(by, number('98.99', 'P1'), { unit: 'NX' })).toBe('fail');
  });

  it('fails 未检出, unless the method could not see the limit', () => {
    expect(verdict(by, { kind: 'not-detected', unit: 'NX' }, { unit: 'NX' })).toBe('fail');
    expect(verdict(by, { kind: 'not-detected', unit: 'NX', detectionLimit: '991' }, { unit: 'NX' })).toBe('undecided');
    expect(verdict({ op: 'min', value: '0' }, { kind: 'not-detected', unit: null })).toBe('pass');
    expect(verdict({ op: 'min', value: null }, number('999', 'NX'), { unit: 'NX' })).toBe('undecided');
  });
});

describe('range', () => {
  const by: Judge = { op: 'range', min: '1.544', max: '1.553' };

  it.each([
    ['1.544', 'pass'],
    ['1.553', 'pass'],
    ['1.548', 'pass'],
    ['1.5439', 'fail'],
    ['1.5531', 'fail'],
    ['1.46', 'fail'],
  ])('%s is %s', (value, wanted) => {
    expect(verdict(by, number(value, 'X-ND'), { unit: 'X-ND' })).toBe(wanted);
  });

  it('is undecided while an end is missing, even outside the other', () => {
    expect(verdict({ op: 'range', min: null, max: '2' }, number('3'))).toBe('undecided');
    expect(verdict({ op: 'range', min: '1', max: null }, number('3'))).toBe('undecided');
  });
});

describe('nominal', () => {
  it.each([
    ['0.008', 'pass'],
    ['0.010', 'pass'],
    ['0.0079', 'fail'],
    ['0.0101', 'fail'],
  ])('%s against 0.009 ±0.001 is %s', (value, wanted) => {
    expect(verdict({ op: 'nominal', value: '0.009', tolerance: '0.001' }, number(value))).toBe(wanted);
  });

  it('is undecided without a tolerance, even when equal', () => {
    expect(verdict({ op: 'nominal', value: '0.009', tolerance: null }, number('0.009'))).toBe('undecided');
  });
});

describe.each(['absent', 'notUsed'] as const)('%s', (op) => {
  it('fails by any detected amount', () => {
    expect(verdict({ op }, number('0.00000001', 'NA'), { unit: 'NA' })).toBe('fail');
    expect(verdict({ op }, number('487', 'J33'), { unit: 'NA' })).toBe('fail');
  });

  it('passes only by 未检出', () => {
    expect(verdict({ op }, nd, { unit: 'NA' })).toBe('pass');
    expect(verdict({ op }, number('0', 'NA'), { unit: 'NA' })).toBe('undecided');
    expect(verdict({ op }, number('0.000', 'NA'), { unit: 'NA' })).toBe('undecided');
    expect(verdict({ op }, number('-0.1', 'NA'), { unit: 'NA' })).toBe('undecided');
    expect(verdict({ op }, undefined, { unit: 'NA' })).toBe('undecided');
    expect(verdict({ op }, { kind: 'text', text: '未检出' }, { unit: 'NA' })).toBe('undecided');
  });
});

describe('maxIf and minIf', () => {
  const lead: Judge = { op: 'maxIf', field: 'isChild', map: { true: '300', false: '1000' } };
  const fineness: Judge = { op: 'minIf', field: 'metal', map: { 足金: '990', 银925: null } };

  it('go by the attribute', () => {
    const unit = { unit: 'NA' };
    expect(verdict(lead, number('300', 'NA'), unit, { attributes: { isChild: true } })).toBe('pass');
    expect(verdict(lead, number('300.1', 'NA'), unit, { attributes: { isChild: true } })).toBe('fail');
    expect(verdict(lead, number('1000', 'NA'), unit, { attributes: { isChild: false } })).toBe('pass');
    expect(verdict(lead, number('1000.1', 'NA'), unit, { attributes: { isChild: false } })).toBe('fail');
    expect(verdict(fineness, number('990', 'NX'), { unit: 'NX' }, { attributes: { metal: '足金' } })).toBe('pass');
    expect(verdict(fineness, number('989.9', 'NX'), { unit: 'NX' }, { attributes: { metal: '足金' } })).toBe('fail');
  });

  it('are undecided without the attribute, its figure, or its place in the map', () => {
    expect(verdict(lead, number('1', 'NA'), { unit: 'NA' })).toBe('undecided');
    expect(verdict(fineness, number('999', 'NX'), { unit: 'NX' }, { attributes: { metal: '银925' } })).toBe(
      'undecided',
    );
    expect(verdict(fineness, number('999', 'NX'), { unit: 'NX' }, { attributes: { metal: '铂' } })).toBe('undecided');
    expect(verdict(fineness, number('999', 'NX'), { unit: 'NX' }, { attributes: { metal: ' ' } })).toBe('undecided');
  });
});

describe('maxEach', () => {
  const by: Judge = { op: 'maxEach', map: { Pb: '90', Cd: '75' } };
  const read = (values: Record<string, string>, notDetected?: string[]): ReadingValue => ({
    kind: 'map',
    unit: 'NA',
    values,
    ...(notDetected ? { notDetected } : {}),
  });
  const each = (reading: ReadingValue) => verdict(by, reading, { unit: 'NA', valueType: 'map' });

  it('needs every name, each at or under its own end', () => {
    expect(each(read({ Pb: '90', Cd: '75' }))).toBe('pass');
    expect(each(read({ Pb: '90.01', Cd: '75' }))).toBe('fail');
    expect(each(read({ Pb: '90', Cd: '75.01' }))).toBe('fail');
    expect(each(read({ Pb: '1' }, ['Cd']))).toBe('pass');
  });

  it('never takes a blank for zero', () => {
    expect(each(read({ Pb: '1' }))).toBe('undecided');
    expect(each(read({ Pb: '1', Cd: '' }))).toBe('undecided');
    expect(each(read({ Pb: '91' }))).toBe('fail');
  });

  it('is undecided by a name without a figure', () => {
    const open: Judge = { op: 'maxEach', map: { Pb: '90', Cd: null } };
    expect(verdict(open, read({ Pb: '1', Cd: '1' }), { unit: 'NA', valueType: 'map' })).toBe('undecided');
  });
});

describe('uncertainty', () => {
  const by: Judge = { op: 'max', value: '10' };
  const under = (value: string, uncertainty: string, uncertaintyRule?: UncertaintyRule) =>
    verdict(by, number(value, null, uncertainty), {}, { uncertaintyRule });

  it('matters only when it reaches across the limit', () => {
    expect(under('9', '1')).toBe('pass');
    expect(under('9', '1.01')).toBe('undecided');
    expect(under('11', '1')).toBe('undecided');
    expect(under('11', '0.99')).toBe('fail');
  });

  it('across the limit goes by the rule', () => {
    expect([under('9.5', '1', 'reject'), under('10.5', '1', 'reject')]).toEqual(['fail', 'fail']);
    expect([under('9.5', '1', 'accept'), under('10.5', '1', 'accept')]).toEqual(['pass', 'fail']);
    expect([under('9.5', '1', 'undecided'), under('10.5', '1', 'undecided')]).toEqual(['undecided', 'undecided']);
  });

  it('works from below as from above, and is converted with its value', () => {
    const floor: Judge = { op: 'min', value: '10' };
    expect(verdict(floor, number('11', null, '1'))).toBe('pass');
    expect(verdict(floor, number('10.5', null, '1'))).toBe('undecided');
    expect(verdict(floor, number('8.9', null, '1'))).toBe('fail');
    expect(verdict({ op: 'max', value: '1' }, number('999', 'GRM', '2'), { unit: 'KGM' })).toBe('undecided');
    expect(verdict({ op: 'max', value: '1' }, number('999', 'GRM', '1'), { unit: 'KGM' })).toBe('pass');
  });

  it('is never negative', () => {
    expect(under('1', '-1')).toBe('undecided');
  });
});

describe('max, min and range', () => {
  const scaled = fc.integer({ min: -2000, max: 2000 });
  const spelled = (value: number) => (value / 100).toFixed(2);

  // The second implementation counts in hundredths, as integers.
  function naive(value: number, low: number | null, high: number | null): string {
    return (low === null || value >= low) && (high === null || value <= high) ? 'pass' : 'fail';
  }

  it('agree with integers', () => {
    fc.assert(
      fc.property(scaled, scaled, scaled, (value, one, two) => {
        const [low, high] = one < two ? [one, two] : [two, one];
        expect(verdict({ op: 'max', value: spelled(high) }, number(spelled(value)))).toBe(naive(value, null, high));
        expect(verdict({ op: 'min', value: spelled(low) }, number(spelled(value)))).toBe(naive(value, low, null));
        const range: Judge = { op: 'range', min: spelled(low), max: spelled(high) };
        expect(verdict(range, number(spelled(value)))).toBe(naive(value, low, high));
      }),
    );
  });

  it('agree with integers when uncertain', () => {
    const rules = fc.constantFrom<UncertaintyRule>('reject', 'accept', 'undecided');
    fc.assert(
      fc.property(scaled, fc.nat(500), scaled, rules, (value, width, limit, uncertaintyRule) => {
        const sure = [value - width, value, value + width].map((each) => naive(each, null, limit));
        const across = { reject: 'fail', accept: sure[1], undecided: 'undecided' }[uncertaintyRule];
        const wanted = sure[0] === sure[2] ? sure[0] : across;
        const reading = number(spelled(value), null, spelled(width));
        expect(verdict({ op: 'max', value: spelled(limit) }, reading, {}, { uncertaintyRule })).toBe(wanted);
      }),
    );
  });
});
