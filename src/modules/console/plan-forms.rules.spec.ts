import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, planFrom, type PlanFile } from '../catalog/index.js';
import { CATEGORIES } from '../../../test/support/catalog.js';
import { chosenIn } from './plan-forms.rules.js';

const templates = join(import.meta.dirname, '../../../templates');
const read = (path: string) => JSON.parse(readFileSync(join(templates, path), 'utf8')) as unknown;

describe('a choice read back out of its plan', () => {
  it.each(CATEGORIES)('is what was chosen: %s', (id) => {
    const category = read(`categories/${id}.json`) as Category;
    const { adds, limits, sampling = [] } = read(`plans/${id}.json`) as PlanFile;
    const plan = planFrom(category, { category: id, categoryVersion: category.version, adds, limits, sampling });
    const chosen = chosenIn(plan, category);
    expect(chosen.adds.toSorted()).toEqual(adds.toSorted());
    expect(new Map(chosen.limits.map((own) => [own.item, own]))).toEqual(new Map(limits.map((own) => [own.item, own])));
    expect(chosen.sampling).toEqual(sampling);
  });

  it('keeps the rule of a sampling apart from that of a limit', () => {
    const category = read('categories/frozen-shrimp.json') as Category;
    const limit = { item: 'SHR-PKG', set: { 'allowed.CR': '0' }, source: '规程甲', by: '0001' };
    const sampling = { item: 'SHR-PKG', level: 'II', aql: { MA: '2.5' }, source: '规程乙', by: '0002' } as const;
    const choice = { category: category.id, categoryVersion: category.version, adds: ['SHR-PKG'] };
    for (const limits of [[limit], []]) {
      const chosen = chosenIn(planFrom(category, { ...choice, limits, sampling: [sampling] }), category);
      expect(chosen).toEqual({ adds: ['SHR-PKG'], limits, sampling: [sampling] });
    }
  });

  it('keeps both sources apart where the category has a figure of its own', () => {
    const category = read('categories/frozen-shrimp.json') as Category;
    const own = { item: 'SHR-GLAZE', set: { value: '15' }, source: '仓内规程 (2026)', by: '0007' };
    const choice = { category: category.id, categoryVersion: category.version, adds: [], limits: [own] };
    expect(chosenIn(planFrom(category, choice), category).limits).toEqual([own]);
  });
});
