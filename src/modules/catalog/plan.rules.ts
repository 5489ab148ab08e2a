import { compareDecimals } from '../../kernel/decimal.js';
import type { Category, CategoryItem } from './category.js';
import { type Attributes, holds } from './category-condition.rules.js';
import type { Judge } from './category-judge.js';
import { hasFigure } from './category-files-items.rules.js';
import { fitsSlot, isLooser, limitSlots, type LimitSlot, limitTextOf, withLimits } from './category-limits.rules.js';
import type { NotTestedItem, OwnLimit, Plan, PlanChoice, PlanItem } from './plan.js';
import { GRADES, type SamplingRule } from './plan-sampling.js';
import { checkSampling, sampledItem } from './plan-sampling.rules.js';
import { refusePlan } from './plan.refusals.js';

/**
 * The plan of a choice: all mandatory items, those added, and the warehouse's own limits. Throws a refusal naming the
 * item when the choice leads nowhere, or sets a limit that is looser than the category's.
 */
export function planFrom(category: Category, choice: PlanChoice): Plan {
  const chosen = `${choice.category} ${choice.categoryVersion}`;
  const wanted = `${category.id} ${category.version}`;
  if (chosen !== wanted) throw refusePlan.planOfAnotherCategory({ chosen, category: wanted });
  checkCodes(category, choice);
  checkSampling(category, choice.sampling ?? []);
  const items = category.items
    .filter((item) => item.mandatory || choice.adds.includes(item.code))
    .map((item) => chosenItem(item, choice, category));
  return {
    category: category.id,
    categoryVersion: category.version,
    uncertaintyRule: choice.uncertaintyRule ?? 'undecided',
    items,
  };
}

/** What of a plan is tested on a unit, and what its `when` leaves out. An unknown attribute leaves nothing out. */
export function applicableItems(
  plan: Plan,
  attributes: Attributes,
): { readonly tested: readonly PlanItem[]; readonly leftOut: readonly PlanItem[] } {
  const isOut = (item: PlanItem) => holds(item.when, attributes) === 'no';
  return { tested: plan.items.filter((item) => !isOut(item)), leftOut: plan.items.filter(isOut) };
}

/** Every item of the category that a unit is not tested for: left out by its condition, or not in the plan. */
export function notTested(category: Category, plan: Plan, attributes: Attributes): readonly NotTestedItem[] {
  const tested = new Set(applicableItems(plan, attributes).tested.map(({ code }) => code));
  return category.items
    .filter(({ code }) => !tested.has(code))
    .map(({ code, name, when }) => ({
      code,
      name,
      why: holds(when, attributes) === 'no' ? 'not-applicable' : 'outside-plan',
    }));
}

/** The figures that a plan still lacks (a two-class plan has no M): such an item can be undecided for want of one. */
export function missingLimits(plan: Plan): readonly { readonly item: string; readonly limit: string }[] {
  return plan.items.flatMap(({ code, judge, sampling }) =>
    limitSlots(judge)
      .filter(({ value, path }) => value === null && !path.endsWith('.M') && !isSampled(path, sampling))
      .map(({ path }) => ({ item: code, limit: path })),
  );
}

/** A grade with an AQL has its number from the table. */
function isSampled(path: string, sampling: SamplingRule | undefined): boolean {
  return GRADES.some((grade) => path === `allowed.${grade}` && sampling?.aql[grade] !== undefined);
}

function checkCodes(category: Category, { adds, limits, sampling = [] }: PlanChoice): void {
  const known = new Set(category.items.map(({ code }) => code));
  const set = [limits, sampling].map((own) => own.map(({ item }) => item));
  for (const codes of [adds, ...set]) {
    const unknown = codes.find((code) => !known.has(code));
    if (unknown) throw refusePlan.planItemUnknown({ category: category.id, item: unknown });
    const twice = codes.find((code, at) => codes.indexOf(code) !== at);
    if (twice) throw refusePlan.planItemTwice({ item: twice });
  }
  const isInside = (code: string) =>
    adds.includes(code) || category.items.some((each) => each.code === code && each.mandatory);
  const outside = set.flat().find((item) => !isInside(item));
  if (outside) throw refusePlan.planItemOutside({ item: outside });
}

function chosenItem(item: CategoryItem, { limits, sampling = [] }: PlanChoice, category: Category): PlanItem {
  const isOwn = ({ item: code }: { readonly item: string }) => code === item.code;
  return sampledItem(planItem(item, limits.find(isOwn), category), sampling.find(isOwn));
}

function planItem(item: CategoryItem, own: OwnLimit | undefined, category: Category): PlanItem {
  const { basis: _basis, note: _note, judge, ...kept } = item;
  const filled = judge.op === 'labelComplete' ? { ...judge, fields: category.labelFields } : judge;
  if (!own || Object.keys(own.set).length === 0) return { ...kept, judge: filled, limitBy: 'category' };
  checkOwn(item, own);
  const tightened = withLimits(filled, own.set);
  checkOrder(item.code, tightened);
  return {
    ...kept,
    judge: tightened,
    limitText: limitTextOf(tightened, item.unit),
    limitBy: 'warehouse',
    ...sourceOf(item, own),
  };
}

/** A figure of the warehouse's own is certain to be its own; beside the category's figures both sources stand. */
function sourceOf(item: CategoryItem, own: OwnLimit): Pick<PlanItem, 'source' | 'confidence'> {
  const rule = `${own.source} (${own.by})`;
  if (!hasFigure(item)) return { source: rule, confidence: 'certain' };
  return { source: `${item.source}; ${rule}`, confidence: item.confidence };
}

function checkOwn({ code, judge }: CategoryItem, own: OwnLimit): void {
  if (!own.source.trim() || !own.by.trim()) throw refusePlan.planLimitUnsourced({ item: code });
  const slots = limitSlots(judge);
  for (const [path, figure] of Object.entries(own.set)) {
    const slot = slots.find((each) => each.path === path);
    if (!slot) throw refusePlan.planLimitUnknown({ item: code, limit: path, possible: pathsOf(slots) });
    if (!fitsSlot(figure, slot)) throw refusePlan.planLimitMalformed({ item: code, limit: path, own: figure });
    if (isLooser(figure, slot)) {
      throw refusePlan.planLimitLooser({ item: code, limit: path, own: figure, category: slot.value ?? '' });
    }
  }
}

function pathsOf(slots: readonly LimitSlot[]): string {
  return slots.map(({ path }) => path).join(', ') || '—';
}

function checkOrder(item: string, judge: Judge): void {
  if (judge.op !== 'range' || judge.min === null || judge.max === null) return;
  if (compareDecimals(judge.min, judge.max) > 0) throw refusePlan.planLimitsCross({ item });
}
