// Runs in a thread of its own, also as TypeScript in tests: what it imports is named .ts and only erasable types are used.
import { open, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv-reader.ts';
import { SHEET_BOUNDS, SheetFault, type SheetRow } from './sheet-rows.ts';
import { readXlsx } from './xlsx-reader.ts';

const { path } = workerData as { readonly path: string };
const OLD_EXCEL = 'd0cf11e0';
const ZIP = '504b0304';

async function formatOf(): Promise<'csv' | 'xlsx'> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead === 0) throw new SheetFault('empty');
    const start = buffer.toString('hex');
    if (start === OLD_EXCEL) throw new SheetFault('old-format');
    return start === ZIP ? 'xlsx' : 'csv';
  } finally {
    await file.close();
  }
}

let count = 0;

/** Hands rows over, and goes on when they are worked through: whoever is slower is waited for. */
async function take(rows: SheetRow[], part: number): Promise<void> {
  count += rows.length;
  if (count > SHEET_BOUNDS.rows + 1) throw new SheetFault('too-many-rows', rows.at(-1)?.row);
  if (rows.length === 0) return;
  parentPort?.postMessage({ rows, part });
  if (parentPort) await once(parentPort, 'message');
}

try {
  const { size } = await stat(path);
  await ((await formatOf()) === 'csv' ? readCsv(path, size, take) : readXlsx(path, size, take));
  if (count === 0) throw new SheetFault('empty');
  parentPort?.postMessage({ isEnd: true });
} catch (error) {
  if (!(error instanceof SheetFault)) throw error;
  parentPort?.postMessage({ fault: error.fault, row: error.row });
} finally {
  parentPort?.close();
}
