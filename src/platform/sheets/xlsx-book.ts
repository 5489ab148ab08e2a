import { SHEET_BOUNDS, SheetFault } from './sheet-rows.ts';
import { cellText, showsDay } from './xlsx-cells.ts';
import { attributeOf, decoded, type XmlListener, XmlScanner } from './xml-scanner.ts';
import type { Zip } from './zip.ts';

/** What a sheet needs to know of its workbook (ECMA-376 §18). */
export interface Book {
  /** Of the first sheet that is not hidden. */
  readonly sheet: string;
  readonly is1904: boolean;
  /** By style: whether it shows a day. */
  readonly dayStyles: readonly boolean[];
  readonly shared: readonly string[];
}

const WORKBOOK = 'xl/workbook.xml';

/** Throws SheetFault when it is no workbook. */
export async function readBook(zip: Zip): Promise<Book> {
  if (!zip.has(WORKBOOK)) throw new SheetFault('unreadable');
  let relation: string | undefined;
  let is1904 = false;
  await scan(zip, WORKBOOK, (name, attributes) => {
    if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
    const isShown = name === 'sheet' && !/hidden/i.test(attributeOf(attributes, 'state') ?? '');
    if (isShown) relation ??= attributeOf(attributes, 'id');
  });
  const sheet = await sheetPath(zip, relation);
  return { sheet, is1904, dayStyles: await dayStyles(zip), shared: await sharedTexts(zip) };
}

async function sheetPath(zip: Zip, relation: string | undefined): Promise<string> {
  let path: string | undefined;
  await scan(zip, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship' || attributeOf(attributes, 'Id') !== relation) return;
    const target = attributeOf(attributes, 'Target') ?? '';
    path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
  });
  if (path === undefined || !zip.has(path)) throw new SheetFault('unreadable');
  return path;
}

async function dayStyles(zip: Zip): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isInside = false;
  if (!zip.has('xl/styles.xml')) return styles;
  await scan(
    zip,
    'xl/styles.xml',
    (name, attributes) => {
      if (name === 'numFmt') {
        formats.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '');
      }
      if (name === 'cellXfs') isInside = true;
      if (name !== 'xf' || !isInside) return;
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      styles.push(showsDay(id, formats.get(id)));
    },
    (name) => {
      if (name === 'cellXfs') isInside = false;
    },
  );
  return styles;
}

async function sharedTexts(zip: Zip): Promise<string[]> {
  const texts: string[] = [];
  if (!zip.has('xl/sharedStrings.xml')) return texts;
  let length = 0;
  const collector = new TextCollector((text) => {
    length += text.length;
    if (length > SHEET_BOUNDS.sharedTexts) throw new SheetFault('too-large');
    texts.push(text);
  });
  const scanner = new XmlScanner(collector);
  for await (const piece of zip.text('xl/sharedStrings.xml')) scanner.take(piece);
  return texts;
}

/** Gathers the text of every `si`, without how it is to be pronounced (`rPh`). */
class TextCollector implements XmlListener {
  private gathered = '';
  private isText = false;
  private isPhonetic = false;
  private readonly done: (text: string) => void;

  constructor(done: (text: string) => void) {
    this.done = done;
  }

  open(name: string): void {
    if (name === 'si') this.gathered = '';
    if (name === 'rPh') this.isPhonetic = true;
    if (name === 't') this.isText = !this.isPhonetic;
  }

  text(text: string): void {
    if (this.isText) this.gathered += decoded(text);
  }

  close(name: string): void {
    if (name === 't') this.isText = false;
    if (name === 'rPh') this.isPhonetic = false;
    if (name === 'si') this.done(cellText(this.gathered));
  }
}

type Opened = (name: string, attributes: string) => void;

async function scan(
  zip: Zip,
  path: string,
  open: Opened,
  close: (name: string) => void = () => undefined,
): Promise<void> {
  const scanner = new XmlScanner({ open, close, text: () => undefined });
  for await (const piece of zip.text(path)) scanner.take(piece);
}
