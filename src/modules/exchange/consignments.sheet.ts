import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { LedgerEvent } from '../../ledger/index.js';
import { Database } from '../../platform/database/database.js';
import type { Reader } from '../../platform/database/sql.js';
import { Catalog } from '../catalog/index.js';
import {
  type Consignment,
  ConsignmentBody,
  type ConsignmentLine,
  IntakeQueries,
  IntakeService,
  lineAttributes,
  lineDeclared,
} from '../intake/index.js';
import type { ImportRecord } from './exchange.entity.js';
import { problem } from './exchange.refusals.js';
import { attributeColumns, DECLARED_COLUMNS, goodsCells, goodsIn } from './goods-columns.js';
import { CellProblem, partyIn, partyTexts } from './named-parties.js';
import { said, shaped } from './record-body.js';
import { countOf, dayText, plainCell, type RowCells, unitCodeOf } from './sheet-cells.rules.js';
import { type Column, headerText, problemAt, type SheetShape } from './sheet-columns.rules.js';
import type { Drafted, ExportedSheet, SheetContext, SheetKind } from './sheet-kind.js';

const OWN_COLUMNS: readonly Column[] = [
  { key: 'reference', name: { zh: '送检单号', en: 'Reference' }, isNeeded: true },
  { key: 'merchant', name: { zh: '商家统一社会信用代码', en: 'Merchant (credit code)' } },
  { key: 'warehouse', name: { zh: '质检仓统一社会信用代码', en: 'Warehouse (credit code)' } },
  { key: 'product', name: { zh: '商品档案编号', en: 'Product id' } },
  { key: 'name', name: { zh: '商品名称', en: 'Name' }, isNeeded: true },
  { key: 'category', name: { zh: '品类', en: 'Category' }, isNeeded: true },
  { key: 'kind', name: { zh: '形态(件/批)', en: 'Kind (piece or lot)' }, isNeeded: true },
  { key: 'count', name: { zh: '件数', en: 'Count' } },
  { key: 'quantity', name: { zh: '数量', en: 'Quantity' } },
  { key: 'unit', name: { zh: '单位', en: 'Unit' } },
  { key: 'lotNo', name: { zh: '批号', en: 'Lot number' } },
  { key: 'productionDay', name: { zh: '生产日期', en: 'Day of production' } },
];
const SHOWN_COLUMNS: readonly Column[] = [
  { key: 'id', name: { zh: '送检编号', en: 'Id' }, isOnlyShown: true },
  { key: 'lineNo', name: { zh: '行号', en: 'Line' }, isOnlyShown: true },
  { key: 'state', name: { zh: '状态', en: 'State' }, isOnlyShown: true },
  { key: 'announcedAt', name: { zh: '送检时间', en: 'Announced' }, isOnlyShown: true },
];
const FIELDS = {
  merchantId: 'merchant',
  warehouseId: 'warehouse',
  productId: 'product',
  categoryId: 'category',
  'quantity.value': 'quantity',
  'quantity.unit': 'unit',
};
const KINDS: Readonly<Record<string, string>> = { 件: 'piece', 批: 'lot' };
const ROWS_AT_ONCE = 100;

/** Consignments: a row for each line, the lines of one reference together. */
@Injectable()
export class ConsignmentSheets implements SheetKind {
  readonly shape: SheetShape = {
    kind: 'consignments',
    columns: [...OWN_COLUMNS, ...SHOWN_COLUMNS, ...DECLARED_COLUMNS, ...attributeColumns([])],
    groups: ['attributes', 'declared'],
  };
  readonly groupedBy = 'reference';
  readonly mostRows = 50;
  readonly subject = 'consignment';

  constructor(
    private readonly service: IntakeService,
    private readonly queries: IntakeQueries,
    private readonly catalog: Catalog,
    private readonly database: Database,
  ) {}

  async draft(rows: readonly RowCells[], context: SheetContext): Promise<Drafted> {
    const [first] = rows;
    if (!first) return { problems: [] };
    for (const column of ['merchant', 'warehouse']) requireSame(rows, column);
    const body = said({
      merchantId: await partyIn(context, first, 'merchant'),
      warehouseId: await partyIn(context, first, 'warehouse'),
      reference: plainCell(first, 'reference'),
      lines: rows.map((row) => this.line(row)),
    });
    return shaped(body, { shape: ConsignmentBody, rows, columns: FIELDS });
  }

