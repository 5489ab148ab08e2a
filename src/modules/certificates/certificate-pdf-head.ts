import { minuteOf } from '../../kernel/instant.js';
import { say, type Text } from '../../kernel/language.js';
import { formatQuantity } from '../../kernel/quantity.js';
import { groupedCode, hostOf } from '../../kernel/verify-url.js';
import type { PrintablePicture } from '../../platform/documents/images.js';
import { drawQr, QUIET_ZONE, qrMatrix } from '../../platform/documents/qr.js';
import {
  drawRuns,
  drawText,
  fitted,
  lineHeight,
  type Run,
  runsWidth,
  textWidth,
  type TypeStyle,
} from '../../platform/documents/typography.js';
import { printedNumber } from '../../kernel/certificate-number.js';
import { drawLabel, labelRuns } from './certificate-pdf-label.js';
import { type CertificatePages, hairline } from './certificate-pdf-page.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

const PHOTO = { width: 152, height: 114 };
const QR_MODULE = 2.7;
// The quiet zone lies on the paper's own white, so that the ink lines up with the margin and the photograph.
const QUIET = QUIET_ZONE * QR_MODULE;
const LABEL_WIDTH = 72;
const FACT_PADDING = 1.9;

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
  const number = [
    ...labelRuns(WORDS.number),
    { text: '  ', style: STYLE.label },
    { text: printedNumber(content.number), style: STYLE.number },
  ];
  // Both lines of type stand on one baseline.
  const drop = height - lineHeight(STYLE.number) - 2.4;
  drawRuns(pdf, number, { ...frame, y: frame.y + drop, align: 'right' });
  pages.y += height + 3;
  pages.rule(COLOUR.accent, 1);
  pages.y += 3;
  drawIssuer(pages);
}

function drawIssuer(pages: CertificatePages): void {
  const { pdf, content } = pages;
  const { name, uscc, address } = content.warehouse;
  const frame = { x: GRID.left, y: pages.y, width: GRID.width };
  const role = [...labelRuns(WORDS.warehouse), { text: '  ', style: STYLE.label }, ...codeRuns(uscc)];
  drawRuns(pdf, role, { ...frame, y: pages.y + 0.6, align: 'right' });
  const width = GRID.width - runsWidth(pdf, role) - GRID.gutter;
  const style = fitted(pdf, name, STYLE.issuer, { width, height: lineHeight(STYLE.issuer), least: STYLE.strong.size });
  pages.y += drawText(pdf, name, style, { ...frame, width });
  if (address) pages.y += drawText(pdf, address, STYLE.label, { ...frame, y: pages.y });
  pages.y += QUIET;
}

/** A party's code, named in both languages. */
function codeRuns(uscc: string): readonly Run[] {
  return [...labelRuns(WORDS.uscc), { text: `  ${uscc}`, style: STYLE.id }];
}

/** The photograph, the facts and the code, side by side. */
export function drawHero(pages: CertificatePages, photo: PrintablePicture | undefined): void {
  const { pdf, y: top } = pages;
  const matrix = qrMatrix(pages.content.verifyUrl);
  const inked = matrix.size * QR_MODULE;
  const codeX = GRID.right - inked;
  drawQr(pdf, matrix, { x: codeX - QUIET, y: top - QUIET, module: QR_MODULE });
  const photoEnd = drawPhoto(pages, photo, { x: GRID.left, y: top, width: PHOTO.width });
  const codeEnd = drawCodeText(pages, { x: codeX, y: top + inked + QUIET, width: inked });
  const x = GRID.left + PHOTO.width + GRID.gutter;
  const factsEnd = drawFacts(pages, { x, y: top, width: codeX - QUIET - x - 6 });
  pages.y = Math.max(photoEnd, codeEnd, factsEnd) + 3;
}

function drawPhoto(pages: CertificatePages, photo: PrintablePicture | undefined, at: Corner): number {
  const { pdf, content } = pages;
  const { width, height } = PHOTO;
  pdf.rect(at.x, at.y, width, height).fill(COLOUR.tint);
  if (photo) pdf.image(photo.jpeg, at.x, at.y, { fit: [width, height], align: 'center', valign: 'center' });
  else drawRuns(pdf, labelRuns(WORDS.noPhoto), { ...at, y: at.y + height / 2 - 5, align: 'center' });
  if (content.isSample) drawSampleTag(pages, at);
  const hash = content.photos[0];
  if (!photo || !hash) return at.y + height;
  const caption = [...labelRuns(WORDS.photo), { text: ` ${hash.slice(0, 16)}…`, style: STYLE.english }];
  return at.y + height + 1.5 + drawRuns(pdf, caption, { ...at, y: at.y + height + 1.5 });
}

