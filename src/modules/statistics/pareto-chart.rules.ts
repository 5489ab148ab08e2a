import type { ParetoBar } from './statistics.rules.js';

/** A drawing that is so wide and high, in its own units; the page scales it. Bars stand on `baseline`. */
export const PARETO_SIZE = { width: 720, height: 220, top: 25, baseline: 190 } as const;

const WIDEST_BAR = 60;
/** The share of its place that a bar fills, and where in its place it begins. */
const FILLED = 0.6;
const BEGINS = 0.2;
/** The highest bar leaves room for its count above it. */
const BAR_ROOM = 15;

export interface DrawnBar extends ParetoBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its count and its number stand. */
  readonly middle: number;
}

export interface Pareto {
  readonly size: typeof PARETO_SIZE;
  readonly bars: readonly DrawnBar[];
  /** The cumulative share from bar to bar, as the `points` of an SVG polyline; its top is all failures. */
  readonly line: string;
}

/** Where every bar of a Pareto chart and its cumulative share lie. */
export function drawPareto(bars: readonly ParetoBar[]): Pareto {
  const { width, top, baseline } = PARETO_SIZE;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const place = width / Math.max(1, bars.length);
  const barWidth = Math.round(Math.min(place * FILLED, WIDEST_BAR));
  const drawn = bars.map((bar, nth) => {
    const height = Math.round((bar.count / most) * (baseline - top - BAR_ROOM));
    const x = Math.round((nth + BEGINS) * place);
    return { ...bar, x, y: baseline - height, width: barWidth, height, middle: x + Math.round(barWidth / 2) };
  });
  const heightOf = (permille: number): number => Math.round(baseline - (permille / 1_000) * (baseline - top));
  const line = drawn.map(({ middle, cumulative }) => `${middle},${heightOf(cumulative)}`).join(' ');
  return { size: PARETO_SIZE, bars: drawn, line };
}
