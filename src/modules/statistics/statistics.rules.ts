import type { Attributes } from '../units/index.js';

/** The attributes by which categories name a supplier: a boat, a farm. */
const SUPPLIER_ATTRIBUTES = ['vesselOrFarm', 'vessel'];

/** Where goods came from; undefined where the category does not ask, or nobody said. */
export function supplierOf(attributes: Attributes): string | undefined {
  const named = SUPPLIER_ATTRIBUTES.map((code) => attributes[code]);
  return named.find((value): value is string => typeof value === 'string' && value !== '');
}

/** Signed inspections of one group: one category, one merchant, one supplier or one day. */
export interface PassRate {
  readonly of: string;
  readonly passed: number;
  readonly failed: number;
}

/** Groups by name, those with the most inspections first. */
export function passRates(
  rows: readonly { readonly of: string; readonly verdict: string; readonly count: number }[],
): PassRate[] {
  const groups = [...new Set(rows.map(({ of }) => of))];
  const countOf = (of: string, verdict: string): number =>
    rows.filter((row) => row.of === of && row.verdict === verdict).reduce((sum, { count }) => sum + count, 0);
  return groups
    .map((of) => ({ of, passed: countOf(of, 'pass'), failed: countOf(of, 'fail') }))
    .toSorted((a, b) => b.passed + b.failed - (a.passed + a.failed) || (a.of < b.of ? -1 : 1));
}

/** The share that passed in tenths of a percent, rounded down so that 100 % means all; undefined of none. */
export function permille({ passed, failed }: Omit<PassRate, 'of'>): number | undefined {
  const all = passed + failed;
  return all === 0 ? undefined : Math.floor((passed * 1_000) / all);
}

/** One bar of a Pareto chart: how often an item failed, and the share of all failures up to here, in permille. */
export interface ParetoBar {
  readonly item: string;
  readonly count: number;
  readonly cumulative: number;
}

/** The items that failed, the most frequent first; at most so many, and the shares are of all of them. */
export function pareto(
  counts: readonly { readonly item: string; readonly count: number }[],
  most: number,
): ParetoBar[] {
  const sorted = counts.toSorted((a, b) => b.count - a.count || (a.item < b.item ? -1 : 1));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  let reached = 0;
  return sorted.slice(0, most).map(({ item, count }) => {
    reached += count;
    return { item, count, cumulative: Math.floor((reached * 1_000) / all) };
  });
}
