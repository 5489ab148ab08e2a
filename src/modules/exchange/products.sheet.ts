import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import {
  Catalog,
  CatalogQueries,
  CatalogService,
  declarationOf,
  Product,
  ProductBody,
  productFor,
  recordedOf,
  withdrawProduct,
} from '../catalog/index.js';
import type { ImportRecord } from './exchange.entity.js';
import { attributeColumns, DECLARED_COLUMNS, goodsCells, goodsIn } from './goods-columns.js';
import { partyIn, partyTexts } from './named-parties.js';
import { said, shaped } from './record-body.js';
import { plainCell, type RowCells } from './sheet-cells.rules.js';
import { type Column, headerText, type SheetShape } from './sheet-columns.rules.js';
import type { Drafted, ExportedSheet, SheetContext, SheetKind } from './sheet-kind.js';

const OWN_COLUMNS: readonly Column[] = [
  { key: 'merchant', name: { zh: '商家统一社会信用代码', en: 'Merchant (credit code)' } },
  { key: 'name', name: { zh: '商品名称', en: 'Name' }, isNeeded: true },
  { key: 'category', name: { zh: '品类', en: 'Category' }, isNeeded: true },
  { key: 'brand', name: { zh: '品牌', en: 'Brand' } },
  { key: 'spec', name: { zh: '规格', en: 'Specification' } },
];
const SHOWN_COLUMNS: readonly Column[] = [
  { key: 'id', name: { zh: '档案编号', en: 'Id' }, isOnlyShown: true },
  { key: 'registeredAt', name: { zh: '建档时间', en: 'Registered' }, isOnlyShown: true },
];
const FIELDS = { merchantId: 'merchant', categoryId: 'category' };
const ROWS_AT_ONCE = 200;

/** Products: one row each. */
@Injectable()
export class ProductSheets implements SheetKind {
  readonly shape: SheetShape = {
    kind: 'products',
    columns: [...OWN_COLUMNS, ...SHOWN_COLUMNS, ...DECLARED_COLUMNS, ...attributeColumns([])],
    groups: ['attributes', 'declared'],
  };
  readonly mostRows = 1;
  readonly subject = 'product';

  constructor(
    private readonly service: CatalogService,
    private readonly queries: CatalogQueries,
    private readonly catalog: Catalog,
    private readonly database: Database,
  ) {}

  async draft([row]: readonly RowCells[], context: SheetContext): Promise<Drafted> {
    if (!row) return { problems: [] };
    const categories = this.catalog.categories().map(({ category }) => category);
    const body = said({
      merchantId: await partyIn(context, row, 'merchant'),
      name: plainCell(row, 'name'),
      brand: plainCell(row, 'brand'),
      spec: plainCell(row, 'spec'),
      ...goodsIn(row, categories),
    });
    return shaped(body, { shape: ProductBody, rows: [row], columns: FIELDS });
  }

  events(reader: Reader, actor: Actor, body: object): Promise<readonly LedgerEvent[]> {
    return this.service.registration(reader, actor, body as ProductBody);
  }

  async undo(
    reader: Reader,
    actor: Actor,
    { record, reason }: { record: ImportRecord; reason: string },
  ): Promise<readonly LedgerEvent[]> {
    return withdrawProduct(await productFor(reader, actor, record.subjectId ?? ''), reason);
  }

  async exported(viewer: Actor): Promise<ExportedSheet> {
    const columns = await this.exportedColumns(viewer);
    return { header: columns.map(headerText), rows: this.rows(viewer, columns) };
  }

  private async exportedColumns(viewer: Actor): Promise<Column[]> {
    const used = await this.queries.usedCategories(viewer);
    const loaded = this.catalog.categories().filter(({ category }) => used.includes(category.id));
    const attributes = attributeColumns(loaded.map(({ category }) => category));
    return [...OWN_COLUMNS, ...attributes, ...DECLARED_COLUMNS, ...SHOWN_COLUMNS];
  }

  private async *rows(viewer: Actor, columns: readonly Column[]): AsyncGenerator<string[][]> {
    let after: string | undefined;
    for (;;) {
      const products = await this.queries.products(viewer, {}, { after, limit: ROWS_AT_ONCE });
      if (products.length === 0) return;
      const merchants = await partyTexts(
        this.database.reader,
        products.map(({ merchantId }) => merchantId),
      );
      yield products.map((product) => rowOf(product, merchants, columns));
      after = products.at(-1)?.id;
    }
  }
}

function rowOf(product: Product, merchants: ReadonlyMap<string, string>, columns: readonly Column[]): string[] {
  const cells: Record<string, string> = {
    merchant: merchants.get(product.merchantId) ?? product.merchantId,
    name: product.name,
    category: product.categoryId,
    brand: product.brand ?? '',
    spec: product.spec ?? '',
    id: product.id,
    registeredAt: product.registeredAt,
    ...goodsCells(recordedOf(product), declarationOf(product), columns),
  };
  return columns.map(({ key }) => cells[key] ?? '');
}
