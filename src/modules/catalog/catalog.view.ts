import type { Actor } from '../../kernel/actor.js';
import type { CategorySummaryView, CategoryView, PlanSummaryView, PlanView, ProductView } from './catalog-views.dto.js';
import type { PlanVersion, Product } from './catalog.entity.js';
import type { Declared, RecordedAttributes } from './catalog.events.js';
import { publishedPlan } from './catalog.queries.js';
import type { LoadedCategory } from './loaded-category.js';
import { missingLimits } from './plan.rules.js';

export function categorySummary({ category, hash, version }: LoadedCategory): CategorySummaryView {
  const { id, name, industry, unitKinds, items } = category;
  return { id, version, hash, name, industry, unitKinds: [...unitKinds], itemCount: items.length };
}

export function categoryView(loaded: LoadedCategory): CategoryView {
  const { category } = loaded;
  return {
    ...categorySummary(loaded),
    standards: [...category.standards],
    attributes: [...category.attributes],
    items: [...category.items],
    labelFields: [...category.labelFields],
    certificateFields: [...category.certificateFields],
    consistencyRules: [...category.consistencyRules],
    forbiddenClaims: [...category.forbiddenClaims],
    notCovered: [...category.notCovered],
    retentionNote: category.retentionNote,
    returnRule: category.returnRule,
  };
}

export function planSummary(viewer: Actor, row: PlanVersion): PlanSummaryView {
  const { accountId: _, items, reason, ...rest } = row;
  const isOwn = row.warehouseId === viewer.partyId || viewer.partyKind === 'regulator';
  return { ...rest, itemCount: (JSON.parse(items) as unknown[]).length, reason: isOwn ? reason : null };
}

export function planView(viewer: Actor, row: PlanVersion): PlanView {
  const plan = publishedPlan(row);
  return { ...planSummary(viewer, row), items: [...plan.items], missingLimits: [...missingLimits(plan)] };
}

export function productView(product: Product): ProductView {
  return { ...product, attributes: recordedOf(product), declared: declarationOf(product) };
}

export function recordedOf(product: Product): RecordedAttributes {
  return JSON.parse(product.attributes) as RecordedAttributes;
}

export function declarationOf(product: Product): Declared {
  return JSON.parse(product.declared) as Declared;
}
