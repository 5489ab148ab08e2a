import { Readable } from 'node:stream';
import { setImmediate as nextTick } from 'node:timers/promises';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { CSV_MARK, csvRows } from '../../platform/sheets/csv-writer.js';
import { xlsxFile } from '../../platform/sheets/xlsx-writer.js';
import { EXPORTERS, type ImportKind, type SheetFormat } from './exchange.kinds.js';
import { refuse } from './exchange.refusals.js';
import { headerText } from './sheet-columns.rules.js';
import { SheetKinds } from './sheet-kinds.js';

const TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Rows = AsyncIterable<readonly (readonly string[])[]>;

/** Sheets to take away: what the viewer may see, and blank ones to fill in. */
@Injectable()
export class ExportedSheets {
  constructor(private readonly kinds: SheetKinds) {}

  async everything(viewer: Actor, kind: ImportKind, format: SheetFormat): Promise<StreamableFile> {
    if (!EXPORTERS[kind].some((role) => viewer.roles.includes(role))) throw refuse.notYoursToExport();
    const { header, rows } = await this.kinds.of(kind).exported(viewer);
    return file(under(header, rows), `${kind}.${format}`, format);
  }

  /** A header alone, with the words of both languages for programs and people. */
  blank(kind: ImportKind, format: SheetFormat): StreamableFile {
    const columns = this.kinds.of(kind).shape.columns.filter(({ isOnlyShown }) => !isOnlyShown);
    return file(under(columns.map(headerText), nothing()), `${kind}-template.${format}`, format);
  }
}

function file(rows: Rows, name: string, format: SheetFormat): StreamableFile {
  const pieces = format === 'csv' ? csvFile(rows) : xlsxFile(rows);
  const disposition = `attachment; filename="${name}"`;
  return new StreamableFile(Readable.from(pieces, { objectMode: false }), { type: TYPES[format], disposition });
}

async function* csvFile(rows: Rows): AsyncGenerator<Buffer> {
  yield Buffer.from(CSV_MARK);
  for await (const list of rows) if (list.length > 0) yield Buffer.from(csvRows(list));
}

/** Every part gives other requests their turn. */
async function* under(header: readonly string[], rows: Rows): AsyncGenerator<readonly (readonly string[])[]> {
  yield [header];
  for await (const list of rows) {
    yield list;
    await nextTick();
  }
}

async function* nothing(): AsyncGenerator<never> {}
