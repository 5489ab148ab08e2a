import { readFileSync } from 'node:fs';
import { type Aql, AQLS, type SamplingRule } from '../catalog/index.js';
import type { LotScheme, SampleScheme } from './lot-scheme.js';
import { letterOf, lotScheme, planOfCell } from './lot-scheme.rules.js';
import { LETTERS, NORMAL_SINGLE, SAMPLE_SIZES } from './sampling-table.js';

interface Reference {
  readonly lotToLetterLevelII: readonly (readonly [string, string | null, string])[];
  readonly sampleSize: Readonly<Record<string, string>>;
  readonly normalSingle: Readonly<Record<string, Readonly<Record<string, 'up' | 'down' | { Ac: string; Re: string }>>>>;
}

const reference = JSON.parse(readFileSync('templates/categories/reference/sampling-gbt2828.json', 'utf8')) as Reference;

const rule = (aql: SamplingRule['aql']): SamplingRule => ({ level: 'II', aql, source: '仓内规程 示例', by: '0001' });

function sampled(scheme: LotScheme): SampleScheme {
  if (scheme.kind === 'none') throw new Error(`there is no scheme: ${scheme.why}`);
  return scheme;
}

const normal = (lotSize: number, aql: SamplingRule['aql']) =>
  sampled(lotScheme('X', rule(aql), { lotSize, severity: 'normal', isFull: false }));

const cells = LETTERS.flatMap((letter) =>
  AQLS.flatMap((aql) => {
    const Ac = NORMAL_SINGLE[letter][aql];
    return typeof Ac === 'number' ? [{ letter, aql, Ac, n: SAMPLE_SIZES[letter] }] : [];
  }),
);

