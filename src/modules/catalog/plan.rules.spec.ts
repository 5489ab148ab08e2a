import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.js';
import type { Category } from './category.js';
import { checkCategory } from './category-files.rules.js';
import { limitSlots } from './category-limits.rules.js';
import { compileSchema } from './category-schema.js';
import { checkPlanFile } from './plan-files.rules.js';
import type { OwnLimit, PlanChoice } from './plan.js';
import { applicableItems, missingLimits, notTested, planFrom } from './plan.rules.js';

const IDS = [
  'crystal-jewelry',
  'dried-shrimp-skin',
  'frozen-shrimp',
  'ginseng',
  'large-yellow-croaker',
  'live-swimming-crab',
];

function readJson(...path: string[]): object {
  return Object(JSON.parse(readFileSync(join(process.cwd(), 'templates', ...path), 'utf8')));
}

const categorySchema = compileSchema(readJson('categories', 'category.schema.json'));
const planSchema = compileSchema(readJson('plans', 'plan.schema.json'));

function category(id: string): Category {
  const check = checkCategory(id, readJson('categories', `${id}.json`), categorySchema);
  if (!check.category) throw new Error(JSON.stringify(check.problems));
  return check.category;
}

function demo(id: string): PlanChoice {
  const { plan, problems } = checkPlanFile(id, readJson('plans', `${id}.json`), planSchema);
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

const crystal = category('crystal-jewelry');
const shrimp = category('frozen-shrimp');

function choice(of: Category, adds: string[] = [], limits: Partial<OwnLimit>[] = []): PlanChoice {
  const own = limits.map((each) => ({ item: '', set: {}, source: '仓内规程 示例', by: '0001', ...each }));
  return { category: of.id, categoryVersion: of.version, adds, limits: own };
}

function refusalOf(run: () => unknown): Refusal {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function itemOf(of: Category, chosen: PlanChoice, code: string) {
  return planFrom(of, chosen).items.find((item) => item.code === code);
}

describe('a plan', () => {
  it('has every mandatory item, in the category’s order, whatever is chosen', () => {
    const mandatory = crystal.items.filter((item) => item.mandatory).map(({ code }) => code);
    expect(planFrom(crystal, choice(crystal)).items.map(({ code }) => code)).toEqual(mandatory);
  });

  it('has added items once, and adding a mandatory one changes nothing', () => {
    const codes = planFrom(crystal, choice(crystal, ['CRY-SG', 'CRY-QTY'])).items.map(({ code }) => code);
    expect(codes.filter((code) => code === 'CRY-QTY')).toHaveLength(1);
    expect(codes).toContain('CRY-SG');
  });

  it('decides nothing by uncertainty unless it says so', () => {
    expect(planFrom(crystal, choice(crystal)).uncertaintyRule).toBe('undecided');
    expect(planFrom(crystal, { ...choice(crystal), uncertaintyRule: 'reject' }).uncertaintyRule).toBe('reject');
  });

  it('keeps the category’s limit, text and source where the warehouse sets none', () => {
    const item = itemOf(shrimp, choice(shrimp), 'SHR-SO2');
    expect(item).toMatchObject({
      judge: { op: 'max', value: '0.1' },
      limitBy: 'category',
      limitText: { zh: '≤0.1 g/kg' },
    });
    expect(item?.source).toMatch(/^\[BUL\]/);
  });

  it('carries the label fields of the category in its label check', () => {
    expect(itemOf(crystal, choice(crystal, ['CRY-LABEL']), 'CRY-LABEL')?.judge).toEqual({
      op: 'labelComplete',
      fields: crystal.labelFields,
    });
  });
});

describe('a limit of the warehouse’s own', () => {
  it('fills a gap, and says whose it is', () => {
    const item = itemOf(shrimp, choice(shrimp, [], [{ item: 'SHR-TEMP', set: { value: '-18' } }]), 'SHR-TEMP');
    expect(item).toMatchObject({
      judge: { op: 'max', value: '-18' },
      limitBy: 'warehouse',
      limitText: { zh: '≤-18 ℃', en: '≤-18 ℃' },
      source: '仓内规程 示例 (0001)',
      confidence: 'certain',
    });
  });

  it('may be equal to the category’s or tighter, and then keeps both sources', () => {
    for (const value of ['0.1', '0.10', '0.09', '0']) {
      const item = itemOf(shrimp, choice(shrimp, [], [{ item: 'SHR-SO2', set: { value } }]), 'SHR-SO2');
      expect(item?.judge).toEqual({ op: 'max', value });
      expect(item?.source).toMatch(/^\[BUL\].*; 仓内规程 示例 \(0001\)$/);
    }
  });

  it.each([
    [shrimp, 'SHR-SO2', { value: '0.1000001' }],
    [crystal, 'CRY-RI', { min: '1.5439' }],
    [crystal, 'CRY-RI', { max: '1.5531' }],
    [crystal, 'CRY-AU', { 'map.足金': '989.9' }],
    [crystal, 'CRY-APP', { 'allowed.CR': '1' }],
    [crystal, 'CRY-QTY', { tolerance: '1' }],
  ])('is refused when looser than %#', (of, item, set) => {
    const refusal = refusalOf(() => planFrom(of, choice(of, [], [{ item, set }])));
    expect(refusal.code).toBe('catalog.plan-limit-looser');
    expect(refusal.facts).toMatchObject({ item });
  });

  it('may tighten either end of a range, and words it again', () => {
    const set = { min: '1.5445', max: '1.552' };
    const item = itemOf(crystal, choice(crystal, [], [{ item: 'CRY-RI', set }]), 'CRY-RI');
    expect(item).toMatchObject({ judge: { op: 'range', ...set }, limitText: { zh: '1.5445–1.552 nD' } });
  });

  it('may set some alloys and leave others open', () => {
    const item = itemOf(crystal, choice(crystal, [], [{ item: 'CRY-AU', set: { 'map.银925': '925' } }]), 'CRY-AU');
    expect(item?.judge).toMatchObject({ map: { 足金: '990', 银925: '925', 铂: null } });
    expect(item?.limitText.zh).toBe('足金 ≥990‰；银925 ≥925‰');
  });

  it.each([
    ['catalog.plan-limit-unknown', 'SHR-SO2', { tolerance: '0.1' }],
    ['catalog.plan-limit-unknown', 'SHR-SKU', { tolerance: '0.1' }],
    ['catalog.plan-limit-malformed', 'SHR-TEMP', { value: '-18 ℃' }],
    ['catalog.plan-limit-malformed', 'SHR-QTY', { tolerance: '-1' }],
    ['catalog.plan-item-outside', 'SHR-PB', { value: '0.4' }],
    ['catalog.plan-item-unknown', 'SHR-NONE', { value: '0.4' }],
  ])('is refused with %s', (code, item, set) => {
    expect(refusalOf(() => planFrom(shrimp, choice(shrimp, [], [{ item, set }]))).code).toBe(code);
  });

  it('is refused without a rule or a person', () => {
    for (const gap of [{ source: ' ' }, { by: '' }]) {
      const limits = [{ item: 'SHR-TEMP', set: { value: '-18' }, ...gap }];
      expect(refusalOf(() => planFrom(shrimp, choice(shrimp, [], limits))).code).toBe('catalog.plan-limit-unsourced');
    }
  });

  it('is refused when it crosses the other end, or stands twice', () => {
    const crossing = [{ item: 'CRY-RI', set: { min: '1.55', max: '1.549' } }];
    expect(refusalOf(() => planFrom(crystal, choice(crystal, [], crossing))).code).toBe('catalog.plan-limits-cross');
    const twice = [
      { item: 'CRY-WT', set: { tolerance: '0.05' } },
      { item: 'CRY-WT', set: { tolerance: '0.5' } },
    ];
    expect(refusalOf(() => planFrom(crystal, choice(crystal, [], twice))).code).toBe('catalog.plan-item-twice');
  });
});

describe('a choice for another category or version', () => {
  it('is refused', () => {
    expect(refusalOf(() => planFrom(shrimp, choice(crystal))).code).toBe('catalog.plan-of-another-category');
    const old = { ...choice(shrimp), categoryVersion: '2026-01-01' };
    expect(refusalOf(() => planFrom(shrimp, old)).code).toBe('catalog.plan-of-another-category');
  });
});

describe('what applies to a unit', () => {
  const plan = planFrom(shrimp, choice(shrimp, ['SHR-MIC']));
  const codes = (attributes: object) => applicableItems(plan, { ...attributes }).tested.map(({ code }) => code);

  it('follows the conditions', () => {
    const packed = codes({ packing: '预包装', frozenType: '单冻', readyToEat: false });
    expect(packed).toContain('SHR-NET');
    expect(packed).not.toContain('SHR-GLAZE');
    const loose = codes({ packing: '散装称重', frozenType: '单冻', readyToEat: true });
    expect(loose).toEqual(expect.arrayContaining(['SHR-GLAZE', 'SHR-MIC']));
    expect(loose).not.toContain('SHR-NET');
    expect(codes({ packing: '散装称重', frozenType: '块冻' })).not.toContain('SHR-GLAZE');
  });

  it('leaves nothing out for want of an attribute', () => {
    expect(codes({})).toEqual(plan.items.map(({ code }) => code));
  });

  it('lists all that is not tested, and why', () => {
    const list = notTested(shrimp, plan, { packing: '预包装', frozenType: '单冻', readyToEat: false });
    const why = Object.fromEntries(list.map((item) => [item.code, item.why]));
    expect(why).toMatchObject({ 'SHR-GLAZE': 'not-applicable', 'SHR-MIC': 'not-applicable', 'SHR-PB': 'outside-plan' });
    expect(list.length + codes({ packing: '预包装', frozenType: '单冻', readyToEat: false }).length).toBe(
      shrimp.items.length,
    );
  });
});

describe('the demo plans', () => {
  it.each(IDS)('%s is a plan', (id) => {
    expect(planFrom(category(id), demo(id)).items.length).toBeGreaterThan(3);
  });

  it.each(IDS)('%s lacks no limit but those of alloys that it does not handle', (id) => {
    const gaps = missingLimits(planFrom(category(id), demo(id)));
    expect(gaps.filter(({ limit }) => limit !== 'map.足银' && limit !== 'map.铂')).toEqual([]);
  });

  it.each(IDS)('%s calls its own figures its own', (id) => {
    for (const { item } of demo(id).limits) {
      expect(itemOf(category(id), demo(id), item)).toMatchObject({
        limitBy: 'warehouse',
        source: expect.stringContaining('仓内规程 示例'),
      });
    }
  });
});

describe('the slots of every judge in the files', () => {
  it('have paths that are found again after they are set', () => {
    for (const item of IDS.flatMap((id) => category(id).items)) {
      for (const slot of limitSlots(item.judge)) {
        expect(limitSlots(item.judge).filter(({ path }) => path === slot.path)).toHaveLength(1);
      }
    }
  });
});
