import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { readSheet as readByOthers } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { csvRows, CSV_MARK } from './csv-writer.js';
import { armed, defused } from './formula-cells.js';
import { readSheet } from './read-sheet.js';
import type { SheetRow } from './sheet-rows.js';
import { xlsxFile } from './xlsx-writer.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yanzhen-sheets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(bytes: Uint8Array | string): Promise<SheetRow[]> {
  const path = join(folder, 'sheet');
  await writeFile(path, bytes);
  const all: SheetRow[] = [];
  for await (const { rows } of readSheet(path)) all.push(...rows);
  return all;
}

const cellsOf = async (bytes: Uint8Array | string) => (await rowsOf(bytes)).map(({ cells }) => cells);

async function written(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  async function* lists() {
    yield rows.slice(0, 1);
    yield rows.slice(1);
  }
  for await (const piece of xlsxFile(lists())) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** An archive of these files, with what an attacker would write into the directory. */
function zipOf(files: Readonly<Record<string, Buffer>>, bomb?: Buffer): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = name.endsWith('s.xml') && bomb ? bomb : deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** A workbook whose one sheet has these rows, as XML. */
function bookOf(sheet: string, rest = '', bomb?: Buffer): Buffer {
  const data = Buffer.from(`<worksheet><sheetData>${sheet}</sheetData>${rest}</worksheet>`);
  const files = {
    'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': Buffer.from('<R><Relationship Id="r1" Target="worksheets/s.xml"/></R>'),
    'xl/worksheets/s.xml': data,
  };
  return zipOf(files, bomb);
}

describe('reading CSV', () => {
  const TEXT = '名称,规格\r\n紫晶手串,"8 mm,\n17 cm"\r\n\r\n玛瑙,"""A"""\r\n';
  const ROWS = [
    { row: 1, cells: ['名称', '规格'] },
    { row: 2, cells: ['紫晶手串', '8 mm,\n17 cm'] },
    { row: 4, cells: ['玛瑙', '"A"'] },
  ];
  // 名称,规格 / 紫晶,大 in GBK, as iconv writes it.
  const GBK = Buffer.from('c3fbb3c62cb9e6b8f10ad7cfbea72cb4f30a', 'hex');

  it.each([
    ['UTF-8', TEXT],
    ['UTF-8 with a mark', `\ufeff${TEXT}`],
    ['semicolons', TEXT.replace('名称,', '名称;').replace('手串,', '手串;').replace('玛瑙,', '玛瑙;')],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ])('knows %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(ROWS);
  });

  it('knows GBK, as Chinese Excel writes it', async () => {
    expect(await cellsOf(GBK)).toEqual([
      ['名称', '规格'],
      ['紫晶', '大'],
    ]);
  });

  it.each([
    ['nothing', '', 'empty'],
    ['only blank lines', '\n\n,,\n', 'empty'],
    ['an open quote', 'a,b\n"x,y\n', 'quotes'],
    ['what is no text', Buffer.from([0x61, 0xff, 0xff, 0x0a, 0x80]), 'encoding'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    ['a broken archive', Buffer.from('504b0304aaaa', 'hex'), 'unreadable'],
    ['more rows than the bound', 'a\n'.repeat(200_002), 'too-many-rows'],
  ])('refuses %s', async (_, bytes, fault) => {
    await expect(rowsOf(bytes)).rejects.toMatchObject({ fault });
  });

  it('names a cell that is too long', async () => {
    expect((await rowsOf(`a,b\nx,${'y'.repeat(8_001)}\n`))[1]?.faults).toEqual([{ column: 1, fault: 'long-cell' }]);
  });
});

describe('reading XLSX', () => {
  it('reads what another program wrote', async () => {
    const day = new Date(Date.UTC(2026, 10, 2));
    const data = [
      [{ value: '名称' }, { value: '质量' }, { value: '日期' }, { value: '是' }],
      [{ value: '紫晶 & <b>' }, { value: 0.1 + 0.2 }, { value: day, format: 'yyyy-mm-dd' }, { value: true }],
      [{ value: '' }, { value: -5 }],
    ];
    const bytes = await writeExcelFile(data).toBuffer();
    expect(await cellsOf(bytes)).toEqual([
      ['名称', '质量', '日期', '是'],
      ['紫晶 & <b>', '0.3', '2026-11-02', 'true'],
      ['', '-5'],
    ]);
  });

  it.each([
    ['12.500000000000002', '12.5'],
    ['12.50', '12.50'],
    ['1E-3', '0.001'],
    ['0.1', '0.1'],
    ['-7', '-7'],
    ['21.359999999999999', '21.36'],
  ])('reads the number %s as %s', async (value, text) => {
    expect(await cellsOf(bookOf(`<row r="3"><c r="B3"><v>${value}</v></c></row>`))).toEqual([['', text]]);
  });

  it.each([
    ['a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', '', 'formula'],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', '', 'error-value'],
    ['a number with more digits than Excel keeps', '<c r="A1"><v>6.9012345678901233E+17</v></c>', '', 'long-number'],
    ['merged cells', '<c r="A1"><v>1</v></c>', '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', 'merged'],
  ])('names the cell with %s', async (_, cell, rest, fault) => {
    expect((await rowsOf(bookOf(`<row r="1">${cell}</row>`, rest)))[0]?.faults).toEqual([{ column: 0, fault }]);
  });

  it('skips sheets and rows that are empty, and keeps the numbers of the others', async () => {
    expect(await rowsOf(bookOf('<row r="1"/><row r="1048576"><c r="C1048576"><v>1</v></c></row>'))).toEqual([
      { row: 1_048_576, cells: ['', '', '1'] },
    ]);
  });

  it('refuses a sheet of more than half a gigabyte, packed into less than one megabyte', async () => {
    const block = deflateRawSync(Buffer.alloc(1_048_576, ' '), { finishFlush: constants.Z_FULL_FLUSH });
    const bytes = bookOf('', '', Buffer.concat([...Array.from({ length: 540 }, () => block), Buffer.from([3, 0])]));
    expect(bytes.length).toBeLessThan(1_000_000);
    await expect(rowsOf(bytes)).rejects.toMatchObject({ fault: 'too-large' });
  });

  it.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY x "y">]><row><c><v>1</v></c></row>'],
    ['an unknown entity', '<row><c t="inlineStr"><is><t>&x;</t></is></c></row>'],
  ])('refuses %s', async (_, sheet) => {
    await expect(rowsOf(bookOf(sheet))).rejects.toMatchObject({ fault: 'unreadable' });
  });
});

