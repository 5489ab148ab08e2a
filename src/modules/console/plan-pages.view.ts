import type { Text } from '../../kernel/language.js';
import {
  AQLS,
  type Category,
  type CategoryItem,
  GRADE_NAMES,
  GRADES,
  type LimitSlot,
  limitSlots,
  missingLimits,
  type OwnLimit,
  type OwnSampling,
  type Plan,
  type PlanItem,
  type PlanVersion,
} from '../catalog/index.js';
import { itemRow, itemsByStage } from './category-pages.view.js';
import { limitUnit, limitWords } from './category-words.rules.js';
import type { Chosen } from './plan-forms.rules.js';

export const UNCERTAINTY_RULES = ['undecided', 'reject', 'accept'] as const;

/** The plan that a row keeps. */
export function planIn(row: PlanVersion): Plan {
  const { categoryId: category, categoryVersion } = row;
  const uncertaintyRule = UNCERTAINTY_RULES.find((rule) => rule === row.uncertaintyRule) ?? 'undecided';
  return { category, categoryVersion, uncertaintyRule, items: JSON.parse(row.items) as PlanItem[] };
}

/** A published version as a row of a list. */
export function planRow(row: PlanVersion) {
  const plan = planIn(row);
  const { id, version, publishedAt, categoryId, categoryVersion, warehouseId } = row;
  const missingCount = missingLimits(plan).length;
  return {
    id,
    version,
    publishedAt,
    categoryId,
    categoryVersion,
    warehouseId,
    missingCount,
    itemCount: plan.items.length,
  };
}

/** All that the page of one version shows, in the words of the category as it was. */
export function planFacts(row: PlanVersion, category: Category) {
  const plan = planIn(row);
  const inside = new Set(plan.items.map(({ code }) => code));
  return {
    ...planRow(row),
    uncertaintyRule: plan.uncertaintyRule,
    stages: itemsByStage(plan.items, category),
    missing: missingLimits(plan).flatMap(({ item: code, limit }) =>
      missingWords(plan.items, { code, limit }, category),
    ),
    leftOut: category.items.filter(({ code }) => !inside.has(code)).map(({ code, name }) => ({ code, name })),
  };
}

/** The items of a category as a form for a plan offers them, with what is chosen already. */
export function planFormStages(category: Category, chosen: Chosen, ownNumber: string) {
  const formItem = (item: CategoryItem) => {
    const own = chosen.limits.find((each) => each.item === item.code);
    const sampling = chosen.sampling.find((each) => each.item === item.code);
    return {
      ...itemRow(item, category),
      isChosen: item.mandatory || chosen.adds.includes(item.code),
      figures: limitSlots(item.judge)
        .filter(canBeSet)
        .map((slot) => figure(slot, { item, own, category })),
      ...samplingFields(item, category, sampling),
      ownSource: own?.source ?? sampling?.source ?? '',
      by: own?.by || sampling?.by || ownNumber,
    };
  };
  return itemsByStage(category.items, category).map(({ stage }) => ({
    stage,
    items: category.items.filter((item) => item.stage === stage).map(formItem),
  }));
}

/** An AQL for each grade, where lots can be sampled. */
function samplingFields({ judge }: CategoryItem, { unitKinds }: Category, own: OwnSampling | undefined) {
  const isSampled = judge.op === 'defectList' && unitKinds.includes('lot');
  const grades = isSampled ? GRADES : [];
  return {
    aqls: AQLS,
    grades: grades.map((grade) => ({ grade, name: GRADE_NAMES[grade], own: own?.aql[grade] ?? '' })),
  };
}

interface FigureOf {
  readonly item: CategoryItem;
  readonly own: OwnLimit | undefined;
  readonly category: Category;
}

/** A tolerance or a count of nothing cannot be tightened. */
function canBeSet({ path, value, bound, whole }: LimitSlot): boolean {
  return !(value === '0' && bound === 'ceiling' && (whole || path === 'tolerance'));
}

/** One figure that may be set; without it, where the category has none, the item can stay undecided. */
function figure(slot: LimitSlot, { item, own, category }: FigureOf) {
  const { path, value } = slot;
  return {
    path,
    label: limitWords(slot, item, category),
    unit: limitUnit(slot, item),
    given: value ?? '',
    own: own?.set[path] ?? '',
    isNeeded: value === null && !path.endsWith('.M'),
  };
}

function missingWords(
  items: readonly PlanItem[],
  { code, limit }: { readonly code: string; readonly limit: string },
  category: Category,
): { code: string; name: Text; limit: Text }[] {
  const of = category.items.find((item) => item.code === code);
  const slot = items
    .flatMap((item) => (item.code === code ? limitSlots(item.judge) : []))
    .find(({ path }) => path === limit);
  return of && slot ? [{ code, name: of.name, limit: limitWords(slot, of, category) }] : [];
}
