import { crc32, deflateRawSync } from 'node:zlib';
import { defused } from './formula-cells.js';

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const BOOK_RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
const SHEET_START = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

const PARTS = [
  ['[Content_Types].xml', CONTENT_TYPES],
  ['_rels/.rels', RELATIONS],
  ['xl/workbook.xml', BOOK],
  ['xl/_rels/workbook.xml.rels', BOOK_RELATIONS],
] as const;

/**
 * A workbook of one sheet as a stream of bytes, one row list after the other: what came before is never held. Formula
 * cells are defused; a decimal is a number where a number says the same (12.5), and text where it would lose a zero (12.50).
 */
export async function* xlsxFile(rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Uint8Array> {
  const archive = new Archive();
  for (const [name, text] of PARTS) yield archive.whole(name, Buffer.from(text));
  yield* archive.streamed('xl/worksheets/sheet1.xml', sheetXml(rows));
  yield archive.end();
}

async function* sheetXml(rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(SHEET_START);
  let row = 0;
  for await (const list of rows) yield Buffer.from(list.map((cells) => rowXml(cells, ++row)).join(''));
  yield Buffer.from(SHEET_END);
}

function rowXml(cells: readonly string[], row: number): string {
  return `<row r="${row}">${cells.map((text, column) => cellXml(text, columnName(column) + String(row))).join('')}</row>`;
}

function cellXml(text: string, place: string): string {
  if (text === '') return '';
  if (isExactNumber(text)) return `<c r="${place}"><v>${text}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(defused(text))}</t></is></c>`;
}

/** A for 0, Z for 25, AA for 26. */
function columnName(column: number): string {
  const before = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return before === 0 ? letter : columnName(before - 1) + letter;
}

/** At most 15 digits and spelled as a program would spell it: then Excel shows and keeps the same. */
function isExactNumber(text: string): boolean {
  return /^-?\d[\d.]*$/.test(text) && text.length <= 16 && String(Number(text)) === text;
}

// XML holds no control characters but tab and line feed; a `_x0041_` of the text's own must not be taken for one.
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(UNPRINTABLE, (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

interface Written {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly flags: number;
}

const DEFLATED = 8;
const SIZES_FOLLOW = 0x0008;
/** 1980-01-01: the same rows give the same bytes. */
const DATE = 0x0021;
const BLOCK_END = Buffer.from([0x03, 0x00]);

/** Writes the records of an archive (APPNOTE 6.3.9) in order. */
class Archive {
  private readonly written: Written[] = [];
  private offset = 0;

  whole(name: string, bytes: Buffer): Uint8Array {
    const packed = deflateRawSync(bytes);
    const entry = { name, crc: crc32(bytes), packed: packed.length, size: bytes.length, offset: this.offset, flags: 0 };
    this.written.push(entry);
    return this.counted(Buffer.concat([localHeader(entry), packed]));
  }

  /** Its sizes stand after it. */
  async *streamed(name: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
    const entry = { name, crc: 0, packed: 0, size: 0, offset: this.offset, flags: SIZES_FOLLOW };
    yield this.counted(localHeader(entry));
    for await (const piece of pieces) {
      const packed = deflatedBlock(piece);
      entry.crc = crc32(piece, entry.crc);
      entry.size += piece.length;
      entry.packed += packed.length;
      yield this.counted(packed);
    }
    entry.packed += BLOCK_END.length;
    this.written.push(entry);
    yield this.counted(Buffer.concat([BLOCK_END, descriptor(entry)]));
  }

  end(): Uint8Array {
    const directory = Buffer.concat(this.written.map(directoryEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.written.length, 8);
    end.writeUInt16LE(this.written.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.offset, 16);
    return Buffer.concat([directory, end]);
  }

  private counted(bytes: Buffer): Uint8Array {
    this.offset += bytes.length;
    return bytes;
  }
}

/** Blocks that do not end the stream, so that they may follow each other (RFC 1951 §3.2.3). */
function deflatedBlock(piece: Buffer): Buffer {
  return deflateRawSync(piece, { finishFlush: FULL_FLUSH });
}

/** zlib's Z_FULL_FLUSH: ends at a byte, and refers to nothing before it. */
const FULL_FLUSH = 3;

function localHeader({ name, crc, packed, size, flags }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  fields(header, 4, { crc, packed, size, flags, name });
  return Buffer.concat([header, Buffer.from(name)]);
}

function directoryEntry(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  fields(header, 6, entry);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

/** What the local header and the directory have in common, in the same order. */
function fields(header: Buffer, at: number, { crc, packed, size, flags, name }: Omit<Written, 'offset'>): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(Buffer.byteLength(name), at + 22);
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}
