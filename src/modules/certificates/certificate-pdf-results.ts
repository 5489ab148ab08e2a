import type { Text } from '../../kernel/language.js';
import {
  drawRuns,
  drawText,
  fitted,
  lineHeight,
  textHeight,
  textWidth,
  type TypeStyle,
} from '../../platform/documents/typography.js';
import type { CertificateResult } from './certificate-content.js';
import { type CertificatePages, hairline } from './certificate-pdf-page.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

interface Column {
  readonly x: number;
  readonly width: number;
  readonly title: Text;
  readonly align?: 'left' | 'right';
}

interface Line {
  readonly text: string;
  readonly style: TypeStyle;
}

interface Cell {
  readonly column: Column;
  readonly lines: readonly Line[];
}

const GAP = 8;
const PADDING = 2;

const COLUMNS = columns();

/** The table of readings; it flows over pages and repeats its header. */
export function drawResults(pages: CertificatePages): void {
  const rows = pages.content.results.map((result, index) => adapted(pages, cellsOf(result, index + 1)));
  const first = rows[0] ? rowHeight(pages, rows[0]) : 0;
  if (!pages.hasRoom(60 + first)) pages.next();
  const heading = [
    { text: `${WORDS.results.zh}  `, style: STYLE.heading },
    { text: WORDS.results.en, style: STYLE.headingEnglish },
  ];
  pages.y += drawRuns(pages.pdf, heading, { x: GRID.left, y: pages.y, width: GRID.width }) + 4;
  drawHeader(pages);
  for (const row of rows) {
    const height = rowHeight(pages, row);
    if (!pages.hasRoom(height)) {
      pages.next();
      drawHeader(pages);
    }
    drawRow(pages, row, height);
  }
}

function columns(): Record<'index' | 'item' | 'value' | 'unit' | 'limit' | 'standard' | 'verdict', Column> {
  let x: number = GRID.left;
  const next = (width: number, title: Text, align?: 'right'): Column => {
    const column = { x, width: width - GAP, title, align };
    x += width;
    return column;
  };
  return {
    index: next(20, { zh: '#', en: '' }),
    item: next(122, WORDS.item),
    value: next(60, WORDS.value, 'right'),
    unit: next(46, WORDS.unit),
    limit: next(116, WORDS.limit),
    standard: next(102, WORDS.standard),
    verdict: next(GRID.right - x + GAP, WORDS.verdict, 'right'),
  };
}

function drawHeader(pages: CertificatePages): void {
  pages.rule(COLOUR.ink, 0.8);
  const y = pages.y + 3;
  for (const { title, ...column } of Object.values(COLUMNS)) {
    drawText(pages.pdf, title.zh, { ...STYLE.label, weight: 'bold', colour: COLOUR.ink }, { ...column, y });
    drawText(pages.pdf, title.en, { ...STYLE.english, size: 5.8 }, { ...column, y: y + lineHeight(STYLE.label) });
  }
  pages.y = y + lineHeight(STYLE.label) + lineHeight(STYLE.english) + 3;
  pages.rule(COLOUR.ink, 0.4);
}

function cellsOf(result: CertificateResult, index: number): readonly Cell[] {
  const verdict = [
    { text: WORDS.pass.zh, style: STYLE.verdict },
    { text: WORDS.pass.en, style: STYLE.english },
  ];
  return [
    { column: COLUMNS.index, lines: [{ text: String(index), style: { ...STYLE.text, colour: COLOUR.grey } }] },
    { column: COLUMNS.item, lines: bothLanguages(result.name) },
    { column: COLUMNS.value, lines: [{ text: result.value, style: STYLE.strong }] },
    { column: COLUMNS.unit, lines: [{ text: result.unit, style: { ...STYLE.text, colour: COLOUR.grey } }] },
    { column: COLUMNS.limit, lines: bothLanguages(result.limit) },
    { column: COLUMNS.standard, lines: basis(result) },
    { column: COLUMNS.verdict, lines: verdict },
  ];
}

function basis({ standard, method, instrument }: CertificateResult): readonly Line[] {
  const how = standard === '' ? [WORDS.ownLimit.en, method, instrument] : [method, instrument];
  return [
    { text: standard === '' ? WORDS.ownLimit.zh : standard, style: STYLE.text },
    { text: how.filter((part) => part !== '').join(', '), style: STYLE.english },
  ];
}

function bothLanguages(text: Text): readonly Line[] {
  const chinese = { text: text.zh, style: STYLE.text };
  return text.zh === text.en ? [chinese] : [chinese, { text: text.en, style: STYLE.english }];
}

/** A wordy reading without a unit takes the unit's column too, rather than many short lines; a long unit is set smaller. */
function adapted(pages: CertificatePages, row: readonly Cell[]): readonly Cell[] {
  const { value, unit } = COLUMNS;
  const hasUnit = row.some(({ column, lines }) => column === unit && lines.some(({ text }) => text !== ''));
  return row.map((cell) => {
    const [line] = cell.lines;
    if (!line || textWidth(pages.pdf, line.text, line.style) <= cell.column.width) return cell;
    if (cell.column === unit) return { ...cell, lines: [{ ...line, style: onOneLine(pages, line, unit.width) }] };
    if (cell.column !== value || hasUnit) return cell;
    return { ...cell, column: { ...value, width: unit.x + unit.width - value.x, align: 'left' } };
  });
}

function onOneLine(pages: CertificatePages, { text, style }: Line, width: number): TypeStyle {
  return fitted(pages.pdf, text, style, { width, height: lineHeight(style), least: 5 });
}

function rowHeight(pages: CertificatePages, row: readonly Cell[]): number {
  const heights = row.map(({ column, lines }) =>
    lines.reduce((sum, { text, style }) => sum + textHeight(pages.pdf, text, style, column.width), 0),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(pages: CertificatePages, row: readonly Cell[], height: number): void {
  for (const { column, lines } of row) {
    let y = pages.y + PADDING;
    for (const { text, style } of lines) {
      y += drawText(pages.pdf, text, style, { x: column.x, y, width: column.width, align: column.align });
    }
  }
  pages.y += height;
  hairline(pages.pdf, { x: GRID.left, y: pages.y, width: GRID.width });
}
