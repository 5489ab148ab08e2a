import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, planFrom, type PlanFile } from '../catalog/index.js';
import { chosenIn } from './plan-forms.rules.js';

const templates = join(import.meta.dirname, '../../../templates');
const read = (path: string) => JSON.parse(readFileSync(join(templates, path), 'utf8')) as unknown;

describe('a choice read back out of its plan', () => {
  it.each(['crystal-jewelry', 'frozen-shrimp', 'large-yellow-croaker', 'live-swimming-crab', 'ginseng'])(
    'is what was chosen: %s',
    (id) => {
      const category = read(`categories/${id}.json`) as Category;
      const { adds, limits } = read(`plans/${id}.json`) as PlanFile;
      const plan = planFrom(category, { category: id, categoryVersion: category.version, adds, limits });
      const chosen = chosenIn(plan, category);
      expect(chosen.adds.toSorted()).toEqual(adds.toSorted());
      expect(new Map(chosen.limits.map((own) => [own.item, own]))).toEqual(
        new Map(limits.map((own) => [own.item, own])),
      );
    },
  );

  it('keeps both sources apart where the category has a figure of its own', () => {
    const category = read('categories/frozen-shrimp.json') as Category;
    const own = { item: 'SHR-GLAZE', set: { value: '15' }, source: '仓内规程 (2026)', by: '0007' };
    const choice = { category: category.id, categoryVersion: category.version, adds: [], limits: [own] };
    expect(chosenIn(planFrom(category, choice), category).limits).toEqual([own]);
  });
});
