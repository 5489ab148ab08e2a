import type { Category, CategoryItem, OwnLimit, Plan, PlanItem } from '../catalog/index.js';
import { limitSlots } from '../catalog/index.js';

/** What a warehouse chose when it published a plan: items beyond the mandatory ones, and figures of its own. */
export interface Chosen {
  readonly adds: readonly string[];
  readonly limits: readonly OwnLimit[];
}

export const NOTHING_CHOSEN: Chosen = { adds: [], limits: [] };

/** Reads a choice back out of the plan that came of it, given the category as it was then. */
export function chosenIn(plan: Pick<Plan, 'items'>, then: Category): Chosen {
  return {
    adds: plan.items.filter(({ mandatory }) => !mandatory).map(({ code }) => code),
    limits: plan.items.flatMap((item) => {
      const of = then.items.find(({ code }) => code === item.code);
      return of && item.limitBy === 'warehouse' ? [ownLimitOf(item, of)] : [];
    }),
  };
}

function ownLimitOf(item: PlanItem, of: CategoryItem): OwnLimit {
  const figures = new Map(limitSlots(of.judge).map(({ path, value }) => [path, value]));
  const own = limitSlots(item.judge).flatMap(({ path, value }): [string, string][] =>
    value === null || value === figures.get(path) ? [] : [[path, value]],
  );
  return { item: item.code, set: Object.fromEntries(own), ...answeredFor(item.source, of.source) };
}

/** A source of the warehouse's own is kept as `rule (number)`, behind the category's source where that counts too. */
function answeredFor(source: string, categorySource: string): Pick<OwnLimit, 'source' | 'by'> {
  const own = source.startsWith(`${categorySource}; `) ? source.slice(categorySource.length + 2) : source;
  const [, rule, by] = /^(.*) \(([^()]*)\)$/s.exec(own) ?? [];
  return rule === undefined || by === undefined ? { source: own, by: '' } : { source: rule, by };
}
