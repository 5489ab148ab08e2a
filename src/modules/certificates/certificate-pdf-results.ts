import { say, type Text } from '../../kernel/language.js';
import type { Pdf } from '../../platform/documents/pdf.js';
import {
  drawRuns,
  drawText,
  lineHeight,
  type Run,
  runsWidth,
  textHeight,
} from '../../platform/documents/typography.js';
import type { CertificateReport, CertificateResult } from './certificate-content.js';
import { labelRuns } from './certificate-pdf-label.js';
import { type CertificatePages, hairline } from './certificate-pdf-page.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

interface Column {
  readonly x: number;
  readonly width: number;
  readonly title: Text;
  readonly align?: 'left' | 'right';
}

/** Lines below each other: one run is broken where it is too wide, more runs were seen to fit. */
interface Cell {
  readonly column: Column;
  readonly lines: readonly (readonly Run[])[];
}

type Columns = Readonly<Record<'index' | 'item' | 'value' | 'limit' | 'standard' | 'verdict', Column>>;

/** The table with its rows measured without air. */
export interface ResultTable {
  readonly columns: Columns;
  readonly rows: readonly ResultRow[];
  readonly height: number;
}

interface ResultRow {
  readonly cells: readonly Cell[];
  readonly height: number;
}

const GAP = 7;
const PADDING = 1.6;

export const HEADER_HEIGHT = lineHeight(STYLE.strong) + lineHeight(STYLE.english) + 2 * PADDING;

/** Shared by the requirement and its basis; the one that is wordier in a table gets more of it. */
const LIMIT_AND_BASIS = 283.6;
const LIMIT_WIDTHS = [183.6, 172, 160, 148, 136];

/** The table of readings in the columns that make it lowest. */
export function resultTable(pages: CertificatePages): ResultTable {
  const tables = LIMIT_WIDTHS.map((width) => tableIn(columnsOf(width), pages));
  return tables.reduce((best, table) => (table.height < best.height ? table : best));
}

function tableIn(columns: Columns, { pdf, content }: CertificatePages): ResultTable {
  const rows = content.results.map((result, index) => {
    const cells = cellsOf(pdf, columns, { result, number: index + 1 });
    return { cells, height: Math.max(...cells.map((cell) => cellHeight(pdf, cell))) + 2 * PADDING };
  });
  return { columns, rows, height: rows.reduce((sum, { height }) => sum + height, HEADER_HEIGHT) };
}

/** Draws a table with `air` above and below each row; it flows over pages and repeats its header. */
export function drawResults(pages: CertificatePages, { columns, rows }: ResultTable, air: number): void {
  const [first] = rows;
  if (!first) return;
  if (!pages.hasRoom(HEADER_HEIGHT + first.height + 2 * air)) pages.next();
  drawHeader(pages, columns);
  for (const { cells, height } of rows) {
    if (!pages.hasRoom(height + 2 * air)) {
      pages.next();
      drawHeader(pages, columns);
    }
    for (const cell of cells) drawCell(pages.pdf, cell, pages.y + PADDING + air);
    pages.y += height + 2 * air;
    hairline(pages.pdf, { x: GRID.left, y: pages.y, width: GRID.width });
  }
}

function columnsOf(limitWidth: number): Columns {
  let x: number = GRID.left;
  const next = (width: number, title: Text, align?: 'right'): Column => {
    const column = { x, width: width - GAP, title, align };
    x += width;
    return column;
  };
  return {
    index: next(16.5, { zh: '#', en: '' }),
    item: next(117, WORDS.item),
    value: next(82.5, WORDS.value),
    limit: next(limitWidth, WORDS.limit),
    standard: next(LIMIT_AND_BASIS - limitWidth, WORDS.standard),
    verdict: next(GRID.right - x + GAP, WORDS.judged, 'right'),
  };
}

function drawHeader(pages: CertificatePages, columns: Columns): void {
  pages.rule(COLOUR.ink, 0.8);
  for (const column of Object.values(columns)) {
    const { zh, en } = column.title;
    const lines = [[{ text: zh, style: STYLE.strong }], [{ text: en, style: STYLE.english }]];
    drawCell(pages.pdf, { column, lines }, pages.y + PADDING);
  }
  pages.y += HEADER_HEIGHT;
  pages.rule(COLOUR.ink, 0.4);
}

