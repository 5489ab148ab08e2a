import { isInScope } from './scope.rules.js';

const CADMIUM = {
  code: 'SHR-CD',
  method: { zh: 'GB 5009.15', en: 'GB 5009.15' },
  standard: { zh: 'GB 2762-2025', en: 'GB 2762-2025' },
  edition: 'GB 2762-2025',
};
const HAND = { code: 'CRY-WT', method: { zh: '电子天平', en: 'balance' }, standard: null, edition: null };
const NICKEL = {
  code: 'CRY-NI-P',
  method: { zh: 'GB/T 19719 / GB/T 28485', en: '' },
  standard: { zh: 'GB 28480-2012', en: '' },
  edition: 'GB 28480-2012',
};
const BARE = { code: 'SHR-X', method: null, standard: null, edition: null };

describe('the scope of an accreditation', () => {
  it.each([
    ['the code', 'SHR-CD'],
    ['the code in small letters', 'shr-cd'],
    ['the method', 'GB 5009.15'],
    ['the method without a space', 'GB5009.15'],
    ['the method in full-width letters', 'ＧＢ　５００９.１５'],
    ['an edition of a method that is named without one', 'GB 5009.15-2023'],
    ['an edition with its title', 'GB 5009.15-2023 食品中镉的测定'],
    ['the standard with its edition', 'GB 2762-2025'],
  ])('covers an item by %s', (_, entry) => {
    expect(isInScope(CADMIUM, ['GB 1', entry])).toBe(true);
  });

  it.each([
    ['another edition', 'GB 2762-2022'],
    ['no edition where one is needed', 'GB 2762'],
    ['a longer number', 'GB 5009.151'],
    ['a shorter number', 'GB 5009.1'],
    ['a part of another number', 'GB 15009.15'],
    ['another series', 'GB/T 5009.15'],
    ['a whole series', 'GB 5009'],
    ['words alone', '食品'],
    ['a part of a code', 'SHR'],
    ['nothing', ' '],
  ])('does not cover an item by %s', (_, entry) => {
    expect(isInScope(CADMIUM, [entry])).toBe(false);
  });

  it('covers a method that has no number by its words', () => {
    expect(isInScope(HAND, ['电子天平'])).toBe(true);
    expect(isInScope(HAND, ['天平'])).toBe(false);
  });

  it.each(['GB/T 19719', 'GB/T 28485-2012', 'GB 28480-2012'])(
    'covers an item by one of several standards: %s',
    (entry) => {
      expect(isInScope(NICKEL, [entry])).toBe(true);
    },
  );

  it('covers nothing by nothing', () => {
    expect(isInScope(CADMIUM, [])).toBe(false);
    expect(isInScope(BARE, ['GB 2762-2025', '', ' '])).toBe(false);
  });

  // Every standard number with one figure changed is another standard.
  it('covers no item by a number in which any one digit differs', () => {
    for (const entry of ['GB 5009.15', 'GB 2762-2025']) {
      for (const [at, sign] of [...entry].entries()) {
        if (!/\d/.test(sign)) continue;
        const other = entry.slice(0, at) + String((Number(sign) + 1) % 10) + entry.slice(at + 1);
        expect([other, isInScope(CADMIUM, [other])]).toEqual([other, false]);
      }
    }
  });
});
