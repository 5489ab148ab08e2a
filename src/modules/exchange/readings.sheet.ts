import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { isId } from '../../kernel/ids.js';
import type { LedgerEvent } from '../../ledger/index.js';
import type { Reader } from '../../platform/database/sql.js';
import type { PlanItem } from '../catalog/index.js';
import {
  InspectionQueries,
  InspectionService,
  type KeptInspection,
  openInspectionOf,
  readCountsOf,
  ReadingsBody,
} from '../inspection/index.js';
import type { ImportRecord } from './exchange.entity.js';
import { problem } from './exchange.refusals.js';
import { CellProblem } from './named-parties.js';
import { readingCells, readingIn } from './reading-cells.rules.js';
import { said, shaped } from './record-body.js';
import { plainCell, type RowCells } from './sheet-cells.rules.js';
import { type Column, headerText, problemAt, type SheetShape } from './sheet-columns.rules.js';
import type { Drafted, ExportedSheet, SheetContext, SheetKind } from './sheet-kind.js';

const COLUMNS: readonly Column[] = [
  { key: 'goods', name: { zh: '商品编号', en: 'Goods (id)' }, isNeeded: true },
  { key: 'item', name: { zh: '项目编号', en: 'Item' }, isNeeded: true },
  { key: 'value', name: { zh: '读数', en: 'Reading' }, isNeeded: true },
  { key: 'unit', name: { zh: '单位', en: 'Unit' } },
  { key: 'instrument', name: { zh: '仪器编号', en: 'Instrument' } },
  { key: 'goodsName', name: { zh: '商品名称', en: 'Name of the goods' }, isOnlyShown: true },
  { key: 'itemName', name: { zh: '项目名称', en: 'Name of the item' }, isOnlyShown: true },
  { key: 'state', name: { zh: '检测状态', en: 'State of the inspection' }, isOnlyShown: true },
  { key: 'inspector', name: { zh: '检测员', en: 'Inspector' }, isOnlyShown: true },
  { key: 'at', name: { zh: '时间', en: 'Time' }, isOnlyShown: true },
];
const INSPECTIONS_AT_ONCE = 20;

interface ReadingsRecord {
  readonly inspectionId: string;
  readonly readings: ReadingsBody['readings'];
}

/** Readings of open inspections: a row each, those of one unit together. */
@Injectable()
export class ReadingSheets implements SheetKind {
  readonly shape: SheetShape = { kind: 'readings', columns: COLUMNS, groups: [] };
  readonly groupedBy = 'goods';
  readonly mostRows = 60;
  readonly subject = 'inspection';

  constructor(
    private readonly service: InspectionService,
    private readonly queries: InspectionQueries,
  ) {}

  async draft(rows: readonly RowCells[], { actor, reader }: SheetContext): Promise<Drafted> {
    const [first] = rows;
    if (!first) return { problems: [] };
    const unitId = plainCell(first, 'goods') ?? '';
    const open = isId(unitId) ? await openInspectionOf(reader, actor, unitId) : undefined;
    if (!open)
      throw new CellProblem(problemAt({ row: first.row, column: 'goods', value: unitId }, problem.unitNotInspected()));
    // As the sheet was checked: what is read between now and the commit is not replaced unseen.
    const seen = readCountsOf(await this.queries.inspection(actor, open.id));
    const readings = rows.map((row) => readingOf(row, open.items, seen));
    const drafted = shaped({ readings }, { shape: ReadingsBody, rows, columns: {} });
    return 'problems' in drafted ? drafted : { body: { inspectionId: open.id, readings } };
  }

  events(reader: Reader, actor: Actor, body: object): Promise<readonly LedgerEvent[]> {
    const { inspectionId, readings } = body as ReadingsRecord;
    return this.service.readings(reader, actor, inspectionId, readings);
  }

  undo(reader: Reader, actor: Actor, { record }: { record: ImportRecord }): Promise<readonly LedgerEvent[]> {
    const { subjectId, firstEntry, endEntry } = record;
    return this.service.withdrawal(reader, actor, subjectId ?? '', { firstEntry, endEntry });
  }

  exported(viewer: Actor): Promise<ExportedSheet> {
    return Promise.resolve({ header: COLUMNS.map(headerText), rows: this.rows(viewer) });
  }

  private async *rows(viewer: Actor): AsyncGenerator<string[][]> {
    let after: string | undefined;
    for (;;) {
      const inspections = await this.queries.inspections(viewer, {}, { after, limit: INSPECTIONS_AT_ONCE });
      if (inspections.length === 0) return;
      for (const { id } of inspections) yield rowsOf(await this.queries.inspection(viewer, id));
      after = inspections.at(-1)?.id;
    }
  }
}

function readingOf(row: RowCells, items: readonly PlanItem[], seen: ReadonlyMap<string, number>): object {
  const code = plainCell(row, 'item') ?? '';
  const item = items.find((each) => each.code === code);
  if (!item) throw new CellProblem(problemAt({ row: row.row, column: 'item', value: code }, problem.itemUnknown()));
  const value = readingIn(item, row.cells.get('value')?.trim() ?? '', plainCell(row, 'unit'));
  if (!value) {
    const shown = row.cells.get('value') ?? '';
    throw new CellProblem(problemAt({ row: row.row, column: 'value', value: shown }, problem.valueNeedsJson()));
  }
  return said({ item: code, value, instrument: plainCell(row, 'instrument'), seen: seen.get(code) ?? 0 });
}

function rowsOf({ inspection, unit, items, latest }: KeptInspection): string[][] {
  return items.flatMap((item) => {
    const { code, name } = item;
    const reading = latest.get(code);
    if (!reading) return [];
    const cells: Record<string, string> = {
      ...{ goods: unit.id, item: code, ...readingCells(item, reading.value) },
      instrument: reading.instrument ?? '',
      ...{ goodsName: unit.name, itemName: name.zh, state: inspection.state },
      ...{ inspector: reading.inspectorNumber, at: reading.at },
    };
    return [COLUMNS.map(({ key }) => cells[key] ?? '')];
  });
}
