import fc from 'fast-check';
import { drawTrend, TREND_SIZE, type TrendPoint } from './trend-chart.rules.js';
import { inOneUnit, trendPoint } from './trend-point.rules.js';

const AT = '2026-11-22T01:00:00.000Z';
const point = (value: string): TrendPoint => ({ at: AT, value, unit: 'GRM', isDetected: true });

describe('a trend', () => {
  it('runs from edge to edge, the higher value higher up', () => {
    const { points } = drawTrend([point('1'), point('3'), point('2')], { min: null, max: null });
    expect(points.map(({ x }) => x)).toEqual([64, 384, 704]);
    const [low = 0, high = 0, middle = 0] = points.map(({ y }) => y);
    expect(high).toBeLessThan(middle);
    expect(middle).toBeLessThan(low);
  });

  it('marks what is outside its limits, exactly', () => {
    const { points, limits } = drawTrend([point('0.30'), point('0.3000000000001')], { min: null, max: '0.3' });
    expect(points.map(({ isOutside }) => isOutside)).toEqual([false, true]);
    expect(limits).toHaveLength(1);
  });

  it('stays inside its frame, whatever the values', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number.toFixed(4));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), fc.option(value), (values, max) => {
        const trend = drawTrend(values.map(point), { min: null, max });
        const { top, bottom, height, left, right, width } = TREND_SIZE;
        for (const { x, y } of trend.points) {
          expect(x >= left && x <= width - right && y >= top && y <= height - bottom).toBe(true);
        }
        expect(trend.limits.every(({ y }) => y >= top && y <= height - bottom)).toBe(true);
      }),
    );
  });
});

describe('the points of a trend', () => {
  it('are numbers, and what was not detected at the limit of the method', () => {
    expect(trendPoint(AT, { kind: 'number', value: '1.5', unit: 'GRM' })).toEqual(point('1.5'));
    expect(trendPoint(AT, { kind: 'not-detected', unit: 'GRM', detectionLimit: '0.1' })?.isDetected).toBe(false);
    expect(trendPoint(AT, { kind: 'not-detected', unit: 'GRM' })).toBeUndefined();
    expect(trendPoint(AT, { kind: 'boolean', value: true })).toBeUndefined();
  });

  it('are of one unit, that of the last', () => {
    expect(inOneUnit([{ ...point('1'), unit: 'KGM' }, point('2')])).toEqual([point('2')]);
  });
});
