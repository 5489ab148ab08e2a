import { normalizeText } from '../../kernel/text.js';
import { findUnit } from '../../kernel/units.js';
import { type Category, type CategoryAttribute, type RecordedAttributes } from '../catalog/index.js';

/** The cells of one row that say anything, by their column's key. */
export interface RowCells {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** The text of a cell in the one spelling: full-width digits become plain, spaces at the ends go. */
export function plainCell({ cells }: RowCells, key: string): string | undefined {
  const text = normalizeText(cells.get(key) ?? '');
  return text === '' ? undefined : text;
}

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A day however Chinese sheets write it, as YYYY-MM-DD; anything else as it is. */
export function dayText(text: string | undefined): string | undefined {
  const [, year, month = '', day = ''] = DAY.exec(text ?? '') ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/** A whole number where the text is one; otherwise the text, which the body's own rules then refuse. */
export function countOf(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : text;
}

/** The code of a unit however it is spelled (`mm`, `毫米`, `MMT`); what is no unit stays as it is. */
export function unitCodeOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (findUnit(text)?.code ?? text);
}

const YES = ['true', '是', 'yes', 'y', '1'];
const NO = ['false', '否', 'no', 'n', '0'];

export function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

/** Texts that a cell lists, separated by semicolons; or a JSON list, when one of them has a semicolon itself. */
export function listOf(text: string): readonly string[] {
  if (text.startsWith('[')) {
    const list = jsonOf(text);
    if (Array.isArray(list) && list.every((each) => typeof each === 'string')) return list;
  }
  return text
    .split(/[;；\n]/)
    .map((each) => each.trim())
    .filter(Boolean);
}

export function listText(texts: readonly string[]): string {
  const isPlain = texts.every((text) => text === text.trim() && text !== '' && !/[;；\n]/.test(text));
  return isPlain && !texts[0]?.startsWith('[') ? texts.join('; ') : JSON.stringify(texts);
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cells of a group such as `declared.skuName`, as text; over what the group's own cell says as JSON. */
export function groupOf({ cells }: RowCells, group: string): Record<string, unknown> | undefined {
  const whole = cells.get(group)?.trim();
  const base = whole ? jsonOf(whole) : {};
  if (typeof base !== 'object' || base === null || Array.isArray(base)) return undefined;
  const found: Record<string, unknown> = { ...base };
  for (const [key, text] of cells) {
    if (key.startsWith(`${group}.`) && text.trim() !== '') found[key.slice(group.length + 1)] = text.trim();
  }
  return found;
}

/** The same for attributes, each in the form that the category asks for; what does not fit stays text. */
export function attributesIn(row: RowCells, category: Category | undefined): Record<string, unknown> | undefined {
  const found = groupOf(row, 'attributes');
  if (!found) return undefined;
  const types = new Map(category?.attributes.map((attribute) => [attribute.code, attribute.type]));
  return Object.fromEntries(
    Object.entries(found).map(([code, value]) => [
      code,
      typeof value === 'string' ? typed(value, types.get(code)) : value,
    ]),
  );
}

function typed(text: string, type: CategoryAttribute['type'] | undefined): unknown {
  switch (type) {
    case 'boolean':
      return booleanOf(normalizeText(text)) ?? text;
    case 'multiEnum':
    case 'lots':
      return listOf(text);
    case 'date':
      return dayText(normalizeText(text));
    case 'number':
    case 'integer':
    case 'enum':
      return normalizeText(text);
    default:
      return text;
  }
}

/** An attribute as a cell: the inverse of the above. */
export function attributeText(value: RecordedAttributes[string]): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' ? value : listText(value);
}

/** The category that a cell names by its id or its words. */
export function categoryNamed(text: string | undefined, categories: readonly Category[]): Category | undefined {
  if (text === undefined) return undefined;
  return categories.find(({ id, name }) => [id, name.zh, name.en].some((word) => normalizeText(word) === text));
}
