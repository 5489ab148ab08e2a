import * as fc from 'fast-check';
import { decodeBase64, encodeBase64, fromHex, toHex } from './base64.js';
import { decodeUtf8, encodeUtf8, equalBytes } from './bytes.js';

const anyText = fc.oneof(
  fc.string(),
  fc.base64String(),
  fc.string({ unit: fc.constantFrom('A', 'Z', 'g', '9', '+', '/', '=', '\n', '-') }),
);

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('spells %j as RFC 4648 §10 does', (text, base64) => {
    expect(encodeBase64(encodeUtf8(text))).toBe(base64);
    expect(decodeUtf8(decodeBase64(base64))).toBe(text);
  });

  it('agrees with Node for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(equalBytes(decodeBase64(encodeBase64(bytes)), bytes)).toBe(true);
      }),
    );
  });

  it.each([
    'Zg',
    'Zg=',
    'Zh==',
    'Zm9=',
    'Zg==Zg==',
    'Zm9v\n',
    ' Zm9',
    'Zm9v=',
    'Zm9v====',
    '====',
    '=',
    'A===',
    'Zm-_',
    'Zm9é',
    'Zm9v Zm9',
  ])('refuses %j', (text) => {
    expect(() => decodeBase64(text)).toThrow(expect.objectContaining({ code: 'base64' }));
  });

  it('never reads a text that it would not write', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = attempt(() => decodeBase64(text));
        return read === undefined || encodeBase64(read) === text;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hexadecimal', () => {
  it('reads what it writes, as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
        expect(equalBytes(fromHex(toHex(bytes)), bytes)).toBe(true);
      }),
    );
  });

  it.each(['a', 'AB', '0x', 'zz', 'ab\n', ' ab'])('refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(expect.objectContaining({ code: 'hex' }));
  });
});

describe('UTF-8', () => {
  it.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x82]]])('refuses the bytes %j', (bytes) => {
    expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code: 'encoding' }));
  });

  it('refuses a lone surrogate', () => {
    expect(() => encodeUtf8('a\ud800b')).toThrow(expect.objectContaining({ code: 'encoding' }));
  });

  it('keeps a byte order mark', () => {
    expect(decodeUtf8(encodeUtf8('\ufeffa'))).toBe('\ufeffa');
  });
});

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
