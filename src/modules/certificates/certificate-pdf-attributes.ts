import { lineHeight, drawText, textHeight, textWidth } from '../../platform/documents/typography.js';
import type { CertificateUnit } from './certificate-content.js';
import { drawLabel, labelHeight, labelWidth } from './certificate-pdf-label.js';
import { type CertificatePages, hairline } from './certificate-pdf-page.js';
import { GRID, STYLE } from './certificate-pdf-style.js';

const COLUMNS = 3;
const GAP = 14;
const PADDING = 2.4;
const WIDTH = (GRID.width - GAP * (COLUMNS - 1)) / COLUMNS;
/** Between a label and its value on one line. */
const BETWEEN = 5;

type Attribute = CertificateUnit['attributes'][number];

/** The unit's attributes in three columns, label at the left and value at the right; every row is as high as its tallest. */
export function drawAttributes(pages: CertificatePages): void {
  const { attributes } = pages.content.unit;
  for (let first = 0; first < attributes.length; first += COLUMNS) {
    const row = attributes.slice(first, first + COLUMNS);
    const height = Math.max(...row.map((attribute) => heightOf(pages, attribute))) + 2 * PADDING;
    if (!pages.hasRoom(height)) pages.next();
    else if (first > 0) drawRules(pages);
    row.forEach((attribute, column) => drawAttribute(pages, attribute, GRID.left + column * (WIDTH + GAP)));
    pages.y += height;
  }
}

function drawRules({ pdf, y }: CertificatePages): void {
  for (let column = 0; column < COLUMNS; column++) {
    hairline(pdf, { x: GRID.left + column * (WIDTH + GAP), y, width: WIDTH });
  }
}

function drawAttribute({ pdf, y: top }: CertificatePages, { name, value }: Attribute, x: number): void {
  const frame = { x, y: top + PADDING, width: WIDTH };
  const label = drawLabel(pdf, name, frame);
  const y = isOnOneLine(pdf, { name, value }) ? frame.y : frame.y + label;
  drawText(pdf, value, STYLE.text, { ...frame, y, align: 'right' });
}

function heightOf({ pdf }: CertificatePages, attribute: Attribute): number {
  if (isOnOneLine(pdf, attribute)) return lineHeight(STYLE.text);
  return labelHeight(pdf, attribute.name, WIDTH) + textHeight(pdf, attribute.value, STYLE.text, WIDTH);
}

function isOnOneLine(pdf: CertificatePages['pdf'], { name, value }: Pick<Attribute, 'name' | 'value'>): boolean {
  return labelWidth(pdf, name) + BETWEEN + textWidth(pdf, value, STYLE.text) <= WIDTH;
}