function drawSampleTag(pages: CertificatePages, at: Corner): void {
  const width = 76;
  const height = 17;
  pages.pdf.rect(at.x, at.y, width, height).fill(COLOUR.accent);
  const style = { ...STYLE.strong, size: 9, colour: COLOUR.paper, tracking: 0.14 };
  const text = `${WORDS.sample.zh} ${WORDS.sample.en}`;
  drawText(pages.pdf, text, style, { ...at, width, y: at.y + (height - lineHeight(style)) / 2, align: 'center' });
}

function drawCodeText(pages: CertificatePages, at: Corner): number {
  const { pdf, content } = pages;
  const code = groupedCode(content.code);
  const half = Math.ceil(code.length / 2);
  let y = at.y;
  for (const line of [code.slice(0, half).trim(), code.slice(half).trim()]) {
    y += drawText(pdf, line, STYLE.code, { ...at, y, align: 'center' });
  }
  const host = hostOf(content.verifyUrl);
  const style = fitted(pdf, host, STYLE.verdict, { width: at.width, height: lineHeight(STYLE.verdict), least: 6.5 });
  y += drawText(pdf, host, style, { ...at, y: y + 1, align: 'center' }) + 1;
  return y + drawRuns(pdf, labelRuns(WORDS.scan), { ...at, y, align: 'center' });
}

interface Fact {
  readonly label: Text;
  readonly value: string;
  readonly style?: TypeStyle;
  readonly below?: readonly Run[];
  /** Stands on the same line where both have room. */
  readonly beside?: Fact;
}

function drawFacts(pages: CertificatePages, at: Corner): number {
  const { pdf, content } = pages;
  let y = at.y - 3;
  const box = { width: at.width, height: 2 * lineHeight(STYLE.name), least: 9 };
  y += drawText(pdf, content.unit.name, fitted(pdf, content.unit.name, STYLE.name, box), { ...at, y }) + 3;
  for (const fact of factsOf(pages)) y += drawFactOrTwo(pages, fact, { ...at, y });
  hairline(pdf, { ...at, y });
  return y;
}

function factsOf({ content }: CertificatePages): readonly Fact[] {
  const { unit, merchant, issuedAt, zone } = content;
  const count = content.results.length;
  return [
    { label: WORDS.category, value: `${unit.category.name.zh}  ${unit.category.name.en}` },
    { label: WORDS.quantity, value: formatQuantity(unit.quantity) },
    { label: WORDS.merchant, value: merchant.name, below: codeRuns(merchant.uscc) },
    {
      label: WORDS.inspector,
      value: content.inspector,
      beside: { label: WORDS.reviewer, value: content.reviewer },
    },
    { label: WORDS.issuedAt, value: `${minuteOf(issuedAt, zone)}  ${zone}` },
    { label: WORDS.unitId, value: unit.id, style: STYLE.id },
    {
      label: WORDS.verdict,
      value: `${say(WORDS.passOf, 'zh', { count })}  ${say(WORDS.passOf, 'en', { count })}`,
      style: STYLE.verdict,
    },
  ];
}

function drawFactOrTwo(pages: CertificatePages, fact: Fact, at: Corner): number {
  const { beside } = fact;
  if (!beside) return drawFact(pages, fact, at);
  const half = at.width / 2;
  const room = half - LABEL_WIDTH;
  if ([fact, beside].some(({ value }) => textWidth(pages.pdf, value, STYLE.text) > room)) {
    const height = drawFact(pages, fact, at);
    return height + drawFact(pages, beside, { ...at, y: at.y + height });
  }
  drawFact(pages, beside, { ...at, x: at.x + half, width: half });
  return drawFact(pages, fact, { ...at, width: half });
}

function drawFact({ pdf }: CertificatePages, { label, value, style = STYLE.text, below }: Fact, at: Corner): number {
  hairline(pdf, at);
  const y = at.y + FACT_PADDING;
  const frame = { x: at.x + LABEL_WIDTH, width: at.width - LABEL_WIDTH };
  drawLabel(pdf, label, { x: at.x, y, width: LABEL_WIDTH });
  let height = drawText(pdf, value, style, { ...frame, y });
  if (below) height += drawRuns(pdf, below, { ...frame, y: y + height });
  return Math.max(height, lineHeight(STYLE.label)) + 2 * FACT_PADDING;
}
