import { requirePrintable } from '../../platform/documents/fonts.js';
import { printablePicture } from '../../platform/documents/images.js';
import { A4, newPdf, pdfBytes } from '../../platform/documents/pdf.js';
import type { CertificateContent } from './certificate-content.js';
import { closingBlocks, drawAtFoot, drawConclusion, verificationStrip } from './certificate-pdf-closing.js';
import { COLUMN_WIDTH, drawColumns } from './certificate-pdf-columns.js';
import { drawAttributes, drawHero, drawMasthead } from './certificate-pdf-head.js';
import { CertificatePages } from './certificate-pdf-page.js';
import { drawResults } from './certificate-pdf-results.js';
import { WORDS } from './certificate-pdf-words.js';

const PHOTO_PIXELS = 640;

/**
 * The certificate as a PDF/A-1b file: A4, Chinese first. Equal content and photograph give equal bytes.
 * Refuses a content with a character that our font does not have.
 */
export async function renderCertificate(
  content: CertificateContent,
  photo: Uint8Array | undefined,
): Promise<Uint8Array> {
  requirePrintable(content);
  const picture = photo && (await printablePicture(photo, PHOTO_PIXELS));
  const pdf = newPdf({
    title: `${WORDS.title.zh} ${WORDS.title.en} ${content.number}`,
    author: content.warehouse.name,
    createdAt: content.issuedAt,
    size: A4,
  });
  const pages = new CertificatePages(pdf, content);
  drawMasthead(pages);
  drawHero(pages, picture);
  drawAttributes(pages);
  pages.y += 6;
  drawResults(pages);
  drawConclusion(pages);
  const verification = verificationStrip(pages);
  drawColumns(pages, closingBlocks(pdf, content, COLUMN_WIDTH), verification.height);
  drawAtFoot(pages, verification);
  pages.finish();
  return pdfBytes(pdf);
}
