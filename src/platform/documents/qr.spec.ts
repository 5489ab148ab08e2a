import sharp from 'sharp';
import { decodeQr } from '../../../test/support/qr-decoder.js';
import { qrMatrix, qrPng, qrSpan, qrSvg } from './qr.js';

const URL_OF_61 = 'HTTPS://ABCDEFGHIJKLMNO.CN:65535/V/6Q2KV8XT3M0RE94HYBWN7CZ1PA';

describe('a QR code', () => {
  it('holds the longest address in version 3 at level M', async () => {
    const png = await qrPng(URL_OF_61, { version: 3, scale: 4 });
    expect(await decodeQr(png)).toEqual([{ text: URL_OF_61, version: '3', level: 'M' }]);
  });

  it('does not hold one character more in version 3', () => {
    expect(() => qrMatrix(`${URL_OF_61}A`, { version: 3 })).toThrow('cannot contain this amount of data');
  });

  it('takes the smallest version when none is asked for', () => {
    expect(qrMatrix('HTTPS://YZ.CN/V/1').version).toBe(1);
  });

  it('refuses lower case, which would need a larger mode', () => {
    expect(() => qrMatrix('https://yz.cn')).toThrow(RangeError);
  });

  it('has the quiet zone in its PNG and its SVG', async () => {
    const { data, info } = await sharp(await qrPng(URL_OF_61, { version: 3, scale: 2 }))
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([74, 74]);
    const border = [...data].filter(
      (_, at) => Math.min(at % 74, 73 - (at % 74), Math.floor(at / 74), 73 - Math.floor(at / 74)) < 8,
    );
    expect(border.every((value) => value === 255)).toBe(true);
    expect(qrSvg(URL_OF_61, { version: 3 })).toContain('viewBox="0 0 37 37"');
  });

  it('is the same code in its SVG', async () => {
    const png = await sharp(Buffer.from(qrSvg(URL_OF_61, { level: 'Q' })), { density: 72 * 6 })
      .png()
      .toBuffer();
    expect(await decodeQr(png)).toEqual([{ text: URL_OF_61, version: '4', level: 'Q' }]);
  });

  it('spans its modules and four at each side', () => {
    const matrix = qrMatrix(URL_OF_61);
    expect([matrix.size, qrSpan(matrix)]).toEqual([29, 37]);
  });
});
