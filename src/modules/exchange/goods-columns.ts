import type { Category, Declared, RecordedAttributes } from '../catalog/index.js';
import { problem } from './exchange.refusals.js';
import { CellProblem } from './named-parties.js';
import { attributesIn, attributeText, categoryNamed, groupOf, plainCell, type RowCells } from './sheet-cells.rules.js';
import { type Column, problemAt } from './sheet-columns.rules.js';

/** What merchants usually declare has columns of its own; anything else stands in `declared` as JSON. */
export const DECLARED_COLUMNS: readonly Column[] = [
  { key: 'declared.skuName', name: { zh: '申报品名', en: 'Declared name' } },
  { key: 'declared.documents', name: { zh: '随货单证', en: 'Documents' } },
  { key: 'declared.quantity', name: { zh: '申报数量', en: 'Declared quantity' } },
  { key: 'declared', name: { zh: '其他申报', en: 'Other declarations' } },
];

/** The attributes of these categories, each once. */
export function attributeColumns(categories: readonly Category[]): Column[] {
  const columns = new Map<string, Column>();
  for (const { attributes } of categories) {
    for (const { code, name } of attributes) {
      const key = `attributes.${code}`;
      // A space would end the words of a header.
      columns.set(key, { key, name: { zh: name.zh.replaceAll(' ', ''), en: name.en } });
    }
  }
  return [...columns.values(), { key: 'attributes', name: { zh: '其他属性', en: 'Other attributes' } }];
}

/** Cells of what is recorded and declared of goods, by column. */
export function goodsCells(
  attributes: RecordedAttributes,
  declared: Declared,
  columns: readonly Column[],
): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(attributes).map(([code, value]) => [code, attributeText(value)]));
  return { ...cellsOf('attributes', texts, attributes, columns), ...cellsOf('declared', declared, declared, columns) };
}

function cellsOf(
  group: string,
  texts: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
  columns: readonly Column[],
): Record<string, string> {
  const cells: Record<string, string> = {};
  const others: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(texts)) {
    const column = `${group}.${key}`;
    if (columns.some((each) => each.key === column)) cells[column] = text;
    else others[key] = values[key];
  }
  if (Object.keys(others).length > 0) cells[group] = JSON.stringify(others);
  return cells;
}

/** What a row says of goods: its category, what is recorded and what is declared. Throws the problem. */
export function goodsIn(row: RowCells, categories: readonly Category[]): GoodsInRow {
  const named = plainCell(row, 'category');
  const category = categoryNamed(named, categories);
  const attributes = attributesIn(row, category);
  const declared = groupOf(row, 'declared');
  if (!attributes || !declared) throw malformed(row, attributes ? 'declared' : 'attributes');
  return { categoryId: category?.id ?? named, attributes, declared };
}

export interface GoodsInRow {
  readonly categoryId: string | undefined;
  readonly attributes: object;
  readonly declared: object;
}

function malformed(row: RowCells, column: string): CellProblem {
  return new CellProblem(
    problemAt({ row: row.row, column, value: row.cells.get(column) ?? '' }, problem.malformedJson()),
  );
}
