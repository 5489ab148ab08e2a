import { requirePrintable } from '../../platform/documents/fonts.js';
import { printablePicture } from '../../platform/documents/images.js';
import { A4, newPdf, pdfBytes } from '../../platform/documents/pdf.js';
import type { CertificateContent } from './certificate-content.js';
import { printedNumber } from '../../kernel/certificate-number.js';
import { airFor } from './certificate-pdf-air.rules.js';
import { drawAttributes } from './certificate-pdf-attributes.js';
import { closingStrips, drawStrips } from './certificate-pdf-closing.js';
import { drawHero, drawMasthead } from './certificate-pdf-head.js';
import { CertificatePages, CONTINUED_TOP } from './certificate-pdf-page.js';
import { drawResults, HEADER_HEIGHT, resultTable } from './certificate-pdf-results.js';
import { GRID } from './certificate-pdf-style.js';
import { WORDS } from './certificate-pdf-words.js';

const PHOTO_PIXELS = 640;
const ROUNDING = 0.01;

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
    title: `${WORDS.title.zh} ${WORDS.title.en} ${printedNumber(content.number)}`,
    author: content.warehouse.name,
    createdAt: content.issuedAt,
    size: A4,
  });
  const pages = new CertificatePages(pdf, content);
  drawMasthead(pages);
  drawHero(pages, picture);
  drawAttributes(pages);
  pages.y += 7;
  drawBody(pages);
  pages.finish();
  return pdfBytes(pdf);
}

/** The table and what stands below it, set as openly as its pages allow. */
function drawBody(pages: CertificatePages): void {
  const table = resultTable(pages);
  const strips = closingStrips(pages);
  const air = airFor({
    firstRoom: GRID.bottom - pages.y - ROUNDING,
    room: GRID.bottom - CONTINUED_TOP - ROUNDING,
    header: HEADER_HEIGHT,
    rows: table.rows.map(({ height }) => height),
    strips: strips.map(({ height, heading }) => ({ height, isContinued: heading === undefined })),
  });
  drawResults(pages, table, air);
  drawStrips(pages, strips, air);
}
