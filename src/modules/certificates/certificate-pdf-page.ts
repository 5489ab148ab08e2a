import { say } from '../../kernel/language.js';
import { hostOf } from '../../kernel/verify-url.js';
import type { Pdf } from '../../platform/documents/pdf.js';
import { drawRuns, drawText, lineHeight } from '../../platform/documents/typography.js';
import type { CertificateContent } from './certificate-content.js';
import { COLOUR, GRID, STYLE } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

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
      { text: `${WORDS.title.en} · ${WORDS.continued.zh} ${WORDS.continued.en}`, style: STYLE.english },
    ];
    drawRuns(this.pdf, title, frame);
    drawText(this.pdf, this.content.number, { ...STYLE.strong, colour: COLOUR.accent }, { ...frame, align: 'right' });
    this.y += lineHeight(STYLE.strong) + 4;
    this.rule(COLOUR.accent, 0.8);
    this.y += 12;
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
    const frame = { x: GRID.left, y: GRID.footer + 4, width: GRID.width };
    hairline(this.pdf, { ...frame, y: GRID.footer }, { colour: COLOUR.hairline, weight: 0.5 });
    drawText(this.pdf, `${this.content.number}  ·  ${hostOf(this.content.verifyUrl)}`, STYLE.label, frame);
    const page = `${say(WORDS.pageOf, 'zh', facts)}  ${say(WORDS.pageOf, 'en', facts)}`;
    drawText(this.pdf, page, STYLE.label, { ...frame, align: 'right' });
    if (!this.content.isSample) return;
    const mark = `${WORDS.notReal.zh}  ${WORDS.notReal.en}`;
    drawText(this.pdf, mark, { ...STYLE.label, weight: 'bold', colour: COLOUR.accent }, { ...frame, align: 'center' });
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
