import { isSameText, normalizeText } from './text.js';

describe('normalizeText', () => {
  it('folds widths, marks and white space', () => {
    expect(normalizeText('  紫晶\u3000手链\t８mm \n')).toBe('紫晶 手链 8mm');
    expect(normalizeText('µg')).toBe('μg');
    expect(normalizeText('e\u0301')).toBe('\u00e9');
    expect(normalizeText('')).toBe('');
  });

  it('changes nothing the second time', () => {
    const once = normalizeText(' ﬁ ℃ ½\u00a0');
    expect(normalizeText(once)).toBe(once);
  });
});

describe('isSameText', () => {
  it('ignores spelling, not meaning', () => {
    expect(isSameText('天然水晶（紫晶）', '天然水晶(紫晶) ')).toBe(true);
    expect(isSameText('水晶', '合成水晶')).toBe(false);
    expect(isSameText('AB', 'ab')).toBe(false);
  });
});
