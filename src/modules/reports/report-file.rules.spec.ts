import { reportFileType } from './report-file.rules.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const PDF = `%PDF-1.7\n${'x'.repeat(3_000)}\nstartxref\n9\n%%EOF\n`;

describe('the file of a report', () => {
  it.each([
    ['a PDF', bytes(PDF), 'application/pdf'],
    ['a PDF 2.0', bytes('%PDF-2.0\n%%EOF'), 'application/pdf'],
    ['a JPEG', bytes('\xff\xd8\xff\xe0rest'), 'image/jpeg'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\nrest'), 'image/png'],
    ['a WebP', bytes('RIFF\x00\x01\x02\x03WEBPrest'), 'image/webp'],
  ])('is %s by its bytes', (_, file, type) => {
    expect(reportFileType(file)).toBe(type);
  });

  it.each([
    ['nothing', bytes('')],
    ['half a PDF', bytes(PDF.slice(0, 2_000))],
    ['a PDF whose end is far from the end', bytes(PDF + 'x'.repeat(2_000))],
    ['a PDF that begins later', bytes(` ${PDF}`)],
    ['a web page', bytes('<html>%PDF-1.7 %%EOF')],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an archive', bytes('PK\x03\x04')],
    ['another RIFF file', bytes('RIFF\x00\x01\x02\x03WAVErest')],
  ])('is not %s', (_, file) => {
    expect(reportFileType(file)).toBeUndefined();
  });
});
