import { isDecimal, isWhole } from '../../kernel/decimal.js';
import { isDay } from '../../kernel/instant.js';
import type { Text } from '../../kernel/language.js';
import { Refusal } from '../../kernel/refusal.js';
import { isSameText, normalizeText } from '../../kernel/text.js';
import { unitSymbol } from '../../kernel/units.js';
import type { Category, CategoryAttribute } from './category.js';
import { type Attributes, type AttributeValue, holds } from './category-condition.rules.js';
import { refuse } from './catalog.refusals.js';

/**
 * Throws `catalog.attributes-invalid` naming each attribute that is needed and missing, unknown, not asked for here,
 * or of the wrong form. An attribute whose condition cannot be decided yet is needed.
 */
export function checkAttributes(category: Category, attributes: Attributes): void {
  throwIfAny([...missing(category, attributes), ...wrong(category, attributes)]);
}

/** The same for attributes of which some may still be missing: those of a product, before goods arrive. */
export function checkGivenAttributes(category: Category, attributes: Attributes): void {
  throwIfAny(wrong(category, attributes));
}

function throwIfAny(faults: readonly Text[]): void {
  if (faults.length === 0) return;
  const { code, kind, text } = refuse.attributesInvalid();
  const zh = faults.map((fault) => fault.zh).join(';');
  const en = faults.map((fault) => fault.en).join('; ');
  throw new Refusal(code, kind, {
    zh: text.zh.replace('{faults}', () => zh),
    en: text.en.replace('{faults}', () => en),
  });
}

function missing(category: Category, attributes: Attributes): Text[] {
  return category.attributes
    .filter(({ required, when }) => required && holds(when, attributes) !== 'no')
    .filter(({ code }) => isEmpty(attributes[code]))
    .map((attribute) => named(attribute, { zh: '必填', en: 'needed' }));
}

function wrong(category: Category, attributes: Attributes): Text[] {
  return Object.entries(attributes).flatMap(([code, value]) => {
    const attribute = category.attributes.find((each) => each.code === code);
    if (!attribute) return [{ zh: `${code}：该品类没有此属性`, en: `${code}: this category has no such attribute` }];
    if (isEmpty(value)) return [];
    if (holds(attribute.when, attributes) === 'no') return [named(attribute, NOT_ASKED)];
    return fits(attribute, value) ? [] : [named(attribute, formOf(attribute))];
  });
}

function isEmpty(value: AttributeValue | undefined): boolean {
  if (value === undefined) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

function fits(attribute: CategoryAttribute, value: AttributeValue | undefined): boolean {
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return isDecimal(value);
    case 'integer':
      return isWhole(value);
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'enum':
      return typeof value === 'string' && isOffered(attribute, value);
    case 'multiEnum':
      return isTexts(value) && areDistinct(value) && value.every((text) => isOffered(attribute, text));
    case 'lots':
      return isTexts(value) && areDistinct(value);
    case 'text':
    case 'file':
      return typeof value === 'string';
  }
}

function isOffered({ values }: CategoryAttribute, text: string): boolean {
  return values?.some(({ zh }) => isSameText(zh, text)) ?? false;
}

function isTexts(value: AttributeValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string' && text.trim() !== '');
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts.map(normalizeText)).size === texts.length;
}

const NOT_ASKED: Text = {
  zh: '与其他属性不符，此处不适用，请留空',
  en: 'does not apply with the other attributes; leave it out',
};

/** What the value should look like. */
function formOf({ type, values, unit }: CategoryAttribute): Text {
  const suffix = unit ? ` (${unitSymbol(unit)})` : '';
  const offered = { zh: values?.map(({ zh }) => zh).join('、'), en: values?.map(({ zh }) => zh).join(', ') };
  switch (type) {
    case 'boolean':
      return { zh: '应为 true 或 false', en: 'true or false is expected' };
    case 'number':
      return { zh: `应为小数，如 12.50${suffix}`, en: `a decimal as text is expected, like 12.50${suffix}` };
    case 'integer':
      return { zh: `应为整数，如 12${suffix}`, en: `a whole number as text is expected, like 12${suffix}` };
    case 'date':
      return { zh: '应为日期，如 2026-11-22', en: 'a day is expected, like 2026-11-22' };
    case 'enum':
      return { zh: `应为其中之一：${offered.zh}`, en: `one of these is expected: ${offered.en}` };
    case 'multiEnum':
      return { zh: `应为列表，取自：${offered.zh}`, en: `a list is expected, of these: ${offered.en}` };
    case 'lots':
      return { zh: '应为批号列表，不重复', en: 'a list of different lot numbers is expected' };
    case 'text':
    case 'file':
      return { zh: '应为文字', en: 'text is expected' };
  }
}

function named({ code, name }: CategoryAttribute, what: Text): Text {
  return { zh: `${name.zh}(${code})：${what.zh}`, en: `${name.en} (${code}): ${what.en}` };
}
