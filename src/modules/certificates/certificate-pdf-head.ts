import { say, type Text } from '../../kernel/language.js';
import { formatQuantity } from '../../kernel/quantity.js';
import { groupedCode, hostOf } from '../../kernel/verify-url.js';
import type { PrintablePicture } from '../../platform/documents/images.js';
import { drawQr, QUIET_ZONE, qrMatrix } from '../../platform/documents/qr.js';
import { drawRuns, drawText, fitted, lineHeight, textHeight, textWidth } from '../../platform/documents/typography.js';
import { type CertificatePages, hairline } from './certificate-pdf-page.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

const PHOTO = { width: 156, height: 117 };
const QR_MODULE = 2.6;

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Title and number above the line, the issuer below it. */
export function drawMasthead(pages: CertificatePages): void {
  const { pdf, content } = pages;
  const frame = { x: GRID.left, y: pages.y, width: GRID.width };
  const title = [
    { text: WORDS.title.zh, style: STYLE.title },
    { text: `  ${WORDS.title.en}`, style: STYLE.titleEnglish },
  ];
  const height = drawRuns(pdf, title, frame);
  const label = `${WORDS.number.zh}  ${WORDS.number.en}`;
  const numberY = pages.y + height - lineHeight(STYLE.number) + 1;
  drawText(pdf, label, STYLE.label, { ...frame, y: numberY - lineHeight(STYLE.label) + 2, align: 'right' });
  drawText(pdf, content.number, STYLE.number, { ...frame, y: numberY, align: 'right' });
  pages.y += height + 5;
  pages.rule(COLOUR.accent, 1);
  pages.y += 5;
  drawIssuer(pages);
}

function drawIssuer(pages: CertificatePages): void {
  const { pdf, content } = pages;
  const { name, uscc } = content.warehouse;
  const frame = { x: GRID.left, y: pages.y, width: GRID.width };
  const role = `${WORDS.warehouse.zh} ${WORDS.warehouse.en} | ${WORDS.uscc.zh} ${WORDS.uscc.en} ${uscc}`;
  drawText(pdf, role, STYLE.label, { ...frame, y: pages.y + 1.5, align: 'right' });
  const width = GRID.width - textWidth(pdf, role, STYLE.label) - GRID.gutter;
  const style = fitted(pdf, name, STYLE.issuer, { width, height: lineHeight(STYLE.issuer), least: 6.5 });
  pages.y += drawText(pdf, name, style, { ...frame, width }) + 13;
}

/** The photograph, the facts and the code, side by side. */
export function drawHero(pages: CertificatePages, photo: PrintablePicture | undefined): void {
  const { pdf, y: top } = pages;
  const matrix = qrMatrix(pages.content.verifyUrl);
  const inked = matrix.size * QR_MODULE;
  const codeX = GRID.right - inked;
  // The quiet zone lies on the paper's own white, so that the ink lines up with the margin and the photograph.
  const quiet = QUIET_ZONE * QR_MODULE;
  drawQr(pdf, matrix, { x: codeX - quiet, y: top - quiet, module: QR_MODULE });
  drawPhoto(pages, photo, { x: GRID.left, y: top, width: PHOTO.width });
  drawCodeText(pages, { x: codeX, y: top + inked + quiet / 2, width: inked });
  const x = GRID.left + PHOTO.width + GRID.gutter * 0.8;
  const facts = drawFacts(pages, { x, y: top, width: codeX - quiet - x - 8 });
  pages.y = Math.max(top + PHOTO.height + 10, facts) + 6;
}

/** The unit's attributes in four columns. */
export function drawAttributes(pages: CertificatePages): void {
  const { pdf, content } = pages;
  const columns = 4;
  const gap = 12;
  const width = (GRID.width - gap * (columns - 1)) / columns;
  for (let first = 0; first < content.unit.attributes.length; first += columns) {
    const row = content.unit.attributes.slice(first, first + columns);
    const height = Math.max(...row.map(({ value }) => textHeight(pdf, value, STYLE.text, width)));
    const whole = height + lineHeight(STYLE.label) + 8;
    if (!pages.hasRoom(whole)) pages.next();
    pages.rule(COLOUR.hairline, 0.5);
    row.forEach(({ name, value }, column) => {
      const frame = { x: GRID.left + column * (width + gap), y: pages.y + 3.5, width };
      const label = drawLabel(pages, name, frame);
      drawText(pdf, value, STYLE.text, { ...frame, y: frame.y + label });
    });
    pages.y += whole;
  }
}