  events(reader: Reader, actor: Actor, body: object): Promise<readonly LedgerEvent[]> {
    return this.service.announcement(reader, actor, body as ConsignmentBody);
  }

  undo(
    reader: Reader,
    actor: Actor,
    { record, reason }: { record: ImportRecord; reason: string },
  ): Promise<readonly LedgerEvent[]> {
    return this.service.cancellation(reader, actor, record.subjectId ?? '', reason);
  }

  async exported(viewer: Actor): Promise<ExportedSheet> {
    const used = await this.queries.usedCategories(viewer);
    const loaded = this.catalog.categories().filter(({ category }) => used.includes(category.id));
    const attributes = attributeColumns(loaded.map(({ category }) => category));
    const columns = [...OWN_COLUMNS, ...attributes, ...DECLARED_COLUMNS, ...SHOWN_COLUMNS];
    return { header: columns.map(headerText), rows: this.rows(viewer, columns) };
  }

  private line(row: RowCells): object {
    const kind = plainCell(row, 'kind');
    const value = plainCell(row, 'quantity');
    return said({
      productId: plainCell(row, 'product'),
      name: plainCell(row, 'name'),
      kind: KINDS[kind ?? ''] ?? kind,
      count: countOf(plainCell(row, 'count')),
      quantity: value === undefined ? undefined : said({ value, unit: unitCodeOf(plainCell(row, 'unit')) }),
      lotNo: plainCell(row, 'lotNo'),
      productionDay: dayText(plainCell(row, 'productionDay')),
      ...goodsIn(
        row,
        this.catalog.categories().map(({ category }) => category),
      ),
    });
  }

  private async *rows(viewer: Actor, columns: readonly Column[]): AsyncGenerator<string[][]> {
    let after: string | undefined;
    for (;;) {
      const consignments = await this.queries.consignments(viewer, {}, { after, limit: ROWS_AT_ONCE });
      if (consignments.length === 0) return;
      const ids = consignments.flatMap(({ merchantId, warehouseId }) => [merchantId, warehouseId]);
      const parties = await partyTexts(this.database.reader, ids);
      const lines = await this.queries.linesOf(consignments.map(({ id }) => id));
      yield consignments.flatMap((consignment) =>
        lines
          .filter(({ consignmentId }) => consignmentId === consignment.id)
          .map((line) => rowOf(consignment, line, { parties, columns })),
      );
      after = consignments.at(-1)?.id;
    }
  }
}

interface Showing {
  readonly parties: ReadonlyMap<string, string>;
  readonly columns: readonly Column[];
}

function rowOf(consignment: Consignment, line: ConsignmentLine, { parties, columns }: Showing): string[] {
  const { id, merchantId, warehouseId, reference, state, announcedAt } = consignment;
  const { kind, name, categoryId, productId, lotNo, productionDay, quantityValue, quantityUnit, lineNo } = line;
  const isPiece = kind === 'piece';
  const cells: Record<string, string> = {
    // Lines of one consignment stay together though it has no number of the merchant's.
    reference: reference ?? id,
    merchant: parties.get(merchantId) ?? merchantId,
    warehouse: parties.get(warehouseId) ?? warehouseId,
    product: productId ?? '',
    name,
    category: categoryId,
    kind: isPiece ? '件' : '批',
    count: isPiece ? quantityValue : '',
    quantity: isPiece ? '' : quantityValue,
    unit: isPiece ? '' : quantityUnit,
    lotNo: lotNo ?? '',
    productionDay: productionDay ?? '',
    ...{ id, lineNo: String(lineNo), state, announcedAt },
    ...goodsCells(lineAttributes(line), lineDeclared(line), columns),
  };
  return columns.map(({ key }) => cells[key] ?? '');
}

function requireSame(rows: readonly RowCells[], column: string): void {
  const [first] = rows;
  const other = first && rows.find((row) => plainCell(row, column) !== plainCell(first, column));
  if (!other) return;
  const value = other.cells.get(column) ?? '';
  throw new CellProblem(problemAt({ row: other.row, column, value }, problem.recordDiffers({ column: 'reference' })));
}
