import type { Text } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import type { Category, CategoryItem, LabelField, LoadedCategory, PlanItem, Stage } from '../catalog/index.js';
import { conditionWords } from './category-words.rules.js';

/** In the order in which they happen. */
export const ITEM_STAGES: readonly Stage[] = ['receipt', 'initial', 'recheck', 'lab', 'packaging', 'reference'];

/** A category as a row of a list. */
export function categoryRow({ category, hash, version }: LoadedCategory) {
  const { id, name, unitKinds, items } = category;
  const mandatoryCount = items.filter(({ mandatory }) => mandatory).length;
  return { id, name, unitKinds, version, hash, itemCount: items.length, mandatoryCount };
}

/** All that the page of a category shows. */
export function categoryFacts(loaded: LoadedCategory) {
  const { category } = loaded;
  const { region, modeNote, retentionNote, returnRule, standards, notCovered } = category;
  return {
    ...categoryRow(loaded),
    ...{ region, modeNote, retentionNote, returnRule, standards, notCovered },
    stages: itemsByStage(category.items, category),
    labelFields: category.labelFields.map((field) => labelFieldRow(field, category)),
  };
}

/** Items of a category or a plan under the stage at which they are tested; stages without any are left out. */
export function itemsByStage(items: readonly (CategoryItem | PlanItem)[], category: Category) {
  const rows = items.map((item) => itemRow(item, category));
  return ITEM_STAGES.map((stage) => ({ stage, items: rows.filter((row) => row.stage === stage) })).filter(
    (group) => group.items.length > 0,
  );
}

/** An item as people read it: what is tested, by which limit, by which edition of which standard, and how sure we are. */
export function itemRow(item: CategoryItem | PlanItem, category: Category) {
  const { code, name, stage, severity, unit, limitText, when } = item;
  return {
    ...{ code, name, stage, severity, limit: limitText },
    isMandatory: item.mandatory,
    unit: unitBeside(limitText, unit ? unitSymbol(unit) : ''),
    when: when ? conditionWords(when, category) : undefined,
    ...editionOf(item),
    source: item.source,
    isCertain: item.confidence === 'certain',
    isOwnLimit: 'limitBy' in item && item.limitBy === 'warehouse',
    note: ('note' in item ? item.note : null) ?? undefined,
  };
}

/** The unit, where the limit's own words do not say it. */
function unitBeside(limit: Text, symbol: string): string {
  return limit.zh.includes(symbol) ? '' : symbol;
}

/** The edition names itself; a standard that says no more than it does is not said twice. */
function editionOf({ method, standard, edition, inForce, until, editionBy }: CategoryItem | PlanItem) {
  const isSaid = (text: Text | null) => text === null || (edition ?? '').startsWith(text.zh);
  return {
    method: method ?? undefined,
    standard: isSaid(standard) ? undefined : (standard ?? undefined),
    edition: edition ?? '',
    inForce: inForce ?? '',
    until: until ?? '',
    editionBy: editionBy ?? '',
  };
}

function labelFieldRow({ code, name, required, when, from, source, confidence, note }: LabelField, category: Category) {
  return {
    ...{ code, name, isRequired: required, source, from: from ?? '' },
    when: when ? conditionWords(when, category) : undefined,
    isCertain: confidence === 'certain',
    note: note ?? undefined,
  };
}
