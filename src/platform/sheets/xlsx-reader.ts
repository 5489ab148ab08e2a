import { open } from 'node:fs/promises';
import { type CellFault, SHEET_BOUNDS, SheetFault, type SheetRow, type TakeRows } from './sheet-rows.ts';
import { type Book, readBook } from './xlsx-book.ts';
import { cellText, columnOf, readCell } from './xlsx-cells.ts';
import { attributeOf, decoded, type XmlListener, XmlScanner } from './xml-scanner.ts';
import { Zip } from './zip.ts';

const ROWS_AT_ONCE = 200;

/** Reads the first visible sheet of an .xlsx row by row; never holds more than its shared texts. Throws SheetFault. */
export async function readXlsx(path: string, size: number, take: TakeRows): Promise<void> {
  const file = await open(path);
  try {
    const zip = await Zip.open(file, size);
    const book = await readBook(zip);
    const merges = await mergedRanges(zip, book.sheet);
    const reader = new SheetReader(book, merges);
    const scanner = new XmlScanner(reader);
    let part = 0;
    for await (const piece of zip.text(book.sheet, (read) => (part = read))) {
      scanner.take(piece);
      if (reader.rows.length >= ROWS_AT_ONCE) await take(reader.rows.splice(0), part);
    }
    await take(reader.rows.splice(0), 1);
  } finally {
    await file.close();
  }
}

interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** They stand after the rows, so the sheet is looked through for them before it is read. */
async function mergedRanges(zip: Zip, sheet: string): Promise<Range[]> {
  const ranges: Range[] = [];
  let rest = '';
  for await (const piece of zip.text(sheet)) {
    const text = rest + piece;
    for (const [, first = '', last = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
      ranges.push({ ...corner(first, 'first'), ...corner(last, 'last') } as Range);
      if (ranges.length > SHEET_BOUNDS.merges) throw new SheetFault('too-large');
    }
    const last = text.lastIndexOf('<');
    rest = last < 0 ? '' : text.slice(last, last + 1_000);
    if (rest.includes('>')) rest = '';
  }
  return ranges;
}

function corner(reference: string, which: 'first' | 'last'): Partial<Range> {
  return { [`${which}Row`]: Number(reference.replace(/\D/g, '')), [`${which}Column`]: columnOf(reference) };
}

class SheetReader implements XmlListener {
  readonly rows: SheetRow[] = [];
  private row = 0;
  private column = -1;
  private count = 0;
  private cells: string[] = [];
  private faults: { column: number; fault: CellFault }[] = [];
  private type = 'n';
  private isDay = false;
  private hasFormula = false;
  private isValue = false;
  private value = '';
  private readonly book: Book;
  private readonly merges: readonly Range[];

  constructor(book: Book, merges: readonly Range[]) {
    this.book = book;
    this.merges = merges;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        this.row = Number(attributeOf(attributes, 'r') ?? this.row + 1);
        this.column = -1;
        return;
      case 'c':
        this.startCell(attributes);
        return;
      case 'f':
        this.hasFormula = true;
        return;
      case 'v':
      case 't':
        this.isValue = true;
        return;
      default:
    }
  }

  text(text: string): void {
    if (!this.isValue) return;
    this.value += decoded(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    if (name === 'c') this.endCell();
    if (name === 'row') this.endRow();
  }

  private startCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    if (this.column >= SHEET_BOUNDS.columns) throw new SheetFault('too-many-columns', this.row);
    this.type = attributeOf(attributes, 't') ?? 'n';
    this.isDay = this.book.dayStyles[Number(attributeOf(attributes, 's') ?? -1)] ?? false;
    this.hasFormula = false;
    this.value = '';
  }

  private endCell(): void {
    const { type, isDay, hasFormula } = this;
    const value = type === 'str' || type === 'inlineStr' ? cellText(this.value) : this.value;
    const { text, fault } = readCell({ type, value, isDay, hasFormula }, this.book);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text.slice(0, SHEET_BOUNDS.cell);
    if (fault) this.faults.push({ column: this.column, fault });
    if (text.length > SHEET_BOUNDS.cell) this.faults.push({ column: this.column, fault: 'long-cell' });
  }

  private endRow(): void {
    const { row, cells, faults } = this;
    this.cells = [];
    this.faults = [];
    faults.push(...this.mergesIn(row));
    if (faults.length === 0 && cells.every((cell) => cell.trim() === '')) return;
    if (++this.count > SHEET_BOUNDS.rows + 1) throw new SheetFault('too-many-rows', row);
    this.rows.push(faults.length > 0 ? { row, cells, faults } : { row, cells });
  }

  private mergesIn(row: number): { column: number; fault: CellFault }[] {
    return this.merges
      .filter(({ firstRow, lastRow }) => row >= firstRow && row <= lastRow)
      .map(({ firstColumn }) => ({ column: firstColumn, fault: 'merged' }));
  }
}
