import type { Text } from '../../kernel/language.js';
import type { Category } from './category.js';

/** Fields that every category has beside its attributes. */
const FIELDS: Readonly<Record<string, Text>> = {
  name: { zh: '品名', en: 'the name' },
  skuName: { zh: '申报的 SKU 名称', en: 'the declared SKU name' },
  productionDay: { zh: '生产日期', en: 'the production date' },
  receivedDay: { zh: '入仓日期', en: 'the day of intake' },
};

/** Fields that a check may name beside attributes and items. */
export const CHECKED_TEXTS: readonly string[] = ['name', 'skuName'];
export const CHECKED_DAYS: readonly string[] = ['productionDay', 'receivedDay'];

/** A field in words: of the goods, an attribute, or an item; a declared text that only its merchant knows by its key. */
export function titleOf(field: string, { attributes, items }: Category): Text {
  const named = attributes.find(({ code }) => code === field) ?? items.find(({ code }) => code === field);
  return FIELDS[field] ?? named?.name ?? { zh: `申报的 ${field}`, en: `the declared ${field}` };
}

export function titlesOf(fields: readonly string[], category: Category): Text {
  const titles = fields.map((field) => titleOf(field, category));
  return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
}
