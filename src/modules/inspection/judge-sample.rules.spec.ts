import { judgeContext, planItem } from '../../../test/support/judging.js';
import { AQLS, type Judge, type SamplingRule } from '../catalog/index.js';
import { lotScheme } from '../sampling/index.js';
import { judge } from './judge.rules.js';
import type { Defect, DefectsReading } from './judge-reading.js';

const SAMPLING: SamplingRule = { level: 'II', aql: { MA: '2.5', MI: '4.0' }, source: '仓内规程 示例', by: '0001' };
const BY: Judge = { op: 'defectList', allowed: { CR: '0', MA: null, MI: null } };
const CODE = 'TST-ITEM';

type Basis = Partial<Parameters<typeof lotScheme>[2]>;

function found(reading: DefectsReading | undefined, basis: Basis = {}, sampling = SAMPLING) {
  const scheme = lotScheme(CODE, sampling, { lotSize: 500, severity: 'normal', isFull: false, ...basis });
  return judge(planItem(BY, { sampling, valueType: 'defects' }), reading, judgeContext({ schemes: [scheme] }));
}

const verdict = (...of: Parameters<typeof found>) => found(...of).verdict;

function seen(sampled: number | undefined, counts: Partial<Record<Defect['severity'], number>> = {}): DefectsReading {
  const defects = (['CR', 'MA', 'MI'] as const).flatMap((severity) => {
    const count = counts[severity];
    return count === undefined ? [] : [{ name: '破损', severity, count }];
  });
  return { kind: 'defects', defects, ...(sampled === undefined ? {} : { sampled }) };
}

// 500 packages: letter H, 50 of them; AQL 2.5 is 3/4 and AQL 4.0 is 5/6.
describe('a sampled lot', () => {
  it('is accepted when n were looked at and no grade has more than its Ac', () => {
    expect(verdict(seen(50))).toBe('pass');
    expect(verdict(seen(50, { MA: 3, MI: 5 }))).toBe('pass');
    expect(verdict(seen(60, { MA: 3 }))).toBe('pass');
  });

  it('is not accepted as soon as a grade has more than its Ac, however few were looked at', () => {
    expect(verdict(seen(50, { MA: 4 }))).toBe('fail');
    expect(verdict(seen(4, { MA: 4 }))).toBe('fail');
    expect(verdict(seen(undefined, { MI: 6 }))).toBe('fail');
    expect(verdict(seen(1, { CR: 1 }))).toBe('fail');
    expect(verdict(seen(50, { MA: 3, MI: 6 }))).toBe('fail');
  });

  it('is undecided while the sample is not complete, and says how many are to go', () => {
    expect(found(seen(49))).toMatchObject({
      verdict: 'undecided',
      reason: { zh: '应看 50 件，已看 49 件，还差 1 件', en: '50 are needed, 49 were looked at, 1 to go' },
    });
    expect(verdict(seen(0))).toBe('undecided');
    expect(verdict(seen(undefined))).toBe('undecided');
    expect(verdict(seen(501))).toBe('undecided');
    expect(verdict(undefined)).toBe('undecided');
  });

  it('goes by the item’s own figure for a grade without an AQL, and by none at all without a figure', () => {
    const only = { ...SAMPLING, aql: { MA: '2.5' } } as const;
    expect(verdict(seen(50, { MI: 1 }), {}, only)).toBe('undecided');
    expect(verdict(seen(50), {}, only)).toBe('pass');
    expect(verdict(seen(50, { CR: 1 }), {}, only)).toBe('fail');
  });

  it('is undecided without a count and outside normal inspection, but a critical defect still fails it', () => {
    for (const basis of [{ lotSize: undefined }, { severity: 'tightened' }, { severity: 'discontinued' }] as const) {
      expect(verdict(seen(50), basis)).toBe('undecided');
      expect(verdict(seen(50, { MA: 100 }), basis)).toBe('undecided');
      expect(verdict(seen(50, { CR: 1 }), basis)).toBe('fail');
    }
    expect(found(seen(50), { severity: 'tightened' }).reason.zh).toMatch(/加严抽样表没有找到出处.*全数检验/);
  });

  it('passes whole when all is looked at by decision, and then only without a defect', () => {
    const full = { severity: 'tightened', isFull: true } as const;
    expect(verdict(seen(500), full)).toBe('pass');
    expect(verdict(seen(499), full)).toBe('undecided');
    expect(verdict(seen(500, { MI: 1 }), full)).toBe('fail');
  });

  it('prints its scheme as the limit', () => {
    expect(found(seen(50)).limit).toEqual({
      zh: 'GB/T 2828.1-2012 水平 II 正常一次，字码 H，500 件中看 50 件；严重 ≤0；一般 AQL 2.5 Ac 3 Re 4；轻微 AQL 4.0 Ac 5 Re 6',
      en: 'GB/T 2828.1-2012 level II, normal single, letter H, 50 of 500; critical ≤0; major AQL 2.5 Ac 3 Re 4; minor AQL 4.0 Ac 5 Re 6',
    });
    expect(found(seen(500), { isFull: true }).limit.zh).toMatch(/全数检验（管理员决定），500 件中看 500 件/);
    expect(found(seen(50), { lotSize: undefined }).limit).toEqual({ zh: '限值', en: 'limit' });
  });

  it('agrees with a second way to judge, for every lot and every number of defects around Ac', () => {
    for (const lotSize of [2, 8, 9, 25, 51, 91, 150, 281, 500, 501, 1_201, 3_201]) {
      for (const aql of AQLS) {
        const scheme = lotScheme(
          CODE,
          { ...SAMPLING, aql: { MA: aql } },
          { lotSize, severity: 'normal', isFull: false },
        );
        if (scheme.kind === 'none') throw new Error(scheme.why);
        const { n, grades } = scheme;
        const Ac = grades[0]?.Ac ?? NaN;
        for (const sampled of [0, 1, n - 1, n, n + 1]) {
          for (const bad of [0, 1, Ac, Ac + 1]) {
            const reading = seen(sampled, { MA: bad });
            const expected = bad > Ac ? 'fail' : sampled >= n && sampled <= lotSize ? 'pass' : 'undecided';
            const own = { ...SAMPLING, aql: { MA: aql } };
            expect([lotSize, aql, sampled, bad, verdict(reading, { lotSize }, own)]).toEqual([
              ...[lotSize, aql, sampled, bad, expected],
            ]);
          }
        }
      }
    }
  });

  it('looks at a piece as before: all of it, by what the item allows', () => {
    const item = planItem(BY, { sampling: SAMPLING, valueType: 'defects' });
    const piece = judge(item, seen(undefined), judgeContext());
    expect(piece).toMatchObject({ verdict: 'pass', limit: item.limitText });
    expect(judge(item, seen(undefined, { MA: 1 }), judgeContext()).verdict).toBe('undecided');
  });
});
