import { say } from '../../kernel/language.js';
import { hostOf } from '../../kernel/verify-url.js';
import type { Pdf } from '../../platform/documents/pdf.js';
import { drawRuns, drawText, lineHeight } from '../../platform/documents/typography.js';
import type { CertificateContent } from './certificate-content.js';
import { printedNumber } from '../../kernel/certificate-number.js';
import { labelRuns } from './certificate-pdf-label.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

/** Where the content of a page after the first begins. */
export const CONTINUED_TOP = GRID.top + lineHeight(STYLE.strong) + 16;

/** The certificate's pages with a cursor: what comes next is drawn at `y`. */
export class CertificatePages {
  y = GRID.top;

  constructor(
    readonly pdf: Pdf,
    readonly content: CertificateContent,
  ) {
    this.pdf.addPage();
  }

  hasRoom(height: number): boolean {
    return this.y + height <= GRID.bottom;
  }

  /** A new page with the small masthead; the cursor stands below it. */
  next(): void {
    this.pdf.addPage();
    this.y = GRID.top;
    const frame = { x: GRID.left, y: this.y, width: GRID.width };
    const title = [
      { text: `${WORDS.title.zh}  `, style: STYLE.strong },
      { text: `${WORDS.title.en} · `, style: STYLE.english },
      ...labelRuns(WORDS.continued),
    ];
    drawRuns(this.pdf, title, frame);
    drawText(this.pdf, printedNumber(this.content.number), STYLE.verdict, { ...frame, align: 'right' });
    this.y = CONTINUED_TOP - 12;
    this.rule(COLOUR.accent, 0.8);
    this.y = CONTINUED_TOP;
  }

  /** A line across the page at the cursor. */
  rule(colour: string, weight: number): void {
    hairline(this.pdf, { x: GRID.left, y: this.y, width: GRID.width }, { colour, weight });
  }

  /** Draws the footer of every page, now that their number is known. */
  finish(): void {
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.pdf.switchToPage(page);
      this.footer({ page: page - start + 1, pages: count });
    }
  }

  private footer(facts: { page: number; pages: number }): void {
    const { content, pdf } = this;
    const frame = { x: GRID.left, y: GRID.footer + 3, width: GRID.width };
    hairline(pdf, { ...frame, y: GRID.footer }, { colour: COLOUR.hairline, weight: 0.5 });
    drawText(
      pdf,
      `${printedNumber(content.number)}  ·  ${hostOf(content.verifyUrl)}`,
      { ...STYLE.id, colour: COLOUR.grey },
      frame,
    );
    const page = { zh: say(WORDS.pageOf, 'zh', facts), en: say(WORDS.pageOf, 'en', facts) };
    drawRuns(pdf, labelRuns(page), { ...frame, align: 'right' });
    if (!content.isSample) return;
    const mark = `${WORDS.notReal.zh}  ${WORDS.notReal.en}`;
    drawText(pdf, mark, STYLE.verdict, { ...frame, align: 'center' });
  }
}

export function hairline(
  pdf: Pdf,
  at: { readonly x: number; readonly y: number; readonly width: number },
  pen: { readonly colour: string; readonly weight: number } = { colour: COLOUR.hairline, weight: 0.5 },
): void {
  pdf.lineWidth(pen.weight).strokeColor(pen.colour);
  pdf
    .moveTo(at.x, at.y)
    .lineTo(at.x + at.width, at.y)
    .stroke();
}
