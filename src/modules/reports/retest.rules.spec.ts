import { type RetestResult, retestTallies } from './retest.rules.js';

const found = (
  laboratoryId: string | null,
  verdict: RetestResult['verdict'],
  of: Partial<RetestResult> = {},
): RetestResult => ({ unitId: 'u', item: 'SHR-CD', laboratoryId, verdict, ...of });

const tallyOf = (laboratoryId: string, ...results: readonly RetestResult[]) => retestTallies(results).get(laboratoryId);

describe('retests', () => {
  it.each([
    ['pass', 'pass', 0],
    ['fail', 'fail', 0],
    ['pass', 'fail', 1],
    ['fail', 'pass', 1],
  ] as const)('of which the warehouse says %s and the laboratory %s disagree %p times', (own, other, disagreeing) => {
    expect(tallyOf('a', found(null, own), found('a', other))).toEqual({ disagreeing, decided: 1, undecided: 0 });
  });

  it.each([
    ['undecided', 'pass'],
    ['fail', 'undecided'],
    ['undecided', 'undecided'],
  ] as const)('with an undecided side are not in the rate: %s and %s', (own, other) => {
    expect(tallyOf('a', found(null, own), found('a', other))).toEqual({ disagreeing: 0, decided: 0, undecided: 1 });
  });

  it('need another side, the same unit and the same item', () => {
    expect(retestTallies([found('a', 'pass'), found('a', 'fail')]).size).toBe(0);
    expect(retestTallies([found('a', 'pass'), found(null, 'fail', { unitId: 'v' })]).size).toBe(0);
    expect(retestTallies([found('a', 'pass'), found(null, 'fail', { item: 'SHR-PB' })]).size).toBe(0);
    expect(retestTallies([found(null, 'pass'), found(null, 'fail')]).size).toBe(0);
  });

  it('count the last result of each side', () => {
    const all = [found('a', 'fail'), found(null, 'fail'), found(null, 'pass'), found('a', 'pass')];
    expect(tallyOf('a', ...all)).toEqual({ disagreeing: 0, decided: 1, undecided: 0 });
  });

  it('between two laboratories count for both, and each against the warehouse too', () => {
    const all = [found('a', 'pass'), found('b', 'fail'), found(null, 'pass')];
    expect(tallyOf('a', ...all)).toEqual({ disagreeing: 1, decided: 2, undecided: 0 });
    expect(tallyOf('b', ...all)).toEqual({ disagreeing: 2, decided: 2, undecided: 0 });
  });

  it('add up over units', () => {
    const all = Array.from({ length: 41 }, (_, i) => [
      found(null, 'pass', { unitId: `u${i}` }),
      found('a', i < 3 ? 'fail' : 'pass', { unitId: `u${i}` }),
    ]);
    expect(tallyOf('a', ...all.flat())).toEqual({ disagreeing: 3, decided: 41, undecided: 0 });
  });
});