function cellsOf(
  pdf: Pdf,
  columns: Columns,
  { result, number }: { readonly result: CertificateResult; readonly number: number },
): readonly Cell[] {
  const { pass } = WORDS;
  return [
    { column: columns.index, lines: [[{ text: String(number), style: STYLE.label }]] },
    { column: columns.item, lines: bothLanguages(result.name) },
    { column: columns.value, lines: valueLines(pdf, result, columns.value) },
    { column: columns.limit, lines: bothLanguages(result.sample ? WORDS.sampleLimit : result.limit) },
    { column: columns.standard, lines: basis(pdf, result, columns.standard) },
    {
      column: columns.verdict,
      lines: [[{ text: pass.zh, style: STYLE.verdict }], [{ text: pass.en, style: STYLE.english }]],
    },
  ];
}

/** The unit stands beside its figure where it has room. */
function valueLines(pdf: Pdf, { value, unit }: CertificateResult, column: Column): Cell['lines'] {
  const figure = { text: value, style: STYLE.strong };
  if (unit === '') return [[figure]];
  return besides(pdf, [figure, { text: ` ${unit}`, style: STYLE.label }], column);
}

function basis(pdf: Pdf, { standard, method, instrument, report }: CertificateResult, column: Column): Cell['lines'] {
  const rule = labelRuns(WORDS.ownLimit, STYLE.text);
  const by = standard === '' ? besides(pdf, rule, column) : [[{ text: standard, style: STYLE.text }]];
  const how = report ? reportedBy(method, report) : methodWith(method, instrument);
  return [...by, ...(how === '' ? [] : [[{ text: how, style: STYLE.label }]]), ...lateness(report)];
}

/** That a report came in after the accreditation of its laboratory had ended. */
function lateness(report: CertificateReport | undefined): Cell['lines'] {
  if (!report?.filedLate) return [];
  const days = { ...report.filedLate };
  return [
    [{ text: say(WORDS.filedLate, 'zh', days), style: STYLE.label }],
    [{ text: say(WORDS.filedLate, 'en', days), style: STYLE.english }],
  ];
}

/** The laboratory's method and report; its CMA number stands with its name below. */
function reportedBy(method: string, { laboratory, number }: CertificateReport): string {
  const report = `${WORDS.report.zh} ${number}`;
  return [method, laboratory, report].filter((part) => part !== '').join('，');
}

/** Method and instrument; what ends the one and begins the other is said once: `GB/T 16553 折射仪 RF-02`. */
function methodWith(method: string, instrument: string): string {
  for (let shared = Math.min(method.length, instrument.length); shared > 1; shared--) {
    if (method.endsWith(instrument.slice(0, shared))) return method + instrument.slice(shared);
  }
  return [method, instrument].filter((part) => part !== '').join('，');
}

/** Runs on one line if the column has room, else each on its own. */
function besides(pdf: Pdf, runs: readonly Run[], { width }: Column): Cell['lines'] {
  return runsWidth(pdf, runs) <= width ? [runs] : runs.map((run) => [run]);
}

function bothLanguages({ zh, en }: Text): Cell['lines'] {
  const chinese = [{ text: zh, style: STYLE.text }];
  return zh === en ? [chinese] : [chinese, [{ text: en, style: STYLE.english }]];
}

function cellHeight(pdf: Pdf, { column, lines }: Cell): number {
  return lines.reduce((sum, line) => sum + heightOf(pdf, line, column.width), 0);
}

function heightOf(pdf: Pdf, line: readonly Run[], width: number): number {
  const heights = line.map(({ text, style }) =>
    line.length === 1 ? textHeight(pdf, text, style, width) : lineHeight(style),
  );
  return Math.max(...heights);
}

function drawCell(pdf: Pdf, { column, lines }: Cell, top: number): void {
  let y = top;
  for (const line of lines) {
    const [first, second] = line;
    const frame = { ...column, y };
    if (first && second) y += drawRuns(pdf, line, frame);
    else if (first) y += drawText(pdf, first.text, first.style, frame);
  }
}
