import { judgeContext, number, planItem } from '../../../test/support/judging.js';
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
const choice = (value: string): ReadingValue => ({ kind: 'enum', value });

describe('isTrue', () => {
  it('passes yes, fails no, and takes silence for neither', () => {
    const by: Judge = { op: 'isTrue' };
    expect(verdict(by, { kind: 'boolean', value: true })).toBe('pass');
    expect(verdict(by, { kind: 'boolean', value: false })).toBe('fail');
    expect(verdict(by, undefined)).toBe('undecided');
    expect(verdict(by, text('是'))).toBe('undecided');
  });
});

describe('manual', () => {
  const opinion = (given: 'pass' | 'fail', words: string, files = 0): ReadingValue => ({
    kind: 'opinion',
    verdict: given,
    text: words,
    files: Array.from({ length: files }, () => ({ role: '谱图', hash: 'a'.repeat(64) })),
  });

  it('is the inspector’s word, with words', () => {
    expect(verdict({ op: 'manual' }, opinion('pass', '见气液包体'), { valueType: 'text' })).toBe('pass');
    expect(verdict({ op: 'manual' }, opinion('fail', '见气泡'), { valueType: 'text' })).toBe('fail');
    expect(verdict({ op: 'manual' }, opinion('pass', ' \u3000'), { valueType: 'text' })).toBe('undecided');
    expect(verdict({ op: 'manual' }, text('见气液包体'), { valueType: 'text' })).toBe('undecided');
  });

  it('needs the file where a file is asked for', () => {
    expect(verdict({ op: 'manual' }, opinion('pass', '谱图一致'), { valueType: 'file' })).toBe('undecided');
    expect(verdict({ op: 'manual' }, opinion('pass', '谱图一致', 1), { valueType: 'file' })).toBe('pass');
  });
});

describe('in', () => {
  const by: Judge = { op: 'in', values: ['一轴晶正光性', '集合体'] };
  const values = ['一轴晶正光性', '集合体', '均质体'].map((zh) => ({ zh, en: zh }));

  it('passes what is allowed and fails what is not', () => {
    expect(verdict(by, choice('集合体'), { values })).toBe('pass');
    expect(verdict(by, choice(' 集合体 '), { values })).toBe('pass');
    expect(verdict(by, choice('均质体'), { values })).toBe('fail');
  });

  it('is undecided by a blank and by what nobody could choose', () => {
    expect(verdict(by, choice(''), { values })).toBe('undecided');
    expect(verdict(by, choice('看不清'), { values })).toBe('undecided');
    expect(verdict(by, number('1'), { values })).toBe('undecided');
  });
});

describe('equalsNormalized', () => {
  const by: Judge = { op: 'equalsNormalized', field: 'gemName' };

  it('compares what is meant, not how it is typed', () => {
    expect(verdict(by, choice('金750（18K）'), {}, { attributes: { gemName: '金750(18K)' } })).toBe('pass');
    expect(verdict(by, choice('玻璃'), {}, { attributes: { gemName: '水晶' } })).toBe('fail');
    expect(verdict(by, choice('合成水晶'), {}, { attributes: { gemName: '水晶' } })).toBe('fail');
  });

  it('is undecided when nothing was declared', () => {
    expect(verdict(by, choice('水晶'))).toBe('undecided');
    expect(verdict(by, choice('水晶'), {}, { attributes: { gemName: '' } })).toBe('undecided');
  });
});

describe('mapEquals', () => {
  const by: Judge = { op: 'mapEquals', field: 'priceType', map: { 实价: '蓝', 议价: '红', 削价: '黄' } };

  it.each([
    ['实价', '蓝', 'pass'],
    ['议价', '红', 'pass'],
    ['削价', '黄', 'pass'],
    ['实价', '红', 'fail'],
    ['削价', '蓝', 'fail'],
    ['特价', '蓝', 'undecided'],
  ])('a %s with a %s tag is %s', (priceType, tag, wanted) => {
    expect(verdict(by, choice(tag), {}, { attributes: { priceType } })).toBe(wanted);
  });

  it('is undecided without a price type', () => {
    expect(verdict(by, choice('蓝'))).toBe('undecided');
  });
});

describe('disclosedIf', () => {
  const by: Judge = { op: 'disclosedIf', field: 'treatmentClass', equals: '处理', unknown: ['未作分析'] };

  it.each([
    ['处理', '处理', 'pass'],
    ['处理', '优化', 'fail'],
    ['处理', '未见优化处理', 'fail'],
    ['优化', '未见优化处理', 'pass'],
    ['未见优化处理', '处理', 'pass'],
    ['未作分析', '处理', 'undecided'],
    ['未作分析', '未见优化处理', 'undecided'],
  ])('%s found, %s declared: %s', (found, treatmentClass, wanted) => {
    expect(verdict(by, choice(found), {}, { attributes: { treatmentClass } })).toBe(wanted);
  });

  it('is undecided when a treatment was found and nothing declared', () => {
    expect(verdict(by, choice('处理'))).toBe('undecided');
  });
});
