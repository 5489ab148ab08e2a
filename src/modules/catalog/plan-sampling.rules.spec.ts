import { category, demoPlan } from '../../../test/support/judging.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Category } from './category.js';
import type { OwnSampling } from './plan-sampling.js';
import { missingLimits, planFrom } from './plan.rules.js';

const shrimp = category('frozen-shrimp');
const RULE: OwnSampling = {
  item: 'SHR-PKG',
  level: 'II',
  aql: { MA: '2.5', MI: '4.0' },
  source: '仓内规程 示例',
  by: '0001',
};

const planned = (of: Category, sampling: readonly object[], adds = ['SHR-PKG']) =>
  planFrom(of, {
    category: of.id,
    categoryVersion: of.version,
    adds,
    limits: [],
    sampling: sampling.map((own) => ({ ...RULE, ...own })),
  });

function refused(...wish: Parameters<typeof planned>): string {
  try {
    planned(...wish);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

describe('a sampling rule of a plan', () => {
  it('stands on its item, in words, as the warehouse’s own', () => {
    const item = planned(shrimp, [{}]).items.find(({ code }) => code === 'SHR-PKG');
    expect(item).toMatchObject({
      limitBy: 'warehouse',
      sampling: { level: 'II', aql: { MA: '2.5', MI: '4.0' }, source: '仓内规程 示例', by: '0001' },
      limitText: {
        zh: 'GB/T 2828.1 一般检验水平 II，正常检验一次抽样：一般 AQL 2.5，轻微 AQL 4.0',
        en: 'GB/T 2828.1 level II, normal single sampling: major AQL 2.5, minor AQL 4.0',
      },
    });
    expect(item?.source).toMatch(/^\[PROP\] .*; 仓内规程 示例 \(0001\)$/);
    expect(item?.sampling).not.toHaveProperty('item');
  });

  it('leaves only the grades without an AQL wanting a figure', () => {
    const missing = missingLimits(planned(shrimp, [{}])).filter(({ item }) => item === 'SHR-PKG');
    expect(missing).toEqual([{ item: 'SHR-PKG', limit: 'allowed.CR' }]);
  });

  it('keeps no grade that was left out', () => {
    const aql = { CR: undefined, MA: '1.0', MI: undefined };
    const item = planned(shrimp, [{ aql }]).items.find(({ code }) => code === 'SHR-PKG');
    expect(Object.keys(item?.sampling?.aql ?? {})).toEqual(['MA']);
  });

  it.each([
    ['catalog.sampling-aql-unknown', { aql: { MA: '0.25' } }],
    ['catalog.sampling-aql-unknown', { aql: { MA: '2.50' } }],
    ['catalog.sampling-aql-unknown', { aql: { MA: '10' } }],
    ['catalog.sampling-without-aql', { aql: {} }],
    ['catalog.sampling-of-other', { item: 'SHR-SENS' }],
    ['catalog.plan-item-unknown', { item: 'SHR-NONE' }],
    ['catalog.plan-limit-unsourced', { source: ' ' }],
    ['catalog.plan-limit-unsourced', { by: ' ' }],
  ])('is refused with %s: %j', (code, change) => expect(refused(shrimp, [change])).toBe(code));

  it('is refused outside the plan, twice, and for goods that are no lots', () => {
    expect(refused(shrimp, [{}], [])).toBe('catalog.plan-item-outside');
    expect(refused(shrimp, [{}, {}])).toBe('catalog.plan-item-twice');
    expect(refused(category('crystal-jewelry'), [{ item: 'CRY-APP' }], [])).toBe('catalog.sampling-of-pieces');
  });

  it('is there in one demo plan, and for an optional item of every category of lots', () => {
    expect(demoPlan('dried-shrimp-skin').sampling).toHaveLength(1);
    for (const id of ['dried-shrimp-skin', 'frozen-shrimp', 'ginseng', 'large-yellow-croaker', 'live-swimming-crab']) {
      const found = category(id).items.filter(({ judge }) => judge.op === 'defectList');
      expect([id, found.map(({ mandatory, basis }) => [mandatory, basis])]).toEqual([id, [[false, 'design']]]);
    }
  });
});
