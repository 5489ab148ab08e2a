import type { LedgerEvent } from '../../ledger/index.js';
import { normalizeText } from '../../kernel/text.js';
import { refuse } from './catalog.refusals.js';
import { checkGivenAttributes } from './attributes.rules.js';
import * as events from './catalog.events.js';
import type { Product } from './catalog.entity.js';
import type { LoadedCategory } from './loaded-category.js';
import type { PlanChoice } from './plan.js';
import { refusePlan } from './plan.refusals.js';
import { planFrom } from './plan.rules.js';

export interface Publication {
  readonly id: string;
  readonly warehouseId: string;
  readonly accountId: string;
  readonly reason: string;
  /** Of the plan that this one replaces; 0 for the first. */
  readonly lastVersion: number;
  /** Of the numbers that the plan names, those that its warehouse's open accounts have. */
  readonly people: ReadonlySet<string>;
}

/** A plan is published for the category as it is now, and replaces the warehouse's plan before it. */
export function publishPlan(by: Publication, of: LoadedCategory, choice: PlanChoice): LedgerEvent[] {
  const { category: categoryId, categoryVersion, uncertaintyRule, items } = planFrom(of.category, choice);
  requirePeople(choice, by);
  const { id, warehouseId, accountId, reason, lastVersion } = by;
  const version = lastVersion + 1;
  return [
    events.planPublished([events.plan(id)], {
      public: { warehouseId, categoryId, categoryVersion, categoryHash: of.hash, version, uncertaintyRule, items },
      party: { reason, accountId },
    }),
  ];
}

/** Whoever answers for a limit or a sampling rule of the warehouse's own is one of its people. */
function requirePeople({ limits, sampling = [] }: PlanChoice, { people }: Publication): void {
  const unknown = [...limits, ...sampling].find((own) => !people.has(own.by));
  if (unknown) throw refusePlan.limitByUnknown({ item: unknown.item, by: unknown.by });
}

export interface ProductWish {
  readonly merchantId: string;
  readonly name: string;
  readonly brand?: string | undefined;
  readonly spec?: string | undefined;
  readonly attributes: events.RecordedAttributes;
  readonly declared: events.Declared;
}

/** A product has a category whose attributes it may give in part, in the right form. */
export function registerProduct(id: string, wish: ProductWish, { category }: LoadedCategory): LedgerEvent[] {
  checkGivenAttributes(category, wish.attributes);
  const { merchantId, brand, spec, attributes, declared } = wish;
  return [
    events.productRegistered([events.product(id)], {
      party: {
        merchantId,
        name: normalizeText(wish.name),
        categoryId: category.id,
        ...(brand ? { brand: normalizeText(brand) } : {}),
        ...(spec ? { spec: normalizeText(spec) } : {}),
        attributes,
        declared,
      },
    }),
  ];
}

/** A product is withdrawn once; nothing that was sent by it changes. */
export function withdrawProduct(product: Product, reason: string): LedgerEvent[] {
  if (product.withdrawnAt) throw refuse.productWithdrawn({ name: product.name });
  return [events.productWithdrawn([events.product(product.id)], { party: { reason } })];
}
