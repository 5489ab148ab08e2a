import { category, judgeContext, number, planItem } from '../../../test/support/judging.js';
import type { Judge } from '../catalog/index.js';
import type { JudgeContext } from './judge.js';
import { judge } from './judge.rules.js';
import type { ReadingValue } from './judge-reading.js';

function verdict(
  by: Judge,
  reading: ReadingValue | undefined,
  changes: object = {},
  context: Partial<JudgeContext> = {},
) {
  return judge(planItem(by, changes), reading, judgeContext(context)).verdict;
}

const text = (value: string): ReadingValue => ({ kind: 'text', text: value });

describe('matchesDeclared', () => {
  it('compares text after normalising', () => {
    const by: Judge = { op: 'matchesDeclared', field: 'skuName', compare: 'text', tolerance: null };
    expect(verdict(by, text('紫晶手链　８mm'), {}, { declared: { skuName: '紫晶手链 8mm' } })).toBe('pass');
    expect(verdict(by, text('紫晶手链 6mm'), {}, { declared: { skuName: '紫晶手链 8mm' } })).toBe('fail');
    expect(verdict(by, text(''), {}, { declared: { skuName: '紫晶手链 8mm' } })).toBe('undecided');
    expect(verdict(by, text('紫晶手链 8mm'))).toBe('undecided');
  });

  it.each([
    ['12.45', 'pass'],
    ['12.55', 'pass'],
    ['12.44', 'fail'],
    ['12.56', 'fail'],
  ])('%s g against 12.50 ±0.05 is %s', (value, wanted) => {
    const by: Judge = { op: 'matchesDeclared', field: 'totalMass', compare: 'number', tolerance: '0.05' };
    const unit = { unit: 'GRM' };
    expect(verdict(by, number(value, 'GRM'), unit, { attributes: { totalMass: '12.50' } })).toBe(wanted);
    const declared = { totalMass: { value: '0.0125', unit: 'KGM' } };
    expect(verdict(by, number(value, 'GRM'), unit, { attributes: declared })).toBe(wanted);
  });

  it('is undecided without a tolerance, a declaration or a number', () => {
    const open: Judge = { op: 'matchesDeclared', field: 'totalMass', compare: 'number', tolerance: null };
    const by: Judge = { ...open, tolerance: '0' };
    const attributes = { totalMass: '12.50' };
    expect(verdict(open, number('12.50', 'GRM'), { unit: 'GRM' }, { attributes })).toBe('undecided');
    expect(verdict(by, number('12.50', 'GRM'), { unit: 'GRM' })).toBe('undecided');
    expect(verdict(by, number('12.50', 'MMT'), { unit: 'GRM' }, { attributes })).toBe('undecided');
    expect(verdict(by, number('12.50', 'GRM'), { unit: 'GRM' }, { attributes: { totalMass: '约 12 克' } })).toBe(
      'undecided',
    );
    expect(verdict(by, { kind: 'not-detected', unit: 'GRM' }, { unit: 'GRM' }, { attributes })).toBe('undecided');
  });

  it('counts in the unit of what was declared', () => {
    const by: Judge = { op: 'matchesDeclared', field: 'quantity', compare: 'number', tolerance: '0' };
    const pieces = { declared: { quantity: { value: '3', unit: 'H87' } } };
    expect(verdict(by, number('3', 'H87'), {}, pieces)).toBe('pass');
    expect(verdict(by, number('3'), {}, pieces)).toBe('pass');
    expect(verdict(by, number('2'), {}, pieces)).toBe('fail');
    expect(verdict(by, number('4', 'H87'), {}, pieces)).toBe('fail');
    const mass = { declared: { quantity: { value: '200', unit: 'KGM' } } };
    expect(verdict(by, number('200', 'KGM'), {}, mass)).toBe('pass');
    expect(verdict(by, number('200000', 'GRM'), {}, mass)).toBe('pass');
    expect(verdict(by, number('200'), {}, mass)).toBe('undecided');
  });

  it('needs every document that was declared', () => {
    const by: Judge = { op: 'matchesDeclared', field: 'documents', compare: 'list', tolerance: null };
    const declared = { documents: ['营业执照', '合格证明'] };
    const list = (...values: string[]): ReadingValue => ({ kind: 'list', unit: null, values });
    expect(verdict(by, list('合格证明', '营业执照', '其他'), {}, { declared })).toBe('pass');
    expect(verdict(by, list('营业执照'), {}, { declared })).toBe('fail');
    expect(verdict(by, list(), {}, { declared })).toBe('fail');
    expect(verdict(by, list('营业执照'), {}, { declared: { documents: [] } })).toBe('undecided');
    expect(verdict(by, list('营业执照'))).toBe('undecided');
    expect(verdict(by, text('营业执照'), {}, { declared })).toBe('undecided');
  });
});

describe('tolerableShortage', () => {
  const found = category('frozen-shrimp').items.find(({ code }) => code === 'SHR-NET');
  if (!found) throw new Error('SHR-NET is gone');
  const net = (netContent: string, values: string[]) =>
    verdict(
      found.judge,
      { kind: 'list', unit: 'GRM', values },
      { unit: 'GRM', valueType: 'list' },
      { attributes: { netContent } },
    );

  // Declared, T: from the rows of the annex and their roundings.
  it.each([
    ['50', '4.5'],
    ['51', '4.5'],
    ['100', '4.5'],
    ['150', '6.8'], // 6.75, half to even
    ['200', '9'],
    ['300', '9'],
    ['500', '15'],
    ['1000', '15'],
    ['1500', '22'], // 22.5, half to even
    ['10000', '150'],
    ['15000', '150'],
    ['50000', '500'],
  ])('of %s g allows one package to be short by %s g', (declared, shortage) => {
    const least = (Number(declared) - Number(shortage)).toFixed(2);
    const below = (Number(least) - 0.01).toFixed(2);
    const full = (Number(declared) + Number(shortage) + 1).toFixed(2);
    expect(net(declared, [least, full])).toBe('pass');
    expect(net(declared, [below, full])).toBe('fail');
  });

  it('needs the mean to be at least what is declared', () => {
    expect(net('500', ['495', '505'])).toBe('pass');
    expect(net('500', ['495', '504.99'])).toBe('fail');
  });

  it('takes one package for no batch', () => {
    expect(net('500', ['500'])).toBe('pass');
    expect(net('500', ['499'])).toBe('undecided');
    expect(net('500', ['484.99'])).toBe('fail');
  });

  it('is undecided outside the table, and without readings or declaration', () => {
    expect(net('0', ['1'])).toBe('undecided');
    expect(net('50001', ['60000'])).toBe('undecided');
    expect(net('500', [])).toBe('undecided');
    expect(net('500', ['500', ''])).toBe('undecided');
    expect(net('', ['500'])).toBe('undecided');
  });
});
