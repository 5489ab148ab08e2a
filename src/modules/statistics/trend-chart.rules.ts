import { compareDecimals } from '../../kernel/decimal.js';
import type { UnitCode } from '../../kernel/units.js';

/** A drawing that is so wide and high, in its own units; the page scales it. */
export const TREND_SIZE = { width: 720, height: 260, left: 64, right: 16, top: 16, bottom: 32 } as const;

/** A measured value in the order of time. `isDetected` is false for a value below the method's limit. */
export interface TrendPoint {
  readonly at: string;
  /** A decimal. */
  readonly value: string;
  readonly unit: UnitCode | null;
  readonly isDetected: boolean;
}

export interface TrendLimits {
  readonly min: string | null;
  readonly max: string | null;
}

export interface DrawnPoint extends TrendPoint {
  readonly x: number;
  readonly y: number;
  readonly isOutside: boolean;
}

export interface Trend {
  readonly size: typeof TREND_SIZE;
  readonly points: readonly DrawnPoint[];
  /** The points joined, as the `d` of an SVG path. */
  readonly line: string;
  readonly limits: readonly { readonly kind: 'min' | 'max'; readonly value: string; readonly y: number }[];
  readonly ticks: readonly { readonly label: string; readonly y: number }[];
}

const TICKS = 5;

/** Where every point of a trend and every limit lie. Nothing is judged by it: pixels are floats, values are not. */
export function drawTrend(points: readonly TrendPoint[], limits: TrendLimits): Trend {
  const figures = [...points.map(({ value }) => value), limits.min, limits.max].filter((value) => value !== null);
  const [low, high] = rangeOf(figures.map(Number));
  const { width, height, left, right, top, bottom } = TREND_SIZE;
  const yOf = (value: number): number => rounded(top + ((high - value) / (high - low)) * (height - top - bottom));
  const step = (width - left - right) / Math.max(1, points.length - 1);
  const drawn = points.map((point, place) => ({
    ...point,
    x: rounded(points.length === 1 ? (left + width - right) / 2 : left + place * step),
    y: yOf(Number(point.value)),
    isOutside: isOutside(point.value, limits),
  }));
  return {
    size: TREND_SIZE,
    points: drawn,
    line: drawn.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${x} ${y}`).join(' '),
    limits: (['min', 'max'] as const).flatMap((kind) => {
      const value = limits[kind];
      return value === null ? [] : [{ kind, value, y: yOf(Number(value)) }];
    }),
    ticks: Array.from({ length: TICKS }, (_, place) => low + ((high - low) * place) / (TICKS - 1)).map((value) => ({
      label: labelOf(value, high - low),
      y: yOf(value),
    })),
  };
}

function isOutside(value: string, { min, max }: TrendLimits): boolean {
  return (min !== null && compareDecimals(value, min) < 0) || (max !== null && compareDecimals(value, max) > 0);
}

/** A little air above and below; a single value gets a range around it. */
function rangeOf(values: readonly number[]): [low: number, high: number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return [0, 1];
  const air = high === low ? Math.max(Math.abs(high) * 0.1, 1e-6) : (high - low) * 0.08;
  return [low - air, high + air];
}

function labelOf(value: number, span: number): string {
  const places = Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(span))));
  return value.toFixed(places);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
