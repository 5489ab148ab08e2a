import { isInstant } from '../../kernel/instant.js';
import { invariant } from '../../kernel/invariant.js';
import { groupedCode, hostOf } from '../../kernel/verify-url.js';
import { requireGlyphs } from '../../platform/documents/fonts.js';
import { MM, newPdf, type Pdf, pdfBytes } from '../../platform/documents/pdf.js';
import { drawQr, qrMatrix, qrSpan } from '../../platform/documents/qr.js';
import { drawText, fitted, lineHeight, textWidth, type TypeStyle } from '../../platform/documents/typography.js';
import type { LabelContent, LabelCopy } from './label-content.js';

const WIDTH = 60 * MM;
const HEIGHT = 40 * MM;
const MARGIN = 4 * MM;
/** Whole dots on the usual thermal heads: 6 at 8 dots a millimetre, 9 at 12. */
const MODULE = 0.75 * MM;
const QR_VERSION = 3;

const black = '#000000';
const white = '#ffffff';

const STYLE = {
  name: { weight: 'bold', size: 9, colour: black, leading: 1.22 },
  quantity: { weight: 'regular', size: 7.2, colour: black },
  label: { weight: 'regular', size: 4.9, colour: black, leading: 1.4 },
  number: { weight: 'bold', size: 7.6, colour: black, leading: 1.3 },
  copy: { weight: 'bold', size: 8.6, colour: black, leading: 1.25 },
  sample: { weight: 'bold', size: 6, colour: white, tracking: 0.06 },
  code: { weight: 'bold', size: 7, colour: black, tracking: 0.055, leading: 1.4 },
  small: { weight: 'regular', size: 5.6, colour: black, leading: 1.36 },
} as const satisfies Record<string, TypeStyle>;

/**
 * The labels as a PDF/A-1b file: 60 × 40 mm, one copy a page, black only, for a thermal printer.
 * Equal content gives equal bytes. Refuses characters that our font does not have; throws when a payload is longer than QR 3-M holds.
 */
export async function renderLabel(label: LabelContent): Promise<Uint8Array> {
  requireGlyphs(JSON.stringify(label));
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

function drawFacts(
  pdf: Pdf,
  label: LabelContent,
  copy: LabelCopy,
  at: { readonly x: number; readonly width: number },
): void {
  const name = fitted(pdf, label.unitName, STYLE.name, { width: at.width, lines: 2, least: 5 });
  let y = MARGIN - 1.6;
  y += drawText(pdf, label.unitName, name, { ...at, y }) + 1;
  drawText(pdf, label.quantityText, fitted(pdf, label.quantityText, STYLE.quantity, { ...at, lines: 1, least: 4.5 }), {
    ...at,
    y,
  });
  const bottom = MARGIN + 21.75 * MM;
  y = bottom - lineHeight(STYLE.copy) - lineHeight(STYLE.number) - lineHeight(STYLE.label) + 1.5;
  y += drawText(pdf, '证书编号 Certificate No.', STYLE.label, { ...at, y });
  y += drawText(
    pdf,
    label.certificateNumber,
    fitted(pdf, label.certificateNumber, STYLE.number, { ...at, lines: 1, least: 5 }),
    { ...at, y },
  );
  const number = `${copy.number}/${copy.of}`;
  drawText(pdf, number, STYLE.copy, { ...at, y });
  if (label.isSample) drawSample(pdf, { x: at.x + textWidth(pdf, number, STYLE.copy) + 5, y: y + 0.6 });
}

function drawSample(pdf: Pdf, at: { readonly x: number; readonly y: number }): void {
  const text = '样品 SAMPLE';
  const width = textWidth(pdf, text, STYLE.sample) + 5;
  const height = lineHeight(STYLE.sample) + 1;
  pdf.rect(at.x, at.y, width, height).fill(black);
  drawText(pdf, text, STYLE.sample, { x: at.x, y: at.y + 0.5, width, align: 'center' });
}

function drawFoot(pdf: Pdf, label: LabelContent, copy: LabelCopy, top: number): void {
  const frame = { x: MARGIN, width: WIDTH - 1.75 * MARGIN };
  let y = top + 0.3 * MM;
  y += drawText(pdf, groupedCode(copy.code), STYLE.code, { ...frame, y });
  drawText(pdf, label.printedOn, STYLE.small, { ...frame, y, align: 'right' });
  y += drawText(pdf, `扫码核验 Scan to verify  ${hostOf(copy.url)}`, STYLE.small, { ...frame, y });
  const style = fitted(pdf, label.warehouseName, STYLE.small, { ...frame, lines: 1, least: 3.5 });
  drawText(pdf, label.warehouseName, style, { ...frame, y });
}
