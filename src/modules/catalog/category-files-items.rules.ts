import { isDay } from '../../kernel/instant.js';
import { isUnitCode } from '../../kernel/units.js';
import type { Category, CategoryItem } from './category.js';
import { type Fault, fault } from './category-fault.js';
import { conditionFaults } from './category-files-attributes.rules.js';
import { judgeFaults } from './category-files-judges.rules.js';
import { limitSlots } from './category-limits.rules.js';

/** What a schema cannot say of one item. */
export function itemFaults(item: CategoryItem, category: Category): readonly Fault[] {
  return [
    ...unitFaults(item),
    ...valuesFault(item),
    ...sourceFault(item),
    ...dateFaults(item),
    ...conditionFaults(item.code, item.when, category),
    ...judgeFaults(item, category),
  ];
}

/** Tells whether an item states any figure. */
export function hasFigure({ judge }: CategoryItem): boolean {
  if (judge.op === 'tolerableShortage') return true;
  if (judge.op === 'nominal' && judge.value !== null) return true;
  return limitSlots(judge).some(({ value }) => value !== null);
}

function unitFaults({ code, unit, judge }: CategoryItem): readonly Fault[] {
  const units = judge.op === 'samplingPlan' ? [unit, ...judge.plans.map((plan) => plan.unit)] : [unit];
  return units
    .filter((each) => each !== null && !isUnitCode(each))
    .map((each) => fault(code, 'unknown-unit', `单位 ${each} 不在单位表中`, `unit ${each} is not in the table`));
}

function valuesFault({ code, valueType, values }: CategoryItem): readonly Fault[] {
  if ((valueType === 'enum') === (values !== null)) return [];
  return [
    fault(code, 'enum-values', '枚举须列出取值，其他类型不得列出', 'an enum needs values, and only an enum has them'),
  ];
}

function sourceFault(item: CategoryItem): readonly Fault[] {
  if (!hasFigure(item) || !/^\s*(not found|未找到|$)/iu.test(item.source)) return [];
  return [fault(item.code, 'limit-source', '有限量数值却没有来源', 'it states a figure and has no source for it')];
}

function dateFaults({ code, edition, inForce, until, editionBy }: CategoryItem): readonly Fault[] {
  const faults = [inForce, until]
    .filter((day) => day !== null && !isDay(day))
    .map((day) => fault(code, 'day', `${day} 不是存在的日期`, `${day} is not a day that exists`));
  if (inForce !== null && until !== null && until < inForce) {
    faults.push(fault(code, 'day', '废止日早于实施日', 'the edition ends before it is in force'));
  }
  if (editionBy !== null && (edition === null || inForce === null)) {
    const en = 'editionBy needs an edition and the day from which it is in force';
    faults.push(fault(code, 'edition', 'editionBy 须有版本号和实施日', en));
  }
  return faults;
}
