import { minuteOf } from '../../kernel/instant.js';
import { type Facts, say, type Text } from '../../kernel/language.js';
import { hostOf } from '../../kernel/verify-url.js';
import type { Pdf } from '../../platform/documents/pdf.js';
import { drawRuns, drawText, lineHeight, textHeight, type TypeStyle } from '../../platform/documents/typography.js';
import type { CertificateContent, NotTested } from './certificate-content.js';
import type { Block } from './certificate-pdf-columns.js';
import type { CertificatePages } from './certificate-pdf-page.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WHY_NOT_TESTED, WORDS } from './certificate-pdf-words.js';

const LABEL_WIDTH = 88;
const STRIP_INDENT = 91;
const STRIP_PADDING = 6;
/** So many names at most stand in one block, so that every block fits a page. */
const NAMES_PER_BLOCK = 40;

/** What stands below the table in two columns: what is not in it, who answers for it, and how to check it. */
export function closingBlocks(pdf: Pdf, content: CertificateContent, width: number): readonly Block[] {
  const block = { pdf, width };
  return [
    ...notTestedBlocks(block, content.notTested),
    ...notCoveredBlocks(block, content.notCovered),
    heading(block, WORDS.signing),
    fact(block, WORDS.inspector, [content.inspector]),
    fact(block, WORDS.reviewer, [content.reviewer]),
    fact(block, WORDS.issuedAt, [`${minuteOf(content.issuedAt, content.zone)} ${content.zone}`]),
    fact(block, WORDS.plan, [planText(content)]),
    fact(block, WORDS.unitId, [content.unit.id], STYLE.id),
    ...(content.warehouse.address ? [fact(block, WORDS.address, [content.warehouse.address])] : []),
    fact(block, WORDS.merchantUscc, [
      content.merchant.uscc,
      ...(content.merchant.address ? [content.merchant.address] : []),
    ]),
    ...content.laboratories.map(({ name, cma }) => fact(block, WORDS.laboratory, [name, `${WORDS.cma.zh} ${cma}`])),
  ];
}

/** The conclusion, across the page below the table. */
export function drawConclusion(pages: CertificatePages): void {
  const strip = stripOf(pages, WORDS.conclusion, [WORDS.conclusionText], STYLE.strong);
  if (!pages.hasRoom(strip.height)) pages.next();
  strip.draw(pages.y);
  pages.y += strip.height;
  pages.rule(COLOUR.hairline, 0.5);
}

/** How to verify, for the foot of the last page. */
export function verificationStrip(pages: CertificatePages): Strip {
  return stripOf(pages, WORDS.verify, [WORDS.verifyText, WORDS.logText], STYLE.text);
}

/** Draws a strip at the foot of the page, or of a new one when it has no room. */
export function drawAtFoot(pages: CertificatePages, strip: Strip): void {
  if (!pages.hasRoom(strip.height)) pages.next();
  pages.y = GRID.bottom - strip.height;
  pages.rule(COLOUR.accent, 0.8);
  strip.draw(pages.y);
  pages.y += strip.height;
}

/** Text across the page. */
export interface Strip {
  readonly height: number;
  draw(y: number): void;
}

/** A heading at the left and texts beside it: all Chinese first, then all English. */
function stripOf(pages: CertificatePages, title: Text, texts: readonly Text[], style: TypeStyle): Strip {
  const { pdf, content } = pages;
  const facts = { count: content.results.length, host: hostOf(content.verifyUrl), origin: content.logOrigin };
  const chinese = texts.map((text) => say(text, 'zh', facts)).join('');
  const english = texts.map((text) => say(text, 'en', facts)).join(' ');
  const x = GRID.left + STRIP_INDENT;
  const width = GRID.right - x;
  const first = textHeight(pdf, chinese, style, width);
  const runs = [
    { text: `${title.zh}  `, style: STYLE.heading },
    { text: title.en, style: STYLE.headingEnglish },
  ];
  return {
    height: first + textHeight(pdf, english, STYLE.english, width) + 2 * STRIP_PADDING,
    draw: (top) => {
      const y = top + STRIP_PADDING;
      drawRuns(pdf, runs, { x: GRID.left, y: y - 0.5, width: STRIP_INDENT });
      drawText(pdf, chinese, style, { x, y, width });
      drawText(pdf, english, STYLE.english, { x, y: y + first, width });
    },
  };
}

interface Setting {
  readonly pdf: Pdf;
  readonly width: number;
}

function heading({ pdf, width }: Setting, title: Text): Block {
  const above = 8;
  const runs = [
    { text: `${title.zh}  `, style: STYLE.heading },
    { text: title.en, style: STYLE.headingEnglish },
  ];
  return {
    height: above + lineHeight(STYLE.heading) + 2,
    isHeading: true,
    draw: (x, y) => drawRuns(pdf, runs, { x, y: y + above, width }),
  };
}

function paragraph({ pdf, width }: Setting, text: Text, facts: Facts = {}): Block {
  const chinese = say(text, 'zh', facts);
  const english = say(text, 'en', facts);
  const first = textHeight(pdf, chinese, STYLE.text, width);
  return {
    height: first + textHeight(pdf, english, STYLE.english, width) + 3,
    draw: (x, y) => {
      drawText(pdf, chinese, STYLE.text, { x, y, width });
      drawText(pdf, english, STYLE.english, { x, y: y + first, width });
    },
  };
}

function fact({ pdf, width }: Setting, label: Text, lines: readonly string[], style: TypeStyle = STYLE.text): Block {
  const valueWidth = width - LABEL_WIDTH;
  const heights = lines.map((line) => textHeight(pdf, line, style, valueWidth));
  return {
    height: heights.reduce((sum, height) => sum + height, 0) + 2,
    draw: (x, y) => {
      const labelY = y + (lineHeight(style) - lineHeight(STYLE.label)) / 2;
      drawText(pdf, `${label.zh}  ${label.en}`, STYLE.label, { x, y: labelY, width: LABEL_WIDTH });
      let lineY = y;
      for (const line of lines)
        lineY += drawText(pdf, line, style, { x: x + LABEL_WIDTH, y: lineY, width: valueWidth });
    },
  };
}

function notTestedBlocks(block: Setting, items: readonly NotTested[]): readonly Block[] {
  if (items.length === 0) return [];
  const blocks = [heading(block, WORDS.notTested)];
  for (const why of ['outside-plan', 'not-applicable'] as const) {
    const names = items.filter((item) => item.why === why).map((item) => item.name);
    for (let first = 0; first < names.length; first += NAMES_PER_BLOCK) {
      blocks.push(paragraph(block, listed(WHY_NOT_TESTED[why], names.slice(first, first + NAMES_PER_BLOCK))));
    }
  }
  return blocks;
}

function listed(title: Text, names: readonly Text[]): Text {
  return {
    zh: `${title.zh}：${names.map(({ zh }) => zh).join('、')}`,
    en: `${title.en}: ${names.map(({ en }) => en).join('; ')}`,
  };
}

function notCoveredBlocks(block: Setting, texts: readonly Text[]): readonly Block[] {
  if (texts.length === 0) return [];
  const all = { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') };
  return [heading(block, WORDS.notCovered), paragraph(block, all)];
}

function planText(content: CertificateContent): string {
  return say(WORDS.planVersion, 'zh', { version: content.plan.version, hash: content.plan.categoryHash.slice(0, 8) });
}
