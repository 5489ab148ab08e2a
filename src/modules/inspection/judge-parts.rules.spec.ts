import { day, judgeContext, planItem } from '../../../test/support/judging.js';
import type { Judge, LabelField } from '../catalog/index.js';
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

describe('samplingPlan', () => {
  const organism = { zh: '大肠菌群', en: 'Coliforms' };
  const plan = { organism, n: '5', c: '2', m: '10', M: '100', unit: 'X-CFUG', per: null };
  const read = (...counts: (string | null)[]): ReadingValue => ({
    kind: 'plan',
    rows: [
      {
        organism: '大肠菌群',
        unit: 'X-CFUG',
        counts: counts.map((value) => (value === null ? { notDetected: true } : { value })),
      },
    ],
  });
  const sampled = (reading: ReadingValue, changes: object = {}) =>
    verdict({ op: 'samplingPlan', plans: [{ ...plan, ...changes }] }, reading, { valueType: 'plan' });

  it('lets c samples lie above m, none above M', () => {
    expect(sampled(read('10', '10', '10', '10', null))).toBe('pass');
    expect(sampled(read('11', '100', '10', '10', '10'))).toBe('pass');
    expect(sampled(read('11', '11', '11', '10', '10'))).toBe('fail');
    expect(sampled(read('101', '10', '10', '10', '10'))).toBe('fail');
  });

  it('needs n samples, but fails already by those that are there', () => {
    expect(sampled(read('10', '10', '10', '10'))).toBe('undecided');
    expect(sampled(read('1', '1', '1', '1', '1', '1'))).toBe('undecided');
    expect(sampled(read())).toBe('undecided');
    expect(sampled(read('101'))).toBe('fail');
    expect(sampled(read('11', '11', '11'))).toBe('fail');
  });

  it('cannot pass while n, c or m is missing', () => {
    const good = read('1', '1', '1', '1', '1');
    for (const gap of [{ n: null }, { c: null }, { m: null }]) expect(sampled(good, gap)).toBe('undecided');
    expect(sampled(read('101'), { n: null, c: null })).toBe('fail');
  });

  it('takes two classes where there is no M: absence in every sample', () => {
    const two = { c: '0', m: '0', M: null, unit: null };
    const rows = (count: { value: string } | { notDetected: true }): ReadingValue => ({
      kind: 'plan',
      rows: [{ organism: '大肠菌群', unit: null, counts: [count, ...Array(4).fill({ notDetected: true })] }],
    });
    expect(sampled(rows({ notDetected: true }), two)).toBe('pass');
    expect(sampled(rows({ value: '1' }), two)).toBe('fail');
  });

  it('is undecided by other units, other organisms and no decimals', () => {
    expect(sampled(read('1', '1', '1', '1', '1'), { unit: 'X-MPNG' })).toBe('undecided');
    expect(sampled(read('1', '1', '1', '1', '1'), { organism: { zh: '沙门氏菌', en: 'Salmonella' } })).toBe(
      'undecided',
    );
    expect(sampled(read('1', '1', '1', '1', '<10'))).toBe('undecided');
  });
});

describe('allPresent', () => {
  const by: Judge = { op: 'allPresent', values: ['快递单图片', '开箱视频'].map((zh) => ({ zh, en: zh })) };
  const files = (...roles: string[]): ReadingValue => ({
    kind: 'files',
    files: roles.map((role) => ({ role, hash: 'b'.repeat(64) })),
  });

  it('needs every file', () => {
    expect(verdict(by, files('开箱视频', '快递单图片', '其他'))).toBe('pass');
    expect(verdict(by, files('开箱视频'))).toBe('fail');
    expect(verdict(by, files())).toBe('fail');
    expect(verdict(by, undefined)).toBe('undecided');
  });
});

describe('labelComplete', () => {
  const field = (code: string, changes: Partial<LabelField> = {}): LabelField => ({
    code,
    name: { zh: code, en: code },
    required: true,
    when: null,
    from: null,
    source: 'made up',
    confidence: 'uncertain',
    note: null,
    ...changes,
  });
  const fields = [
    field('name'),
    field('optional', { required: false }),
    field('child', { when: { attribute: 'isChild', is: true } }),
    field('allergens', { from: day('2027-03-16') }),
  ];
  const label = (values: Record<string, string>, context: Partial<JudgeContext>) =>
    verdict({ op: 'labelComplete', fields }, { kind: 'map', unit: null, values }, { valueType: 'map' }, context);

  it('asks for what is required of this unit', () => {
    expect(label({ name: '手链' }, { attributes: { isChild: false } })).toBe('pass');
    expect(label({ name: '手链' }, { attributes: { isChild: true } })).toBe('fail');
    expect(label({ name: '手链', child: '儿童饰品' }, { attributes: { isChild: true } })).toBe('pass');
    expect(label({ name: ' ' }, { attributes: { isChild: false } })).toBe('fail');
    expect(label({ name: '手链' }, {})).toBe('undecided');
  });

  it('asks for a coming field only of goods produced from its day on', () => {
    const attributes = { isChild: false };
    const made = (productionDay: string) => label({ name: '虾' }, { attributes, productionDay: day(productionDay) });
    expect(made('2027-03-15')).toBe('pass');
    expect(made('2027-03-16')).toBe('fail');
    const unknown = { attributes, productionDay: null };
    expect(label({ name: '虾' }, { ...unknown, inspectionDay: day('2027-03-15') })).toBe('pass');
    expect(label({ name: '虾' }, { ...unknown, inspectionDay: day('2027-03-16') })).toBe('undecided');
  });

  it('is undecided by a plan without fields', () => {
    expect(verdict({ op: 'labelComplete' }, { kind: 'map', unit: null, values: {} })).toBe('undecided');
  });
});

describe('defectList', () => {
  const seen = (severity: 'CR' | 'MA' | 'MI', count: number): ReadingValue => ({
    kind: 'defects',
    defects: [{ name: '裂', severity, count }],
  });
  const by: Judge = { op: 'defectList', allowed: { CR: '0', MA: '1', MI: null } };

  it('counts by grade', () => {
    expect(verdict(by, { kind: 'defects', defects: [] })).toBe('pass');
    expect(verdict(by, seen('CR', 1))).toBe('fail');
    expect(verdict(by, seen('MA', 1))).toBe('pass');
    expect(verdict(by, seen('MA', 2))).toBe('fail');
    expect(verdict(by, seen('MI', 1))).toBe('undecided');
    expect(verdict(by, seen('MI', 0))).toBe('pass');
  });

  it('adds defects of one grade up', () => {
    const one = { name: '裂', severity: 'MA' as const, count: 1 };
    expect(verdict(by, { kind: 'defects', defects: [one, { ...one, name: '崩' }] })).toBe('fail');
  });

  it('takes silence for nothing', () => {
    expect(verdict(by, undefined)).toBe('undecided');
  });
});
