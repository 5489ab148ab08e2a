import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { SHEET_BOUNDS, SheetFault, type SheetRow, type TakeRows } from './sheet-rows.ts';

const ROWS_AT_ONCE = 200;
const READ_BYTES = 65_536;

/**
 * Reads a CSV as Excel and others write it: UTF-8 with or without a mark, UTF-16 with one, GB18030 (GBK, what Chinese
 * Excel writes); separated by commas, semicolons or tabs. Throws SheetFault.
 */
export async function readCsv(path: string, size: number, take: TakeRows): Promise<void> {
  const encoding = await encodingOf(path);
  const delimiter = await delimiterOf(path, encoding);
  let read = 0;
  const source = Readable.from(texts(path, encoding, (bytes) => (read += bytes)));
  const parser = source.pipe(
    parse({ delimiter, relax_column_count: true, max_record_size: SHEET_BOUNDS.cell * 40, bom: false }),
  );
  source.once('error', (error) => parser.destroy(error));
  let rows: SheetRow[] = [];
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const next = checkedRow(++row, cells);
      if (next) rows.push(next);
      if (rows.length < ROWS_AT_ONCE) continue;
      await take(rows, read / size);
      rows = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetFault('quotes', row + 1);
    throw error;
  }
  await take(rows, 1);
}

function checkedRow(row: number, cells: readonly string[]): SheetRow | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  if (cells.length > SHEET_BOUNDS.columns) throw new SheetFault('too-many-columns', row);
  const isLong = (cell: string): boolean => cell.length > SHEET_BOUNDS.cell;
  if (!cells.some(isLong)) return { row, cells };
  const faults = cells.flatMap((cell, column) => (isLong(cell) ? [{ column, fault: 'long-cell' as const }] : []));
  return { row, cells: cells.map((cell) => cell.slice(0, SHEET_BOUNDS.cell)), faults };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    for await (const bytes of file.createReadStream({ highWaterMark: READ_BYTES, autoClose: false })) {
      yield bytes as Uint8Array;
    }
  } finally {
    await file.close();
  }
}

async function* texts(path: string, encoding: string, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of bytesOf(path)) {
      onRead(bytes.length);
      const text = decoder.decode(bytes, { stream: true });
      if (text) yield text;
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new SheetFault('encoding');
    throw error;
  }
}

/** The encoding that all of the file is valid in. */
async function encodingOf(path: string): Promise<string> {
  const marked = await markOf(path);
  if (marked) return marked;
  return (await isValid(path, 'utf-8')) ? 'utf-8' : 'gb18030';
}

async function markOf(path: string): Promise<string | undefined> {
  for await (const bytes of bytesOf(path)) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
    return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  }
  throw new SheetFault('empty');
}

async function isValid(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const bytes of bytesOf(path)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** What the first line has most of, outside quotes. */
async function delimiterOf(path: string, encoding: string): Promise<string> {
  for await (const text of texts(path, encoding, () => undefined)) {
    const [line = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1);
    const count = (mark: string): number => line.split(mark).length;
    return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  }
  throw new SheetFault('empty');
}
