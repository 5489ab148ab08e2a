import type { Category, CategoryItem, OwnLimit, OwnSampling, Plan, PlanItem } from '../catalog/index.js';
import { limitSlots } from '../catalog/index.js';

/** What a warehouse chose when it published a plan: items beyond the mandatory ones, and figures of its own. */
export interface Chosen {
  readonly adds: readonly string[];
  readonly limits: readonly OwnLimit[];
  readonly sampling: readonly OwnSampling[];
}

export const NOTHING_CHOSEN: Chosen = { adds: [], limits: [], sampling: [] };

/** Reads a choice back out of the plan that came of it, given the category as it was then. */
export function chosenIn(plan: Pick<Plan, 'items'>, then: Category): Chosen {
  return {
    adds: plan.items.filter(({ mandatory }) => !mandatory).map(({ code }) => code),
    limits: plan.items.flatMap((item) => {
      const of = then.items.find(({ code }) => code === item.code);
      const own = of && item.limitBy === 'warehouse' ? ownLimitOf(item, of) : undefined;
      return own && Object.keys(own.set).length > 0 ? [own] : [];
    }),
    sampling: plan.items.flatMap(({ code, sampling }) => (sampling ? [{ item: code, ...sampling }] : [])),
  };
}

function ownLimitOf(item: PlanItem, of: CategoryItem): OwnLimit {
  const figures = new Map(limitSlots(of.judge).map(({ path, value }) => [path, value]));
  const own = limitSlots(item.judge).flatMap(({ path, value }): [string, string][] =>
    value === null || value === figures.get(path) ? [] : [[path, value]],
  );
  return { item: item.code, set: Object.fromEntries(own), ...answeredFor(limitSource(item), of.source) };
}

/** The source without the rule of its sampling, which stands last and is told apart. */
function limitSource({ source, sampling }: PlanItem): string {
  const rule = sampling && `; ${sampling.source} (${sampling.by})`;
  return rule && source.endsWith(rule) ? source.slice(0, -rule.length) : source;
}

/** A source of the warehouse's own is kept as `rule (number)`, behind the category's source where that counts too. */
function answeredFor(source: string, categorySource: string): Pick<OwnLimit, 'source' | 'by'> {
  const own = source.startsWith(`${categorySource}; `) ? source.slice(categorySource.length + 2) : source;
  const [, rule, by] = /^(.*) \(([^()]*)\)$/s.exec(own) ?? [];
  return rule === undefined || by === undefined ? { source: own, by: '' } : { source: rule, by };
}
