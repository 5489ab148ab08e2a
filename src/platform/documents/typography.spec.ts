import { textOf } from '../../../test/support/pdf.js';
import { instantFromMillis } from '../../kernel/instant.js';
import { newPdf, pdfBytes, type PdfFacts } from './pdf.js';
import { drawText, textWidth, type TypeStyle } from './typography.js';

const style: TypeStyle = { weight: 'regular', size: 10, colour: '#000000' };
const facts: PdfFacts = { title: 'T', author: 'A', createdAt: instantFromMillis(0), size: [200, 100] };

function widthOf(text: string): number {
  const pdf = newPdf(facts);
  pdf.addPage();
  return textWidth(pdf, text, style);
}

describe('quotation marks', () => {
  it.each(['Children’s', 'bull’s-eye', '‘best’', '“best”'])('are narrow beside Latin letters: %s', (text) => {
    const marks = text.match(/[‘’“”]/gu)?.length ?? 0;
    expect(widthOf(text) - widthOf(text.replace(/[‘’“”]/gu, ''))).toBeLessThan(5 * marks);
  });

  it('are as wide as a Chinese character beside one', () => {
    expect(widthOf('必须标“合成”字')).toBeCloseTo(80);
  });

  it('stay in the text that a reader copies, and draw no differently after other files', async () => {
    const file = async (text: string) => {
      const pdf = newPdf(facts);
      pdf.addPage();
      drawText(pdf, text, style, { x: 10, y: 10, width: 180 });
      return pdfBytes(pdf);
    };
    const first = await file('Children’s “ornament”');
    await file('牛眼“干涉图”, it’s');
    expect(await textOf(first)).toEqual(['Children’s“ornament”']);
    expect(Buffer.from(await file('Children’s “ornament”')).equals(Buffer.from(first))).toBe(true);
  });
});
