import type { ReadingValue } from '../inspection/index.js';
import type { TrendPoint } from './chart.rules.js';

/** A reading as a point of a chart; undefined for what is no number. What was not detected stands at the method's limit. */
export function trendPoint(at: string, value: ReadingValue): TrendPoint | undefined {
  if (value.kind === 'number') return { at, value: value.value, unit: value.unit, isDetected: true };
  if (value.kind === 'not-detected' && value.detectionLimit !== undefined) {
    return { at, value: value.detectionLimit, unit: value.unit, isDetected: false };
  }
  return undefined;
}

/** Points in the unit of the last one: grams and kilograms are not drawn on one scale. */
export function inOneUnit(points: readonly TrendPoint[]): TrendPoint[] {
  const unit = points.at(-1)?.unit;
  return points.filter((point) => point.unit === unit);
}
