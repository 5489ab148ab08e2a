import { isUnitCode } from '../../kernel/units.js';
import type { Category, CategoryAttribute } from './category.js';
import { mentioned } from './category-condition.rules.js';
import { type Fault, fault } from './category-fault.js';
import type { Condition } from './category-words.js';

/** What a schema cannot say of attributes: known units, values for enums only, conditions that refer to what exists. */
export function attributeFaults(category: Category): readonly Fault[] {
  return category.attributes.flatMap((attribute) => [
    ...unitFault(attribute),
    ...valuesFault(attribute),
    ...conditionFaults(attribute.code, attribute.when, category),
  ]);
}

/** Faults of one condition: an attribute that does not exist, a value that it cannot have, yes/no asked of no boolean. */
export function conditionFaults(item: string, when: Condition | null, category: Category): readonly Fault[] {
  return mentioned(when).flatMap(({ attribute, values }) => {
    const found = category.attributes.find(({ code }) => code === attribute);
    if (!found) return [unknownAttribute(item, attribute)];
    return values.filter((value) => !canHave(found, value)).map((value) => unknownValue(item, attribute, value));
  });
}

/** The texts that an attribute can have: those of its enum, or yes and no; undefined when any text will do. */
export function textsOf(attribute: CategoryAttribute): readonly string[] | undefined {
  if (attribute.type === 'boolean') return ['true', 'false'];
  return attribute.values?.map(({ zh }) => zh);
}

function canHave(attribute: CategoryAttribute, value: string | boolean): boolean {
  if (typeof value === 'boolean') return attribute.type === 'boolean';
  return attribute.values?.some(({ zh }) => zh === value) ?? false;
}

function unitFault({ code, unit }: CategoryAttribute): readonly Fault[] {
  if (unit === null || isUnitCode(unit)) return [];
  return [fault(code, 'unknown-unit', `单位 ${unit} 不在单位表中`, `unit ${unit} is not in the table`)];
}

function valuesFault({ code, type, values }: CategoryAttribute): readonly Fault[] {
  if ((type === 'enum' || type === 'multiEnum') === (values !== null)) return [];
  return [
    fault(code, 'enum-values', '枚举须列出取值，其他类型不得列出', 'an enum needs values, and only an enum has them'),
  ];
}

function unknownAttribute(item: string, attribute: string): Fault {
  const en = `the condition names attribute ${attribute}, which does not exist`;
  return fault(item, 'unknown-attribute', `条件所指属性 ${attribute} 不存在`, en);
}

function unknownValue(item: string, attribute: string, value: string | boolean): Fault {
  const en = `the condition names ${attribute}=${value}, a value that the attribute cannot have`;
  return fault(item, 'unknown-value', `条件所指取值 ${attribute}=${value} 不存在`, en);
}
