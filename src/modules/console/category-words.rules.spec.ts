import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Category, type Condition, limitSlots } from '../catalog/index.js';
import { conditionWords, limitUnit, limitWords } from './category-words.rules.js';

const folder = join(import.meta.dirname, '../../../templates/categories');
const read = (id: string) => JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Category;
const shrimp = read('frozen-shrimp');
const crystal = read('crystal-jewelry');

const loose: Condition = { attribute: 'packing', in: ['散装称重'] };

describe('a condition in words', () => {
  it.each([
    [loose, '销售方式为“散装称重”', 'Sale is “Loose, weighed at sale”'],
    [{ not: loose }, '销售方式不是“散装称重”', 'Sale is not “Loose, weighed at sale”'],
    [{ attribute: 'readyToEat', is: true }, '即食为“是”', 'Ready to eat is “yes”'],
    [
      { attribute: 'packing', in: ['预包装', '分装'] },
      '销售方式为“预包装”或“分装”',
      'Sale is “Prepacked” or “Repacked”',
    ],
    [
      { all: [loose, { any: [{ attribute: 'readyToEat', is: false }, loose] }] },
      '销售方式为“散装称重”，且（即食为“否”，或销售方式为“散装称重”）',
      'Sale is “Loose, weighed at sale”, and (Ready to eat is “no”, or Sale is “Loose, weighed at sale”)',
    ],
    [{ attribute: 'gone', in: ['x'] }, 'gone为“x”', 'gone is “x”'],
  ] satisfies [Condition, string, string][])('says %j', (condition, zh, en) => {
    expect(conditionWords(condition, shrimp)).toEqual({ zh, en });
  });
});

describe('a figure that a warehouse may set', () => {
  const figures = (category: Category, code: string) => {
    const item = category.items.find((each) => each.code === code);
    if (!item) throw new Error(code);
    return limitSlots(item.judge).map((slot) => [limitWords(slot, item, category), limitUnit(slot, item)]);
  };

  it('is named by its side, its key or its organism', () => {
    expect(figures(crystal, 'CRY-WT')).toEqual([[{ zh: '允差 ±', en: 'Tolerance ±' }, 'g']]);
    expect(figures(shrimp, 'SHR-TEMP')).toEqual([[{ zh: '上限 ≤', en: 'At most' }, '℃']]);
    expect(figures(crystal, 'CRY-PB')[0]).toEqual([
      { zh: '儿童饰品(≤14岁)：是 · 上限 ≤', en: expect.stringMatching(/: yes · at most$/) },
      'mg/kg',
    ]);
    expect(figures(crystal, 'CRY-AU')[1]).toEqual([
      { zh: '金750(18K) · 下限 ≥', en: expect.stringMatching(/750.*at least$/) },
      '‰',
    ]);
    expect(figures(shrimp, 'SHR-MIC')[0]).toEqual([{ zh: '沙门氏菌 n', en: 'Salmonella n' }, '']);
  });

  it('has words in both languages in every category', () => {
    for (const category of [shrimp, crystal]) {
      for (const item of category.items) {
        for (const slot of limitSlots(item.judge)) {
          const { zh, en } = limitWords(slot, item, category);
          expect([zh, en].join()).not.toMatch(/undefined|^,|,$/);
        }
      }
    }
  });
});
