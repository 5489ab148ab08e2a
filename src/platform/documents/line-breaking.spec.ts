import { breakLines } from './line-breaking.js';

/** Chinese characters are two wide, all others one. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0);
}

function lines(text: string, width: number): readonly string[] {
  return breakLines(text, width, widthOf);
}

describe('breaking lines', () => {
  it('breaks between Chinese characters', () => {
    expect(lines('冷冻南美白对虾', 6)).toEqual(['冷冻南', '美白对', '虾']);
  });

  it('breaks Latin text at spaces only', () => {
    expect(lines('GB/T 16553-2017 refractometer', 15)).toEqual(['GB/T 16553-2017', 'refractometer']);
  });

  it('breaks between Chinese and Latin, keeping a number whole', () => {
    expect(lines('标示32.5g', 6)).toEqual(['标示', '32.5g']);
  });

  it('begins no line with closing punctuation and ends none with opening', () => {
    expect(lines('虾（去头）', 4)).toEqual(['虾', '（去', '头）']);
    expect(lines('符合要求。', 8)).toEqual(['符合要', '求。']);
  });

  it('cuts a word that is wider than a line', () => {
    expect(lines('019aa9b26c40', 5)).toEqual(['019aa', '9b26c', '40']);
  });

  it('takes any white space as one space, and nothing as no line', () => {
    expect(lines('  a \n b  ', 9)).toEqual(['a b']);
    expect(lines(' ', 9)).toEqual([]);
  });

  it('loses no character and exceeds no width, at every width', () => {
    const text =
      '所检 23 项均符合上表所列要求（GB 2762-2025）。结果仅对“本证书”所列单元有效；SC/T 3054-2020、≤0.5 mg/kg。';
    for (let width = 6; width <= 100; width++) {
      const broken = lines(text, width);
      expect(broken.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      expect(Math.max(...broken.map(widthOf))).toBeLessThanOrEqual(width);
    }
  });
});
