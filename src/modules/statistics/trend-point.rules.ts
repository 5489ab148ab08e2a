import { derivedReading, type ReadingValue } from '../inspection/index.js';
import type { TrendPoint } from './trend-chart.rules.js';

/** A reading as a point of a chart; undefined for what is no number. What was not detected stands at the method's limit. */
export function trendPoint(at: string, read: ReadingValue): TrendPoint | undefined {
  const value = derivedReading({ valueType: isSeveral(read) ? 'list' : 'number' }, read);
  if (value.kind === 'number') return { at, value: value.value, unit: value.unit, isDetected: true };
  if (value.kind === 'not-detected' && value.detectionLimit !== undefined) {
    return { at, value: value.detectionLimit, unit: value.unit, isDetected: false };
  }
  return undefined;
}

/** Weighings of several packages give several figures, which are no one point. */
function isSeveral(read: ReadingValue): boolean {
  return read.kind === 'weighings' && read.rows.length > 1;
}

/** Points in the unit of the last one: grams and kilograms are not drawn on one scale. */
export function inOneUnit(points: readonly TrendPoint[]): TrendPoint[] {
  const unit = points.at(-1)?.unit;
  return points.filter((point) => point.unit === unit);
}
