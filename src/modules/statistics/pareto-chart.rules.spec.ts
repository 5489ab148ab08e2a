import fc from 'fast-check';
import { drawPareto, PARETO_SIZE } from './pareto-chart.rules.js';
import { pareto } from './statistics.rules.js';

describe('a Pareto chart', () => {
  it('gives each bar a height in proportion to its count, and ends its line at the top', () => {
    const { bars, line } = drawPareto(
      pareto(
        [
          { item: 'a', count: 30 },
          { item: 'b', count: 10 },
        ],
        5,
      ),
    );
    expect(bars.map(({ height }) => height)).toEqual([150, 50]);
    expect(bars.map(({ y, height }) => y + height)).toEqual([PARETO_SIZE.baseline, PARETO_SIZE.baseline]);
    expect(line.split(' ').at(-1)).toBe(`${bars[1]?.middle},${PARETO_SIZE.top}`);
  });

  it('is empty when nothing failed', () => {
    expect(drawPareto([])).toEqual({ size: PARETO_SIZE, bars: [], line: '' });
  });

  it('stays inside its frame, bars beside each other, whatever the counts', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(counts, (all) => {
        const { bars } = drawPareto(
          pareto(
            all.map((count, item) => ({ item: String(item), count })),
            all.length,
          ),
        );
        const edges = bars.flatMap(({ x, width }) => [x, x + width]);
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        expect(edges.every((x) => x >= 0 && x <= PARETO_SIZE.width)).toBe(true);
        expect(bars.every(({ y }) => y >= PARETO_SIZE.top)).toBe(true);
      }),
    );
  });
});