/** P(X ≤ Ac) of a Poisson variable whose mean is that of a lot exactly at the AQL. */
function acceptance({ n, aql, Ac }: { readonly n: number; readonly aql: Aql; readonly Ac: number }): number {
  const mean = (n * Number(aql)) / 100;
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= Ac; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

describe('the table of normal single sampling', () => {
  it('is the one of the reference', () => {
    const key = (aql: Aql) => (aql === '0.40' ? '0.4' : aql);
    expect(Object.keys(reference.normalSingle)).toEqual([...LETTERS]);
    for (const letter of LETTERS) {
      expect(Object.keys(reference.normalSingle[letter] ?? {})).toHaveLength(AQLS.length);
      expect(reference.sampleSize[letter]).toBe(String(SAMPLE_SIZES[letter]));
      for (const aql of AQLS) {
        const cell = NORMAL_SINGLE[letter][aql];
        const wanted = typeof cell === 'number' ? { Ac: String(cell), Re: String(cell + 1) } : cell;
        expect(reference.normalSingle[letter]?.[key(aql)]).toEqual(wanted);
      }
    }
  });

  it('is one diagonal, moved by one AQL a letter', () => {
    const diagonal = [0, 'up', 'down', 1, 2, 3, 5, 7, 10, 14, 21];
    for (const [row, letter] of LETTERS.entries()) {
      for (const [column, aql] of AQLS.entries()) {
        const place = row + column - 6;
        const beyond = place < 0 ? 'down' : 'up';
        expect([letter, aql, NORMAL_SINGLE[letter][aql]]).toEqual([letter, aql, diagonal[place] ?? beyond]);
      }
    }
  });

  it('accepts a lot at its AQL with a probability of 0.878 to 0.994, in each of its 62 cells', () => {
    expect(cells).toHaveLength(62);
    const found = cells.map(acceptance);
    for (const probability of found) {
      expect(probability).toBeGreaterThan(0.87);
      expect(probability).toBeLessThan(1);
    }
    expect(Math.min(...found).toFixed(3)).toBe('0.878');
    expect(Math.max(...found).toFixed(3)).toBe('0.994');
  });

  it.each([
    ['H', '2.5', 50, 3],
    ['J', '1.0', 80, 2],
    ['J', '2.5', 80, 5],
    ['J', '4.0', 80, 7],
    ['K', '2.5', 125, 7],
    ['L', '2.5', 200, 10],
  ] as const)('has %s at AQL %s as known from elsewhere', (letter, aql, n, Ac) => {
    expect(planOfCell(letter, aql)).toEqual({ letter, n, Ac });
  });
});

describe('the scheme of a lot', () => {
  it('takes the letter from the lot size, on both sides of every border', () => {
    for (const [from, upTo, letter] of reference.lotToLetterLevelII) {
      expect(letterOf(Number(from))).toBe(letter);
      if (upTo !== null) expect(letterOf(Number(upTo))).toBe(letter);
    }
    expect(letterOf(Number.MAX_SAFE_INTEGER)).toBe('Q');
  });

  it('goes where an arrow points, and takes letter and sample size from there', () => {
    expect(normal(500, { MA: '0.40' }).grades).toMatchObject([{ letter: 'G', n: 32, Ac: 0, Re: 1 }]);
    expect(normal(500, { MA: '0.65' }).grades).toMatchObject([{ letter: 'J', n: 80, Ac: 1, Re: 2 }]);
    expect(normal(12, { MA: '6.5' }).grades).toMatchObject([{ letter: 'A', n: 2, Ac: 0, Re: 1 }]);
  });

  it('looks at as many as the grade that needs the most', () => {
    const scheme = normal(500, { CR: '0.40', MA: '0.65', MI: '4.0' });
    expect(scheme).toMatchObject({ letter: 'H', n: 80, lotSize: 500, severity: 'normal', level: 'II' });
    expect(scheme.grades.map(({ grade, n, Ac }) => [grade, n, Ac])).toEqual([
      ['CR', 32, 0],
      ['MA', 80, 1],
      ['MI', 50, 5],
    ]);
  });

  it('looks at everything when the sample would be the lot or more, and then allows nothing', () => {
    expect(normal(10, { MA: '0.40' })).toMatchObject({ letter: 'B', n: 10, grades: [{ letter: 'G', n: 10, Ac: 0 }] });
    expect(normal(8, { MA: '1.5' })).toMatchObject({ n: 8 });
    expect(normal(1, { MA: '6.5' })).toMatchObject({ letter: null, n: 1, severity: 'normal', grades: [{ Ac: 0 }] });
    for (let lotSize = 2; lotSize <= 200; lotSize++) {
      for (const aql of AQLS) {
        const [grade] = normal(lotSize, { MA: aql }).grades;
        if (grade?.n === lotSize) expect([lotSize, aql, grade.Ac]).toEqual([lotSize, aql, 0]);
      }
    }
  });

  it('is none while nobody counted the lot, whatever else is decided', () => {
    for (const isFull of [false, true]) {
      const basis = { lotSize: undefined, severity: 'normal', isFull } as const;
      expect(lotScheme('X', rule({ MA: '2.5' }), basis)).toEqual({ kind: 'none', item: 'X', why: 'lot-size' });
    }
  });

  it('is none outside normal inspection, unless everything is looked at', () => {
    for (const severity of ['tightened', 'discontinued'] as const) {
      const basis = { lotSize: 500, severity };
      const none = lotScheme('X', rule({ MA: '2.5' }), { ...basis, isFull: false });
      expect(none).toEqual({ kind: 'none', item: 'X', why: severity });
      const full = sampled(lotScheme('X', rule({ MA: '2.5' }), { ...basis, isFull: true }));
      expect(full).toMatchObject({ n: 500, severity: 'full', grades: [{ n: 500, Ac: 0, Re: 1 }] });
    }
  });

  it('equals a second, naive reading of the reference for lots of every size', () => {
    const sizes = [...Array(2_000).keys()].map((at) => at + 2);
    const borders = reference.lotToLetterLevelII.flatMap(([from, upTo]) => [Number(from), Number(upTo ?? from)]);
    for (const lotSize of [...sizes, ...borders, 77_777, 499_999, 7_000_000]) {
      for (const aql of AQLS) {
        const [grade] = normal(lotSize, { MA: aql }).grades;
        expect([lotSize, aql, grade?.letter, grade?.n, grade?.Ac]).toEqual([lotSize, aql, ...naive(lotSize, aql)]);
      }
    }
  });
});

/** By the rules in words: find the row, then the nearest plan of the column on the side that the arrow points to. */
function naive(lotSize: number, aql: Aql): readonly [letter: string, n: number, Ac: number] {
  const rows = Object.entries(reference.normalSingle).map(([letter, row]) => ({
    letter,
    cell: row[String(Number(aql)).includes('.') ? String(Number(aql)) : `${Number(aql)}.0`],
  }));
  const own = reference.lotToLetterLevelII.find(
    ([from, upTo]) => lotSize >= Number(from) && (upTo === null || lotSize <= Number(upTo)),
  )?.[2];
  const start = rows.findIndex(({ letter }) => letter === own);
  const here = rows[start]?.cell;
  const isPlan = ({ cell }: (typeof rows)[number]) => typeof cell === 'object';
  const found =
    here === 'down'
      ? rows.slice(start).find(isPlan)
      : here === 'up'
        ? rows.slice(0, start).findLast(isPlan)
        : rows[start];
  if (!found || typeof found.cell !== 'object') throw new Error('no plan');
  const size = Number(reference.sampleSize[found.letter]);
  return [found.letter, size >= lotSize ? lotSize : size, Number(found.cell.Ac)];
}
