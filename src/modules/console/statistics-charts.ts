import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Text } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import { Database } from '../../platform/database/database.js';
import { Catalog, type CategoryItem, planOf, type PlanItem } from '../catalog/index.js';
import {
  drawPareto,
  drawTrend,
  pareto,
  permille,
  StatisticsQueries,
  type StatisticsQuery,
  type TrendQuery,
} from '../statistics/index.js';
import { partyNames } from './party-names.js';
import type { Visit } from './visit.js';

const MOST_BARS = 12;

/** The figures of the statistics pages, with names instead of ids. */
@Injectable()
export class StatisticsCharts {
  constructor(
    private readonly database: Database,
    private readonly catalog: Catalog,
    private readonly statistics: StatisticsQueries,
  ) {}

  async overview(visit: Visit, where: StatisticsQuery) {
    const { actor } = visit;
    const byCategory = await this.rates(actor, 'category', where);
    const byMerchant = await this.rates(actor, 'merchant', where);
    const merchants = byMerchant.map(({ of }) => of);
    const names = await partyNames(this.database.reader, visit, merchants);
    const sum = (key: 'passed' | 'failed'): number => byCategory.reduce((total, rate) => total + rate[key], 0);
    const all = { passed: sum('passed'), failed: sum('failed') };
    return {
      ...this.statistics.period(where),
      all: { ...all, permille: permille(all) },
      byCategory: byCategory.map((rate) => ({ ...rate, name: this.categoryName(rate.of) })),
      byMerchant: byMerchant.map((rate) => ({ ...rate, name: names.get(rate.of) ?? rate.of })),
      bySupplier: await this.rates(actor, 'supplier', where),
      failures: await this.failures(actor, where),
      categories: this.catalog.categories().map(({ category: { id, name } }) => ({ id, name })),
    };
  }

  async trend({ actor }: Visit, where: TrendQuery) {
    const { category } = this.catalog.category(where.categoryId);
    const plan = await planOf(this.database.reader, actor.partyId, category.id);
    const find = (items: readonly (CategoryItem | PlanItem)[]) => items.find(({ code }) => code === where.item);
    const item = find(plan?.items ?? []) ?? find(category.items);
    const points = await this.statistics.trend(actor, where.item, where);
    const unit = points.at(-1)?.unit ?? null;
    return {
      ...this.statistics.period(where),
      category: { id: category.id, name: category.name },
      item: item && { code: item.code, name: item.name, limit: item.limitText },
      unit: unit === null ? '' : unitSymbol(unit),
      chart: drawTrend(points, item && item.unit === unit ? limitsOf(item) : { min: null, max: null }),
      measured: category.items
        .filter(({ valueType }) => valueType === 'number')
        .map(({ code, name }) => ({ code, name })),
    };
  }

  private async rates(actor: Actor, by: 'category' | 'merchant' | 'supplier', where: StatisticsQuery) {
    const rates = await this.statistics.passRates(actor, by, where);
    return rates.map((rate) => ({ ...rate, permille: permille(rate) ?? 0 }));
  }

  private async failures(actor: Actor, where: StatisticsQuery) {
    const failures = await this.statistics.failures(actor, where);
    const keyed = failures.map(({ categoryId, item, count }) => ({ item: `${categoryId} ${item}`, count }));
    const { bars, ...chart } = drawPareto(pareto(keyed, MOST_BARS));
    const named = bars.map(({ item: key, ...bar }) => {
      const [categoryId = '', code = ''] = key.split(' ');
      return { ...bar, categoryId, code, name: this.itemName(categoryId, code) };
    });
    return { ...chart, bars: named };
  }

  private categoryName(id: string): Text {
    const found = this.catalog.categories().find(({ category }) => category.id === id);
    return found?.category.name ?? { zh: id, en: id };
  }

  private itemName(categoryId: string, code: string): Text {
    const found = this.catalog.categories().find(({ category }) => category.id === categoryId);
    return found?.category.items.find((item) => item.code === code)?.name ?? { zh: code, en: code };
  }
}

function limitsOf({ judge }: CategoryItem | PlanItem): { readonly min: string | null; readonly max: string | null } {
  switch (judge.op) {
    case 'max':
      return { min: null, max: judge.value };
    case 'min':
      return { min: judge.value, max: null };
    case 'range':
      return { min: judge.min, max: judge.max };
    default:
      return { min: null, max: null };
  }
}
