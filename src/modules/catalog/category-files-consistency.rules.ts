import type { Category, ConsistencyRule } from './category.js';
import type { ConsistencyCheck, Mention } from './category-consistency.js';
import { type Fault, fault } from './category-fault.js';
import { conditionFaults } from './category-files-attributes.rules.js';
import { CHECKED_DAYS, CHECKED_TEXTS } from './consistency-titles.js';

/** What a schema cannot say of consistency rules: ids of their own, and fields, values and items that exist. */
export function consistencyFaults(category: Category): readonly Fault[] {
  const { consistencyRules, forbiddenClaims } = category;
  return [
    ...sameIds(consistencyRules),
    ...consistencyRules.flatMap((rule) => ruleFaults(rule, category)),
    ...forbiddenClaims.flatMap(({ when = null }, at) => conditionFaults(`claim-${at + 1}`, when, category)),
  ];
}

function sameIds(rules: readonly ConsistencyRule[]): readonly Fault[] {
  return rules
    .filter(({ id }, at) => rules.findIndex((other) => other.id === id) < at)
    .map(({ id }) => fault(id, 'duplicate-code', `规则 ${id} 重复`, `rule ${id} stands twice`));
}

function ruleFaults(
  { id, when = null, check = { op: 'person' } }: ConsistencyRule,
  category: Category,
): readonly Fault[] {
  const needs = check.op === 'requires' ? conditionFaults(id, check.needs, category) : [];
  return [...conditionFaults(id, when, category), ...needs, ...nameFaults(id, check, category)];
}

function nameFaults(id: string, check: ConsistencyCheck, category: Category): readonly Fault[] {
  const { attributes, items } = category;
  const has = (code: string) => attributes.some((each) => each.code === code);
  const isText = (code: string) =>
    CHECKED_TEXTS.includes(code) || has(code) || items.some((each) => each.code === code);
  const isDay = (code: string) =>
    CHECKED_DAYS.includes(code) || attributes.some((each) => each.code === code && each.type === 'date');
  const isMass = (code: string) => attributes.some((each) => each.code === code && each.unit !== null);
  switch (check.op) {
    case 'namesValue':
      return [...unknown(id, check.in, isText), ...valueFaults(id, check, category)];
    case 'mustAppear':
      return unknown(id, [...check.in, ...fieldsOf(check.mention)], isText);
    case 'mustNotAppear':
      return unknown(id, check.in ?? [], isText);
    case 'requires':
    case 'claimNeedsDocument':
      return unknown(id, fieldsOf(check.mention), isText);
    case 'massWithin':
      return [
        ...unknown(id, [check.field], isMass),
        ...unknown(id, [check.item], (code) => items.some((each) => each.code === code)),
      ];
    case 'massInTexts':
      return [...unknown(id, [check.field], isMass), ...unknown(id, check.in, isText)];
    case 'dateOrder':
      return unknown(id, [...check.days, ...check.needs], isDay);
    case 'hoursBetween':
      return unknown(id, [check.from, check.to], isDay);
    case 'massBalance':
    case 'person':
      return [];
  }
}

function fieldsOf(mention: Mention | null): readonly string[] {
  return mention?.in ?? [];
}

function unknown(id: string, fields: readonly string[], isKnown: (code: string) => boolean): readonly Fault[] {
  return fields
    .filter((field) => !isKnown(field))
    .map((field) =>
      fault(
        id,
        'check-field',
        `规则所用字段 ${field} 不存在或类型不符`,
        `the rule names ${field}, which does not exist or does not fit`,
      ),
    );
}

function valueFaults(
  id: string,
  { field, words, broader }: Extract<ConsistencyCheck, { readonly op: 'namesValue' }>,
  { attributes }: Category,
): readonly Fault[] {
  const values = attributes.find(({ code }) => code === field)?.values?.map(({ zh }) => zh);
  if (!values) return unknown(id, [field], () => false);
  return [...Object.keys(words), ...Object.values(broader).flat()]
    .filter((value) => !values.includes(value))
    .map((value) => fault(id, 'unknown-value', `${field} 不可能为 ${value}`, `${field} can never be ${value}`));
}
