import fc from 'fast-check';
import { pareto, passRates, permille, supplierOf } from './statistics.rules.js';

describe('pass rates', () => {
  it('are counted by group, the largest first', () => {
    const rows = [
      { of: 'a', verdict: 'pass', count: 2 },
      { of: 'b', verdict: 'pass', count: 3 },
      { of: 'b', verdict: 'fail', count: 1 },
      { of: 'c', verdict: 'fail', count: 2 },
    ];
    expect(passRates(rows)).toEqual([
      { of: 'b', passed: 3, failed: 1 },
      { of: 'a', passed: 2, failed: 0 },
      { of: 'c', passed: 0, failed: 2 },
    ]);
  });

  it('say 100 % only when all passed, and nothing of nothing', () => {
    expect(permille({ passed: 9_999, failed: 1 })).toBe(999);
    expect(permille({ passed: 9_999, failed: 0 })).toBe(1_000);
    expect(permille({ passed: 0, failed: 0 })).toBeUndefined();
  });
});

describe('a Pareto chart', () => {
  it('has the most frequent failure first, and shares of all failures', () => {
    const counts = [
      { item: 'A', count: 1 },
      { item: 'B', count: 6 },
      { item: 'C', count: 3 },
    ];
    expect(pareto(counts, 2)).toEqual([
      { item: 'B', count: 6, cumulative: 600 },
      { item: 'C', count: 3, cumulative: 900 },
    ]);
  });

  it('never grows from bar to bar and ends at all', () => {
    const counts = fc.uniqueArray(
      fc.record({ item: fc.string({ minLength: 1 }), count: fc.integer({ min: 1, max: 1_000 }) }),
      { selector: ({ item }) => item, minLength: 1 },
    );
    fc.assert(
      fc.property(counts, (all) => {
        const bars = pareto(all, all.length);
        expect(bars.every(({ count }, at) => at === 0 || count <= (bars[at - 1]?.count ?? 0))).toBe(true);
        expect(bars.at(-1)?.cumulative).toBe(1_000);
      }),
    );
  });
});

describe('the supplier of goods', () => {
  it('is the boat or farm that the category asks for', () => {
    expect(supplierOf({ vesselOrFarm: '苏赣渔 01', species: '白虾' })).toBe('苏赣渔 01');
    expect(supplierOf({ vessel: '苏赣渔 02' })).toBe('苏赣渔 02');
  });

  it('is unknown where nobody said', () => {
    expect(supplierOf({ gemName: '紫晶' })).toBeUndefined();
    expect(supplierOf({ vessel: '' })).toBeUndefined();
  });
});
