import { type Language, sayList, type Text } from '../../kernel/language.js';
import { formatQuantity } from '../../kernel/quantity.js';
import { unitSymbol } from '../../kernel/units.js';
import type { AttributeValue, Category } from '../catalog/index.js';
import { attributesOf, declaredOf, type Unit, unitView } from '../units/index.js';

/** One attribute for people: its name, and its value in the reader's words. */
export interface AttributeLine {
  readonly name: Text;
  readonly value: Text;
}

/** A unit as a row of a list. */
export function unitRow(unit: Unit) {
  const { id, name, quantity, stage, gates, isOnHold, isSample, changedAt } = unitView(unit);
  return { id, name, quantity, stage, gates, isOnHold, isSample, changedAt };
}

/** A unit with what its category records of it. */
export function unitFacts(unit: Unit, category: Category | undefined, merchant: string) {
  const { id, kind, consignmentId, receivedAt, clockFrom } = unit;
  return {
    ...unitRow(unit),
    ...{ id, kind, consignmentId, receivedAt, clockFrom, merchant },
    category: category?.name ?? { zh: unit.categoryId, en: unit.categoryId },
    lotNo: unit.lotNo ?? '',
    productionDay: unit.productionDay ?? '',
    attributes: attributeLines(attributesOf(unit), category),
    declared: Object.entries(declaredOf(unit)).map(([key, value]) => ({ key, value })),
  };
}

/** Attributes in the category's order; what it does not know (any more) follows under its code. */
export function attributeLines(
  attributes: Readonly<Record<string, AttributeValue>>,
  category: Category | undefined,
): AttributeLine[] {
  const known = category?.attributes ?? [];
  const others = Object.keys(attributes).filter((code) => !known.some((each) => each.code === code));
  return [
    ...known.flatMap(({ code, name, values, unit }) => {
      const value = attributes[code];
      return value === undefined ? [] : [{ name, value: worded(value, values ?? [], unit ? unitSymbol(unit) : '') }];
    }),
    ...others.map((code) => ({ name: { zh: code, en: code }, value: worded(attributes[code] ?? '', [], '') })),
  ];
}

function worded(value: AttributeValue, choices: readonly Text[], symbol: string): Text {
  return { zh: wordedIn(value, { choices, symbol }, 'zh'), en: wordedIn(value, { choices, symbol }, 'en') };
}

function wordedIn(
  value: AttributeValue,
  how: { readonly choices: readonly Text[]; readonly symbol: string },
  language: Language,
): string {
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language];
  if (typeof value === 'string') {
    const choice = how.choices.find(({ zh }) => zh === value);
    const text = choice ? choice[language] : value;
    return how.symbol ? `${text} ${how.symbol}` : text;
  }
  if ('unit' in value) return formatQuantity(value);
  return sayList(
    value.map((each) => wordedIn(each, how, language)),
    language,
  );
}