describe('writing', () => {
  it.each(['=1+1', '+cmd', '-x', '@a', '\ta', '\ra', '＝1', '＋1', '－1', '＠a', "'=1", "''", '-5+3'])(
    'defuses %j',
    (text) => {
      expect(defused(text)).toBe(`'${text}`);
    },
  );

  it.each(['-5', '-5.50', '5', '紫晶', '', 'a=b'])('leaves %j as it is', (text) => {
    expect(defused(text)).toBe(text);
  });

  it('takes off what it put on, and nothing else', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => armed(defused(text)) === text));
    expect(armed("'90s")).toBe("'90s");
  });

  const TEXT = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('=1', '-5', '12.50', '12.5', '0.30', "'x", '_x0041_', '&lt;', 'a\nb', '＝x', '000123', '1e5'),
  );

  it('gives through CSV and through XLSX what was put in', async () => {
    const row = fc.array(TEXT, { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const kept = [['x', 'y', 'z'], ...rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))];
        const read = async (bytes: string | Buffer) =>
          (await cellsOf(bytes)).map((cells) => [...cells, '', ''].slice(0, 3).map(armed));
        expect(await read(CSV_MARK + csvRows(kept))).toEqual(kept);
        expect(await read(await written(kept))).toEqual(kept);
      }),
      { numRuns: 20 },
    );
  });

  it('writes XLSX that another program reads, with numbers as numbers', async () => {
    const path = join(folder, 'out.xlsx');
    await writeFile(
      path,
      await written([
        ['名称', '质量'],
        ['=1+1', '-5'],
        ['b & c', '12.50'],
      ]),
    );
    expect(await readByOthers(await readFile(path))).toEqual([
      ['名称', '质量'],
      ["'=1+1", -5],
      ['b & c', '12.50'],
    ]);
  });
});
