import type { Font } from 'fontkit';
import PdfKit from 'pdfkit';
import { type Instant, millisOf } from '../../kernel/instant.js';
import { fontOf } from './fonts.js';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      // pdfkit takes a font parsed by fontkit; its types do not say so.
      registerFont(name: string, parsed: Font): this;
    }
  }
}

/** A document being drawn: points, origin at the top left. */
export type Pdf = PDFKit.PDFDocument;

/** What a file says about itself, and its first page's size in points. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Instant;
  readonly size: readonly [width: number, height: number];
}

/** A4 portrait in points. */
export const A4: readonly [number, number] = [595.28, 841.89];

/** Points in a millimetre. */
export const MM = 72 / 25.4;

/**
 * Opens an empty PDF/A-1b document with our fonts embedded as `regular` and `bold`.
 * Equal facts and equal drawing give equal bytes, as long as nothing is awaited between this and `pdfBytes`.
 */
export function newPdf(facts: PdfFacts): Pdf {
  const pdf = new PdfKit({
    size: [...facts.size],
    margin: 0,
    font: '',
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.4',
    subset: 'PDF/A-1b',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: safe(facts.title),
      Author: safe(facts.author),
      Creator: 'Yanzhen',
      Producer: 'Yanzhen (PDFKit)',
      CreationDate: new Date(millisOf(facts.createdAt)),
    },
  });
  for (const weight of ['regular', 'bold'] as const) {
    const font = fontOf(weight);
    forgetGlyphs(font);
    pdf.registerFont(weight, font);
  }
  return pdf;
}

/** Ends the document and gives its bytes. */
export async function pdfBytes(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.end();
  return done;
}

/**
 * fontkit remembers each glyph with the characters of its first use, and pdfkit writes those into the text layer:
 * without this, two characters that share a glyph would make a file depend on the files made before it.
 */
function forgetGlyphs(font: Font): void {
  Reflect.set(font, '_glyphs', {});
}

/** pdfkit writes these values into XMP without escaping them. */
function safe(text: string): string {
  return text
    .replace(/[&<>\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