function drawPhoto(pages: CertificatePages, photo: PrintablePicture | undefined, at: Corner): void {
  const { pdf, content } = pages;
  const { width, height } = PHOTO;
  pdf.rect(at.x, at.y, width, height).fill(COLOUR.tint);
  if (photo) pdf.image(photo.jpeg, at.x, at.y, { fit: [width, height], align: 'center', valign: 'center' });
  else {
    const text = `${WORDS.noPhoto.zh}  ${WORDS.noPhoto.en}`;
    drawText(pdf, text, STYLE.label, { ...at, y: at.y + height / 2 - 5, align: 'center' });
  }
  if (content.isSample) drawSampleTag(pages, at);
  const hash = content.photos[0];
  const caption = `${WORDS.photo.zh} ${WORDS.photo.en} ${hash?.slice(0, 20) ?? ''}…`;
  if (photo && hash) drawText(pdf, caption, STYLE.english, { ...at, y: at.y + height + 2 });
}

function drawSampleTag(pages: CertificatePages, at: Corner): void {
  const width = 76;
  const height = 17;
  pages.pdf.rect(at.x, at.y, width, height).fill(COLOUR.accent);
  const style = { ...STYLE.strong, size: 9, colour: COLOUR.paper, tracking: 0.14 };
  const text = `${WORDS.sample.zh} ${WORDS.sample.en}`;
  drawText(pages.pdf, text, style, { ...at, width, y: at.y + (height - lineHeight(style)) / 2, align: 'center' });
}

function drawCodeText(pages: CertificatePages, at: Corner): void {
  const { pdf, content } = pages;
  const code = groupedCode(content.code);
  const half = Math.ceil(code.length / 2);
  let y = at.y;
  for (const line of [code.slice(0, half).trim(), code.slice(half).trim()]) {
    y += drawText(pdf, line, STYLE.code, { ...at, y, align: 'center' });
  }
  const host = hostOf(content.verifyUrl);
  const style = fitted(pdf, host, STYLE.verdict, { width: at.width, height: lineHeight(STYLE.verdict), least: 5 });
  y += drawText(pdf, host, style, { ...at, y: y + 2, align: 'center' });
  drawText(pdf, `${WORDS.scan.zh} ${WORDS.scan.en}`, STYLE.english, { ...at, y: y + 2, align: 'center' });
}

function drawFacts(pages: CertificatePages, at: Corner): number {
  const { pdf, content } = pages;
  const { unit } = content;
  const count = content.results.length;
  let y = at.y - 3;
  const box = { width: at.width, height: 2 * lineHeight(STYLE.name), least: 9 };
  y += drawText(pdf, unit.name, fitted(pdf, unit.name, STYLE.name, box), { ...at, y }) + 6;
  const facts: readonly (readonly [Text, string, boolean?])[] = [
    [WORDS.category, `${unit.category.name.zh}  ${unit.category.name.en}`],
    [WORDS.quantity, formatQuantity(unit.quantity)],
    [WORDS.issuedOn, content.issuedOn],
    [WORDS.merchant, content.merchant.name],
    [WORDS.verdict, `${say(WORDS.passOf, 'zh', { count })}  ${say(WORDS.passOf, 'en', { count })}`, true],
  ];
  for (const [label, value, isVerdict] of facts) {
    y += drawFact(pages, { label, value, isVerdict: isVerdict ?? false }, { ...at, y });
  }
  hairline(pdf, { ...at, y });
  return y;
}

function drawFact(
  pages: CertificatePages,
  fact: { label: Text; value: string; isVerdict: boolean },
  at: Corner,
): number {
  const labelWidth = 66;
  hairline(pages.pdf, at);
  drawLabel(pages, fact.label, { ...at, y: at.y + 5, width: labelWidth });
  const style = fact.isVerdict ? STYLE.verdict : STYLE.text;
  const frame = { x: at.x + labelWidth, y: at.y + 4, width: at.width - labelWidth };
  return drawText(pages.pdf, fact.value, style, frame) + 8;
}

function drawLabel(pages: CertificatePages, label: Text, at: Corner): number {
  return drawText(pages.pdf, `${label.zh}  ${label.en}`, STYLE.label, at);
}
