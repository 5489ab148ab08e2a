import { category, day, demoPlan, judgeContext, number, planItem } from '../../../test/support/judging.js';
import { type Attributes, type Plan, planFrom } from '../catalog/index.js';
import type { ReadingValue } from './judge-reading.js';
import { type Readings, verdictOf } from './verdict.rules.js';

const yes: ReadingValue = { kind: 'boolean', value: true };
const no: ReadingValue = { kind: 'boolean', value: false };

function planOf(codes: string[]): Plan {
  const items = codes.map((code) => planItem({ op: 'isTrue' }, { code, valueType: 'boolean' }));
  return { category: 'sample', categoryVersion: '2026-11-22', uncertaintyRule: 'undecided', items };
}

const enumText = (value: string): ReadingValue => ({ kind: 'enum', value });
const sku: ReadingValue = { kind: 'text', text: '示例商品' };
const documents: ReadingValue = { kind: 'list', unit: null, values: ['营业执照', '合格证明'] };

describe('the verdict over a plan', () => {
  const both = planOf(['TST-A', 'TST-B']);

  it.each<[Readings, string]>([
    [{ 'TST-A': yes, 'TST-B': yes }, 'pass'],
    [{ 'TST-A': yes, 'TST-B': no }, 'fail'],
    [{ 'TST-A': yes }, 'undecided'],
    [{ 'TST-A': no }, 'fail'],
    [{}, 'undecided'],
  ])('of %j is %s', (readings, wanted) => {
    expect(verdictOf(both, readings, judgeContext()).verdict).toBe(wanted);
  });

  it('of nothing at all is undecided', () => {
    expect(verdictOf(planOf([]), {}, judgeContext()).verdict).toBe('undecided');
  });

  it('takes no notice of readings outside the plan', () => {
    expect(verdictOf(planOf(['TST-A']), { 'TST-A': yes, 'TST-C': no }, judgeContext()).verdict).toBe('pass');
  });

  it('lists what a condition leaves out, and judges it not even when it was read', () => {
    const item = { ...planItem({ op: 'isTrue' }), when: { attribute: 'isChild', is: true } };
    const plan = { ...both, items: [...both.items, item] };
    const readings = { 'TST-A': yes, 'TST-B': yes, 'TST-ITEM': no };
    const out = verdictOf(plan, readings, judgeContext({ attributes: { isChild: false } }));
    expect(out.verdict).toBe('pass');
    expect(out.leftOut).toEqual([{ code: 'TST-ITEM', name: { zh: '示例', en: 'Sample' } }]);
    expect(verdictOf(plan, readings, judgeContext()).verdict).toBe('fail');
  });

  it('goes by the plan’s rule of uncertainty', () => {
    const items = [planItem({ op: 'max', value: '10' })];
    const readings = { 'TST-ITEM': number('9.5', null, '1') };
    const with_ = (uncertaintyRule: Plan['uncertaintyRule']) =>
      verdictOf({ ...both, items, uncertaintyRule }, readings, judgeContext({ uncertaintyRule: 'accept' })).verdict;
    expect([with_('reject'), with_('accept'), with_('undecided')]).toEqual(['fail', 'pass', 'undecided']);
  });
});

describe('a good bracelet by the demo plan', () => {
  const plan = planFrom(category('crystal-jewelry'), demoPlan('crystal-jewelry'));
  const attributes: Attributes = {
    articleType: '手链/手串',
    gemName: '紫晶',
    naturalness: '天然',
    treatmentClass: '未见优化处理',
    metal: '无',
    hasMetalPart: false,
    totalMass: { value: '21.36', unit: 'GRM' },
    isChild: false,
  };
  const context = judgeContext({
    attributes,
    declared: {
      quantity: { value: '1', unit: 'H87' },
      skuName: '示例商品',
      documents: ['营业执照', '合格证明'],
    },
  });
  const good: Readings = {
    'CRY-QTY': number('1', 'H87'),
    'CRY-SKU': sku,
    'CRY-DOC': documents,
    'CRY-PHOTO': yes,
    'CRY-MAT': enumText('紫晶'),
    'CRY-RI': number('1.548', 'X-ND'),
    'CRY-OPT': enumText('一轴晶正光性'),
    'CRY-MAG': { kind: 'opinion', verdict: 'pass', text: '见气液包体、色带' },
    'CRY-TREAT': enumText('未见优化处理'),
    'CRY-WT': number('21.34', 'GRM'),
    'CRY-APP': { kind: 'defects', defects: [{ name: '轻微棉絮', severity: 'MI', count: 1 }] },
  };

  it('passes, without a fineness since it has no metal', () => {
    const out = verdictOf(plan, good, context);
    expect(out.results.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(out.verdict).toBe('pass');
    expect(out.leftOut.map(({ code }) => code)).toEqual(['CRY-AU']);
  });

  it('is undecided without any one of its readings', () => {
    for (const code of Object.keys(good)) {
      expect(verdictOf(plan, { ...good, [code]: undefined }, context).verdict).toBe('undecided');
    }
  });

  it.each<[string, ReadingValue]>([
    ['CRY-MAT', enumText('玻璃')],
    ['CRY-RI', number('1.460', 'X-ND')],
    ['CRY-OPT', enumText('均质体')],
    ['CRY-TREAT', enumText('处理')],
    ['CRY-WT', number('21.30', 'GRM')],
    ['CRY-PHOTO', no],
  ])('fails when %s is %j', (code, reading) => {
    expect(verdictOf(plan, { ...good, [code]: reading }, context).verdict).toBe('fail');
  });
});

describe('a good lot of shrimp by the demo plan', () => {
  const plan = planFrom(category('frozen-shrimp'), demoPlan('frozen-shrimp'));
  const context = judgeContext({
    attributes: {
      species: '南美白对虾',
      frozenType: '单冻',
      packing: '预包装',
      readyToEat: false,
      netContent: { value: '500', unit: 'GRM' },
    },
    declared: {
      quantity: { value: '200', unit: 'KGM' },
      skuName: '示例商品',
      documents: ['营业执照', '合格证明'],
    },
    productionDay: day('2026-11-01'),
  });
  const good: Readings = {
    'SHR-QTY': number('200', 'KGM'),
    'SHR-SKU': sku,
    'SHR-DOC': documents,
    'SHR-TEMP': number('-19.5', 'CEL'),
    'SHR-SENS': yes,
    'SHR-NET': { kind: 'list', unit: 'GRM', values: ['498', '503', '501'] },
    'SHR-TVBN': number('12', 'X-MG100G'),
    'SHR-SO2': number('0.03', 'GK'),
    'SHR-CD': number('0.06', 'NA'),
  };

  it('passes, with its net content and without its glaze', () => {
    const out = verdictOf(plan, good, context);
    expect(out.results.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(out.leftOut.map(({ code }) => code)).toEqual(['SHR-GLAZE']);
  });

  it('is undecided when it was produced before GB 2762-2025', () => {
    expect(verdictOf(plan, good, { ...context, productionDay: day('2026-09-01') }).verdict).toBe('undecided');
  });

  it('fails when it is too warm by the warehouse’s own rule', () => {
    expect(verdictOf(plan, { ...good, 'SHR-TEMP': number('-17.9', 'CEL') }, context).verdict).toBe('fail');
  });

  it('cannot pass by a plan that sets no temperature', () => {
    const bare = planFrom(category('frozen-shrimp'), { ...demoPlan('frozen-shrimp'), limits: [] });
    expect(verdictOf(bare, good, context).verdict).toBe('undecided');
  });
});
