import { isInstant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { groupedCode, hostOf } from '../../kernel/verify-url.js';
import { requirePrintable } from '../../platform/documents/fonts.js';
import { MM, newPdf, type Pdf, pdfBytes } from '../../platform/documents/pdf.js';
import { drawQr, qrMatrix, qrSpan } from '../../platform/documents/qr.js';
import {
  type Box,
  drawText,
  fitted,
  lineHeight,
  shortened,
  textWidth,
  type TypeStyle,
} from '../../platform/documents/typography.js';
import type { LabelContent, LabelCopy } from './label-content.js';

const WIDTH = 60 * MM;
const HEIGHT = 40 * MM;
const MARGIN = 4 * MM;
/** Whole dots on the usual thermal heads: 6 at 8 dots a millimetre, 9 at 12. */
const MODULE = 0.75 * MM;
const QR_VERSION = 3;

const SAMPLE = '样品 SAMPLE';

const black = '#000000';
const white = '#ffffff';

const STYLE = {
  name: { weight: 'bold', size: 9, colour: black, leading: 1.22 },
  quantity: { weight: 'regular', size: 8, colour: black },
  label: { weight: 'regular', size: 6, colour: black, leading: 1.3 },
  number: { weight: 'bold', size: 7.6, colour: black, leading: 1.3 },
  copy: { weight: 'bold', size: 8.6, colour: black, leading: 1.25 },
  sample: { weight: 'bold', size: 6, colour: white, tracking: 0.06 },
  code: { weight: 'bold', size: 7, colour: black, tracking: 0.055, leading: 1.4 },
  small: { weight: 'regular', size: 6, colour: black, leading: 1.32 },
} as const satisfies Record<string, TypeStyle>;

/**
 * The labels as a PDF/A-1b file: 60 × 40 mm, one copy a page, black only, for a thermal printer.
 * Equal content gives equal bytes. Refuses characters that our font does not have; throws when a payload is longer than QR 3-M holds.
 */
export async function renderLabel(label: LabelContent): Promise<Uint8Array> {
  requirePrintable(label);
  const createdAt = `${label.printedOn}T00:00:00.000Z`;
  invariant(isInstant(createdAt), 'a label is printed on a day that exists');
  const title = `标签 Label ${label.certificateNumber}`;
  const pdf = newPdf({ title, author: label.warehouseName, createdAt, size: [WIDTH, HEIGHT] });
  for (const copy of label.copies) {
    pdf.addPage();
    drawCopy(pdf, label, copy);
  }
  return pdfBytes(pdf);
}

function drawCopy(pdf: Pdf, label: LabelContent, copy: LabelCopy): void {
  const matrix = qrMatrix(copy.url, { version: QR_VERSION, level: 'M' });
  const side = qrSpan(matrix) * MODULE;
  // The quiet zone ends 1 mm inside the edge, so that a cut that is a little off does not eat it.
  const corner = 1 * MM;
  drawQr(pdf, matrix, { x: corner, y: corner, module: MODULE });
  const x = corner + side;
  drawFacts(pdf, label, copy, { x, width: WIDTH - MARGIN * 0.75 - x });
  drawFoot(pdf, label, copy, corner + side);
}

interface Column {
  readonly x: number;
  readonly width: number;
}

function drawFacts(pdf: Pdf, label: LabelContent, copy: LabelCopy, column: Column): void {
  const top = MARGIN - 1.6;
  const name = drawFitted(pdf, label.unitName, STYLE.name, { ...column, y: top, height: 24.5, least: 4.75 });
  drawFitted(pdf, label.quantityText, STYLE.quantity, { ...column, y: top + name + 1, height: 12, least: 4 });
  const bottom = MARGIN + 29 * MODULE + 1.5;
  let y = bottom - lineHeight(STYLE.copy) - lineHeight(STYLE.number) - lineHeight(STYLE.label);
  y += drawText(pdf, '证书编号 Certificate No.', STYLE.label, { ...column, y });
  y += drawOnOneLine(pdf, label.certificateNumber, STYLE.number, { ...column, y });
  const mark = label.isSample ? textWidth(pdf, SAMPLE, STYLE.sample) + 5 : 0;
  const number = { ...column, width: column.width - mark - 3, y };
  drawOnOneLine(pdf, `${copy.number}/${copy.of}`, STYLE.copy, number);
  if (label.isSample) drawSample(pdf, { x: column.x + column.width - mark, y: y + 0.6, width: mark });
}

function drawSample(pdf: Pdf, at: { readonly x: number; readonly y: number; readonly width: number }): void {
  pdf.rect(at.x, at.y, at.width, lineHeight(STYLE.sample) + 1).fill(black);
  drawText(pdf, SAMPLE, STYLE.sample, { ...at, y: at.y + 0.5, align: 'center' });
}

function drawFoot(pdf: Pdf, label: LabelContent, copy: LabelCopy, top: number): void {
  const column = { x: MARGIN, width: WIDTH - 1.75 * MARGIN };
  let y = top + 0.3 * MM;
  y += drawText(pdf, groupedCode(copy.code), STYLE.code, { ...column, y });
  drawText(pdf, label.printedOn, STYLE.small, { ...column, y, align: 'right' });
  const date = textWidth(pdf, label.printedOn, STYLE.small);
  const where = `扫码核验 Scan to verify  ${hostOf(copy.url)}`;
  y += drawOnOneLine(pdf, where, STYLE.small, { ...column, width: column.width - date - 6, y });
  drawOnOneLine(pdf, label.warehouseName, STYLE.small, { ...column, y });
}

function drawOnOneLine(pdf: Pdf, text: string, style: TypeStyle, at: Column & { readonly y: number }): number {
  drawFitted(pdf, text, style, { ...at, height: lineHeight(style), least: 4 });
  return lineHeight(style);
}

/** Sets a text smaller, and cuts it with an ellipsis only when even the least size has no room for it. */
function drawFitted(pdf: Pdf, text: string, style: TypeStyle, box: Box & Column & { readonly y: number }): number {
  const fit = fitted(pdf, text, style, box);
  return drawText(pdf, shortened(pdf, text, fit, box), fit, box);
}
