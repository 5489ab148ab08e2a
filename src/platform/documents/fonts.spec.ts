import { missingGlyphs, requirePrintable } from './fonts.js';

describe('the font', () => {
  it.each(['紫晶手链 Amethyst 10.2 mm', 'μg/cm²/week ≤0.5 ± ‰ ℃ Φ', '㎡ 龘 鱻 犇 “处理”（充填）', 'line\nbreak\ttab'])(
    'prints %j',
    (text) => {
      expect(missingGlyphs(text)).toEqual([]);
    },
  );

  it('names each character that it lacks once, in order, beyond the basic plane too', () => {
    expect(missingGlyphs('水💎晶𪚥💎')).toEqual(['💎', '𪚥']);
  });

  it('refuses what would print as a box', () => {
    expect(() => requirePrintable('紫晶 💎')).toThrow('documents.character-not-printable');
    expect(() => requirePrintable({ count: 1, rows: [{ name: '紫晶\u0007' }] })).toThrow(
      'documents.character-not-printable',
    );
    expect(() => requirePrintable({ count: 1, rows: [{ name: '紫晶' }], none: null })).not.toThrow();
  });
});
