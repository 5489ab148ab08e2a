import { isSameText, normalizeText, printedKey } from './text.js';

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

describe('printedKey', () => {
  it.each([
    ...['BG-1', 'bg-1', ' BG - 1 ', 'ＢＧ－１', 'BG\u20131', 'BG\u20101', 'BG\u20111', 'BG\u20141', 'BG\u22121'],
    ...['BG-1\u200b', 'B\u00adG-1', '\ufeffBG-1', 'BG-\u20601', 'B\u200dG-1', 'BG\u200f-1', 'BG\ufe581', 'BG\uff0d1'],
  ])('is one for every spelling of a number: %j', (typed) => {
    expect(printedKey(typed)).toBe('BG-1');
  });

  it('keeps apart what is printed otherwise', () => {
    expect(new Set(['BG-1', 'BG1', 'BG-10', 'BG/1', 'BG_1'].map(printedKey)).size).toBe(5);
    expect(printedKey('\u200b')).toBe('');
  });
});

describe('isSameText', () => {
  it('ignores spelling, not meaning', () => {
    expect(isSameText('天然水晶（紫晶）', '天然水晶(紫晶) ')).toBe(true);
    expect(isSameText('水晶', '合成水晶')).toBe(false);
    expect(isSameText('AB', 'ab')).toBe(false);
  });
});
